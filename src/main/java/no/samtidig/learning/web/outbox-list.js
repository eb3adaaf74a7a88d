/** What waits on this device, on the page of one's own answers. The rows are made from a template on the page. */
class OutboxList {
    #place;
    #outbox;

    constructor(place, outbox) {
        this.#place = place;
        this.#outbox = outbox;
        place.hidden = false;
        place.querySelector('[data-do=send]').addEventListener('click', () => outbox.send(reader()));
        outbox.addEventListener('change', ({ detail }) => this.#heard(detail));
        this.#draw();
    }

    /** The receipts come from the server: when nothing waits any more, the page is asked for anew. */
    async #heard({ state }) {
        if (state === 'sent' && (await this.#outbox.of(reader())).length === 0) location.reload();
        else this.#draw();
    }

    async #draw() {
        const items = await this.#outbox.of(reader());
        const others = (await this.#outbox.count()) - items.length;
        const rows = items.map((item) => {
            const row = this.#place.querySelector('template').content.cloneNode(true).firstElementChild;
            const say = (name, text) => (row.querySelector(`[data-of=${name}]`).textContent = text);
            say('title', item.what?.title ?? '');
            say('kind', this.#text(item.what?.kind) ?? this.#text('svar'));
            say('at', new Date(item.at).toLocaleString(document.documentElement.lang, { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' }));
            say('written', Outbox.text(item));
            say('state', this.#text(item.state === 'refused' ? `refused-${item.status}` : 'waiting') ?? this.#text('refused'));
            row.dataset.state = item.state;
            row.querySelector('a').href = item.what?.page ?? '/min-side';
            row.querySelector('[data-do=remove]').hidden = item.state !== 'refused';
            row.querySelector('[data-do=remove]').addEventListener('click', () => this.#outbox.remove(item));
            return row;
        });
        this.#place.querySelector('ul').replaceChildren(...rows);
        this.#place.querySelector('[data-when=empty]').hidden = items.length > 0;
        this.#place.querySelector('[data-when=some]').hidden = items.length === 0;
        const foreign = this.#place.querySelector('[data-when=others]');
        foreign.hidden = others === 0;
    }

    #text(name) {
        return this.#place.querySelector(`[data-say="${name}"]`)?.textContent;
    }
}

/** What is kept on this device, on the page about use without network. */
class Device {
    #place;
    #copies;

    constructor(place, copies) {
        this.#place = place;
        this.#copies = copies;
        if (!Copies.possible) return;
        place.querySelector('[data-do=remove]').addEventListener('click', async () => {
            await copies.remove((await copies.all()).map((it) => it.path));
            this.#draw();
        });
        this.#draw();
    }

    async #draw() {
        const all = await this.#copies.all().catch(() => []);
        const rows = all.map((copy) => {
            const row = this.#place.querySelector('template').content.cloneNode(true).firstElementChild;
            Object.assign(row.querySelector('a'), { href: copy.path, textContent: copy.title });
            row.querySelector('[data-of=size]').textContent = size(copy.bytes);
            return row;
        });
        this.#place.querySelector('ul').replaceChildren(...rows);
        this.#place.querySelector('[data-when=empty]').hidden = all.length > 0;
        this.#place.querySelector('[data-when=some]').hidden = all.length === 0;
    }
}
