// Small things on top of pages that work without them: saving notes while writing, focus after a swap, closing the menu, printing, showing a password.

/** Keeps a note while it is being written. States: saved, local (on this device only), sending, failed. */
class Autosave {
    #form;
    #line;
    #text;
    #timer;
    #sending = false;
    #again = false;
    #sent = '';
    #state = '';
    #wait = 2000;

    constructor(form) {
        this.#form = form;
        this.#text = form.elements.tekst;
        this.#line = form.querySelector('.save-line');
        this.#restore();
        this.#text.addEventListener('input', () => this.#changed());
        form.addEventListener('submit', (event) => {
            event.preventDefault();
            this.#send();
        });
        addEventListener('online', () => this.#draft() !== null && this.#send());
    }

    /** Brings back what was not sent last time. Sends it only where nothing can be in its way; otherwise the reader decides. */
    #restore() {
        const draft = this.#draft();
        if (draft === null || this.#text.getAttribute('aria-invalid')) return;
        if (draft.text === this.#text.value) {
            this.#keep(null);
            return;
        }
        const fits = draft.revision === this.#form.elements.revisjon.value && draft.text.length <= Number(this.#form.dataset.longest);
        this.#form.elements.revisjon.value = draft.revision;
        this.#sent = draft.sent ?? '';
        this.#text.value = draft.text;
        if (fits) this.#changed();
        else this.#show('failed');
    }

    /** Sends what is not sent; resolves when it is, or cannot be. */
    async flush() {
        if (this.#draft() === null) return;
        await this.#send();
    }

    get #key() {
        return `notat:${document.getElementById('innhold').dataset.reader}:${this.#form.getAttribute('action')}`;
    }

    #draft() {
        try {
            return JSON.parse(localStorage.getItem(this.#key));
        } catch {
            return null;
        }
    }

    #keep(value) {
        try {
            if (value === null) localStorage.removeItem(this.#key);
            else localStorage.setItem(this.#key, JSON.stringify({ text: value, revision: this.#form.elements.revisjon.value, sent: this.#sent }));
            return true;
        } catch {
            return false;
        }
    }

    #changed() {
        this.#show(this.#keep(this.#text.value) ? 'local' : 'failed');
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.#send(), 1200);
    }

    async #send() {
        clearTimeout(this.#timer);
        if (this.#sending) {
            this.#again = true;
            return;
        }
        this.#sending = true;
        this.#show('sending');
        const text = this.#text.value;
        let next = 'failed';
        try {
            const body = new URLSearchParams(new FormData(this.#form));
            body.set('sendt', this.#sent);
            this.#sent = text;
            const answer = await fetch(this.#form.action, { method: 'POST', body });
            next = await this.#after(answer, text);
        } catch {
            next = 'local';
        }
        this.#sending = false;
        this.#show(next);
        if (this.#again) {
            this.#again = false;
            this.#send();
        } else if (next === 'local' && this.#draft() !== null) {
            this.#timer = setTimeout(() => this.#send(), this.#wait);
            this.#wait = Math.min(this.#wait * 2, 60000);
        }
    }

    async #after(answer, text) {
        if (answer.status === 401) return 'signin';
        if (answer.status === 409 || answer.status === 422) {
            // Tells what is wrong on the page itself, with what was written still there
            HTMLFormElement.prototype.submit.call(this.#form);
            return 'failed';
        }
        if (!answer.ok) return 'local';
        const page = new DOMParser().parseFromString(own.createHTML(await answer.text()), 'text/html');
        const revision = page.getElementById(this.#form.id)?.elements?.revisjon?.value;
        if (revision !== undefined) this.#form.elements.revisjon.value = revision;
        this.#wait = 2000;
        if (this.#text.value !== text) return 'local';
        this.#keep(null);
        return 'saved';
    }

    #show(state) {
        if (state === this.#state) return;
        this.#state = state;
        const icon = { saved: 'check', local: 'device', sending: 'sending' }[state] ?? 'warning';
        this.#line.dataset.state = state === 'signin' ? 'failed' : state;
        this.#line.querySelector('.icon').dataset.name = icon;
        this.#line.lastElementChild.textContent = this.#line.dataset[state];
    }
}

/**
 * What may become HTML here: pages from our own server, read by htmx and by the notes. Nothing else can make markup (Trusted Types),
 * and nothing at all can make a script.
 */
const own = globalThis.trustedTypes?.createPolicy('samtidig', { createHTML: (text) => text }) ?? { createHTML: (text) => text };
globalThis.htmx?.registerExtension('samtidig', { init: (inside) => inside.initSecurity(own) });

const notes = [];

function start(root) {
    root.querySelectorAll('form[data-autosave]:not([data-started])').forEach((form) => {
        form.dataset.started = '';
        notes.push(new Autosave(form));
    });
    root.querySelectorAll('[data-print]').forEach((place) => {
        place.hidden = false;
        place.querySelector('button').addEventListener('click', () => print());
    });
    root.querySelectorAll('button[data-show]').forEach((button) => {
        const field = document.getElementById(button.getAttribute('aria-controls'));
        button.hidden = false;
        button.addEventListener('click', () => {
            const shown = field.type === 'text';
            field.type = shown ? 'password' : 'text';
            button.textContent = shown ? button.dataset.show : button.dataset.hide;
        });
        field.form.addEventListener('submit', () => (field.type = 'password'));
    });
}

start(document);
document.querySelector('.ds-error-summary')?.focus();

let left = null;
document.addEventListener('htmx:before:swap', () => (left = document.activeElement?.id));

// Focus stays where the reader was; where that is gone, it goes to what came instead
document.addEventListener('htmx:after:swap', (event) => {
    const id = event.detail?.ctx?.target?.id ?? event.target?.id;
    const block = id && document.getElementById(id);
    if (!block) return;
    start(block);
    if (document.activeElement !== document.body) return;
    const beside = left && document.getElementById(left)?.parentElement.querySelector('button:enabled');
    const next = beside || block.querySelector('.verdict, [role="alert"], [data-focus], button:enabled');
    next?.focus({ preventScroll: true });
    const top = next?.getBoundingClientRect().top;
    if (top < 0 || top > innerHeight / 2) next.scrollIntoView();
});

// An answer that is not our block, such as "you are signed out", is a page of its own: the form is sent again the plain way
document.addEventListener('htmx:after:request', (event) => {
    const { request, response, sourceElement: form, text } = event.detail.ctx;
    if (response.status < 400 || text.includes(`id="${form.closest('.block')?.id}"`)) return;
    event.preventDefault();
    const { name, value } = request.submitter ?? {};
    if (name) form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
    HTMLFormElement.prototype.submit.call(form);
});

// Nothing came back: what was chosen stands, and the reader is told
document.addEventListener('htmx:error', (event) => {
    const form = event.detail.ctx?.sourceElement;
    if (!form?.isConnected) return;
    const said = form.querySelector('[data-unsent]') ?? document.createElement('p');
    Object.assign(said, { className: 'ds-validation-message', role: 'alert' });
    said.dataset.unsent = '';
    said.textContent = document.getElementById('innhold').dataset.unsent;
    form.append(said);
});

// Signing out clears what the browser keeps: what is not sent is sent first, and if it cannot be, the reader is asked
document.querySelectorAll('form[action="/logg-ut"]').forEach((it) => it.addEventListener('submit', async (event) => {
    const form = event.currentTarget;
    event.preventDefault();
    await Promise.all(notes.map((it) => it.flush()));
    const mine = `notat:${document.getElementById('innhold').dataset.reader}:`;
    const unsent = Object.keys(localStorage).some((key) => key.startsWith(mine));
    if (!unsent || confirm(form.dataset.unsent)) HTMLFormElement.prototype.submit.call(form);
}));

// The menu closes when one clicks elsewhere or presses Escape
const menu = document.querySelector('.more-menu');
document.addEventListener('click', (event) => menu?.open && !menu.contains(event.target) && (menu.open = false));
document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && menu?.open) {
        menu.open = false;
        menu.querySelector('summary').focus();
    }
});
