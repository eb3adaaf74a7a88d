/**
 * Keeps a note while it is being written: first on the device, then at the server. States: saved, local (on this device only), sending,
 * failed, conflict (something else was saved meanwhile), signin.
 *
 * A page is a writer with a number of its own, and counts its wordings. By that the server knows what builds on what, whichever of the
 * requests and receipts were lost (ADR 0034).
 */
class Autosave {
    #form;
    #outbox;
    #line;
    #text;
    #soon;
    #later;
    #state = '';
    #writer = crypto.randomUUID();
    #wordings = 0;
    #before; // what another page left waiting, until a wording of this page has taken its place
    #after = []; // fields that name the wordings of other pages that this one builds on, and the server may have
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
        outbox.addEventListener('change', ({ detail }) => [this.#id, this.#before?.id].includes(detail.id) && this.#heard(detail));
        addEventListener('pagehide', () => this.#unkept && outbox.leaveBehind(this.#item()));
        form.addEventListener('submit', async (event) => {
            event.preventDefault();
            this.#asked = true;
            await this.#keep();
            outbox.send(reader());
        });
    }

    get #id() {
        return `${this.#form.elements.leser.value} ${this.#form.getAttribute('action')} ${this.#writer}`;
    }

    /**
     * Brings back what has no receipt, with the revision it was built on: where something else has been saved meanwhile the server says
     * so, and the reader decides.
     */
    async #restore() {
        const waiting = (await this.#outbox.of(reader())).filter((it) => it.url === this.#form.getAttribute('action'));
        const decides = this.#text.getAttribute('aria-invalid') !== null;
        const item = waiting.findLast((it) => !decides || Outbox.text(it) === this.#text.value);
        if (!item || this.#unkept) return;
        if (item.state === 'refused' && !decides && Outbox.text(item) === this.#text.value) {
            this.#outbox.remove(item);
            return;
        }
        this.#before = item;
        if (decides) return;
        this.#text.value = Outbox.text(item);
        this.#form.elements.revisjon.value = Outbox.field(item, 'revisjon');
        this.#after = item.fields.filter(([name]) => name === 'etter' || name === 'skriver').map(([, its]) => ['etter', its]).slice(-50);
        if ('sent' in item) this.#after = [['sendt', item.tried ? Outbox.text(item) : item.sent]];
        this.#show(item.state === 'refused' ? refusal(item.status) : 'local');
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
        if (this.#durable) this.#before = undefined;
        if (!this.#soon) this.#show(this.#durable ? 'local' : '');
    }

    #item() {
        const before = this.#before && { instead: { id: this.#before.id, wording: Outbox.field(this.#before, 'skriver') } };
        const item = itemOf(this.#form, null, { id: this.#id, ...before });
        const fields = item.fields.filter(([name]) => name !== 'skriver');
        return { ...item, fields: [...fields, ['skriver', `${this.#writer}:${++this.#wordings}`], ...this.#after] };
    }

    #heard({ id, state, status, text }) {
        if (state === 'sent' && id === this.#id) this.#after = [];
        if (state === 'sent' && this.#text.value === text) this.#unkept = false;
        if (state === 'refused' && this.#asked) {
            // Tells what is wrong on the page itself, with what was written still there
            HTMLFormElement.prototype.submit.call(this.#form);
        }
        if (state !== 'waiting' && state !== 'sending') this.#asked = false;
        const same = this.#text.value === text;
        if (this.#soon) return;
        this.#show({ sent: same ? 'saved' : 'local', sending: 'sending', refused: refusal(status), signin: 'signin', removed: '' }[state] ?? (this.#durable ? 'local' : 'failed'));
    }

    #show(state) {
        if (state === this.#state) return;
        this.#state = state;
        saveLine(this.#line, state);
    }
}

/** What the line says of a text that the server did not take. */
function refusal(status) {
    return status === 409 ? 'conflict' : 'failed';
}

/** Sets a save line to one of its states. */
function saveLine(line, state) {
    const icon = { saved: 'check', local: 'device', sending: 'sending', '': '' }[state] ?? 'warning';
    line.dataset.state = state === 'signin' || state === 'conflict' ? 'failed' : state;
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
