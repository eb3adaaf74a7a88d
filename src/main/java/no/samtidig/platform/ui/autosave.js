/**
 * Keeps a note while it is being written: first on the device, then at the server. States: saved, local (on this device only), sending,
 * failed, signin.
 */
class Autosave {
    #form;
    #outbox;
    #line;
    #text;
    #soon;
    #later;
    #state = '';
    #accepted = '';
    #asked = false;
    #durable = true;
    #unkept = false;

    constructor(form, outbox) {
        this.#form = form;
        this.#outbox = outbox;
        this.#text = form.elements.tekst;
        this.#line = form.querySelector('.save-line');
        this.#restore();
        this.#text.addEventListener('input', () => this.#changed());
        outbox.addEventListener('change', ({ detail }) => detail.id === this.#id && this.#heard(detail));
        addEventListener('pagehide', () => this.#unkept && outbox.leave(this.#item()));
        form.addEventListener('submit', async (event) => {
            event.preventDefault();
            this.#asked = true;
            await this.#keep();
            outbox.send(reader());
        });
    }

    get #id() {
        return `${this.#form.elements.leser.value} ${this.#form.getAttribute('action')}`;
    }

    /** Brings back what has no receipt. Where something else has been saved meanwhile the server says so, and the reader decides. */
    async #restore() {
        const item = await this.#outbox.find(this.#id).catch(() => undefined);
        if (!item || this.#text.getAttribute('aria-invalid')) return;
        if (Outbox.text(item) === this.#text.value) {
            this.#outbox.remove(item);
            return;
        }
        this.#text.value = Outbox.text(item);
        this.#show(item.state === 'refused' ? 'failed' : 'local');
    }

    #changed() {
        clearTimeout(this.#soon);
        clearTimeout(this.#later);
        this.#unkept = true;
        this.#show('');
        this.#soon = setTimeout(() => this.#keep(), 250);
        this.#later = setTimeout(() => this.#outbox.send(reader()), 1200);
    }

    /** On the device, or for as long as the page is open where the device keeps nothing. */
    async #keep() {
        clearTimeout(this.#soon);
        this.#soon = undefined;
        const item = this.#item();
        this.#durable = await this.#outbox.keep(item, true);
        // only now: a page that is left while the device writes may take the words with it
        if (this.#durable && Outbox.text(item) === this.#text.value) this.#unkept = false;
        if (!this.#soon) this.#show(this.#durable ? 'local' : '');
    }

    #item() {
        return itemOf(this.#form, null, { id: this.#id, sent: this.#accepted });
    }

    #heard({ state, text }) {
        if (state === 'sent') {
            this.#accepted = text;
            if (this.#text.value === text) this.#unkept = false;
        }
        if (state === 'refused' && this.#asked) {
            // Tells what is wrong on the page itself, with what was written still there
            HTMLFormElement.prototype.submit.call(this.#form);
        }
        if (state !== 'waiting' && state !== 'sending') this.#asked = false;
        const same = this.#text.value === text;
        if (this.#soon) return;
        this.#show({ sent: same ? 'saved' : 'local', sending: 'sending', refused: 'failed', signin: 'signin', removed: '' }[state] ?? (this.#durable ? 'local' : 'failed'));
    }

    #show(state) {
        if (state === this.#state) return;
        this.#state = state;
        saveLine(this.#line, state);
    }
}

/** Sets a save line to one of its states. */
function saveLine(line, state) {
    const icon = { saved: 'check', local: 'device', sending: 'sending', '': '' }[state] ?? 'warning';
    line.dataset.state = state === 'signin' ? 'failed' : state;
    line.querySelector('.icon').dataset.name = icon;
    line.lastElementChild.textContent = line.dataset[state] ?? '';
}

/** What a form would send, as an item of the outbox. */
function itemOf(form, submitter, more) {
    const data = new FormData(form);
    if (submitter?.name) data.append(submitter.name, submitter.value);
    const url = form.getAttribute('action');
    return {
        id: data.get('nokkel') ?? `${data.get('leser')} ${url}`,
        reader: data.get('leser'),
        url,
        fields: [...data].filter(([, value]) => typeof value === 'string'),
        what: {
            kind: url.split('/').at(-1),
            title: (form.closest('.block') ?? document).querySelector('.quiz__question, .reflection__question, .block__title, h1')?.textContent.trim(),
            page: location.pathname,
        },
        at: new Date().toISOString(),
        ...more,
    };
}

/** Whose page this is; undefined where nobody is signed in. */
function reader() {
    return document.getElementById('innhold').dataset.reader;
}
