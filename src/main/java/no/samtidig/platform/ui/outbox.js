/**
 * What was sent and has no receipt yet. It is kept on this device until the server has it, or says why it will not take it. One at a
 * time sends, be it a page or the worker, oldest first; the server counts the same thing once. Used by the pages and by the worker.
 *
 * An item: id (what a newer version of it replaces), reader, url, fields, what (how a person knows it again), at (this device's clock,
 * shown and never reckoned with), state (waiting or refused), status (why refused), and instead: the wording of another page whose place
 * it takes. A note's field skriver says which page wrote it and its which wording this is, so that nothing older takes a newer one's place.
 */
class Outbox extends EventTarget {
    #opened;
    #private;
    #memory = new Map();
    #leaving;
    #channel = new BroadcastChannel('samtidig-outbox');

    /** A private one leaves nothing on the device: what waits is lost with the page. */
    constructor(isPrivate = false) {
        super();
        this.#private = isPrivate;
        this.#channel.onmessage = ({ data }) => this.dispatchEvent(new CustomEvent('change', { detail: data }));
    }

    /** The device's store; another tab's newer version or the browser's tidying closes it, and the next use opens it again. */
    async database() {
        if (this.#private) throw new Error('nothing is kept on this device');
        this.#opened ??= idb.openDB('samtidig', 1, {
            upgrade: (database) => {
                database.createObjectStore('outbox', { keyPath: 'number', autoIncrement: true }).createIndex('id', 'id', { unique: true });
                database.createObjectStore('copy', { keyPath: 'key' });
                database.createObjectStore('device');
            },
            blocking: (now, next, event) => event.target.close(),
            terminated: () => (this.#opened = undefined),
        });
        return this.#opened.catch((failure) => {
            this.#opened = undefined;
            throw failure;
        });
    }

    /**
     * Keeps an item, in place of an older one with the same id. Resolves to true when it is on the disk. Where it cannot be, an item that
     * may is kept in memory, so that it can be sent while the page is open.
     */
    async keep(item, inMemory = false) {
        try {
            const writing = (await this.database()).transaction('outbox', 'readwrite', { durability: 'strict' });
            const ids = writing.store.index('id');
            const older = await ids.get(item.id);
            if (older && wording(older) > wording(item)) return true;
            if (older) writing.store.delete(older.number);
            const instead = item.instead && (await ids.get(item.instead.id));
            if (instead && Outbox.field(instead, 'skriver') === item.instead.wording) writing.store.delete(instead.number);
            writing.store.add({ ...item, state: 'waiting' });
            await writing.done;
        } catch {
            if (inMemory) this.#memory.set(item.id, { ...item, state: 'waiting', number: Number.MAX_SAFE_INTEGER });
            this.#memory.delete(item.instead?.id);
            return false;
        }
        this.#memory.delete(item.id);
        this.#tell(item, 'waiting');
        globalThis.navigator.serviceWorker?.getRegistration().then((it) => it?.sync?.register('outbox')).catch(() => {});
        return true;
    }

    /** The last words of a page that is being closed: there is no time for the store, so the next page puts them there. */
    leaveBehind(item) {
        if (this.#private) return;
        try {
            localStorage.setItem(`samtidig-left ${item.id}`, JSON.stringify(item));
        } catch {
            // a device that keeps nothing
        }
    }

    /** Puts into the store what pages left in a hurry. */
    async pickUp() {
        if (this.#private) return;
        for (const name of Object.keys(localStorage).filter((it) => it.startsWith('samtidig-left '))) {
            if (await this.keep(JSON.parse(localStorage.getItem(name)))) localStorage.removeItem(name);
        }
    }

    static field(item, name) {
        return item.fields.find(([its]) => its === name)?.[1];
    }

    static text(item) {
        return Outbox.field(item, 'tekst') ?? '';
    }

    /** The items of one reader, oldest first. */
    async of(reader) {
        const disk = await this.database().then((it) => it.getAll('outbox'), () => []);
        return [...disk, ...this.#memory.values()].filter((it) => it.reader === reader);
    }

    async find(id) {
        return this.#memory.get(id) ?? (await this.database()).getFromIndex('outbox', 'id', id);
    }

    /** How many items wait on this device, whoever they belong to. */
    async count() {
        return this.#memory.size + (await this.database().then((it) => it.count('outbox'), () => 0));
    }

    async remove(item) {
        await this.#replace(item, undefined);
        this.#tell(item, 'removed');
    }

    /** Puts a newer state in an item's place, unless the item has been replaced meanwhile. */
    async #replace(item, next) {
        const kept = this.#memory.get(item.id);
        if (kept) {
            if (Outbox.text(kept) !== Outbox.text(item)) return;
            if (next) this.#memory.set(item.id, next);
            else this.#memory.delete(item.id);
            return;
        }
        const writing = (await this.database()).transaction('outbox', 'readwrite', { durability: 'strict' });
        if (await writing.store.get(item.number)) await (next ? writing.store.put(next) : writing.store.delete(item.number));
        await writing.done;
    }

    /**
     * Sends what waits. Resolves to how it ended: sent (nothing waits any more), left (and the reader is signed out, as they asked),
     * waiting (the server does not answer) or signin (somebody must sign in first).
     */
    async send(reader) {
        return Outbox.alone('samtidig-outbox', async () => {
            const done = new Set();
            for (;;) {
                const item = (await this.of(reader)).find((it) => it.state === 'waiting' && !done.has(it.id + Outbox.text(it)));
                if (!item) return this.#left(reader);
                done.add(item.id + Outbox.text(item));
                this.#tell(item, 'sending');
                const [result, status] = await Outbox.post(item);
                if (result === 'sent') await this.#replace(item, undefined);
                if (result === 'refused') await this.#replace(item, { ...item, state: 'refused', status });
                this.#tell(item, result, status);
                if (result === 'waiting' || result === 'signin') return result;
            }
        });
    }

    /** Signs the reader out as soon as the server answers and nothing of theirs waits; until then they are signed in. */
    async leave(reader) {
        this.#leaving = reader;
        await this.database().then((it) => it.put('device', reader, 'leaving')).catch(() => {});
    }

    /** Who asked to be signed out while the server did not answer. */
    async leaving() {
        return this.#leaving ?? this.database().then((it) => it.get('device', 'leaving')).catch(() => undefined);
    }

    async #left(reader) {
        if (!reader || (await this.leaving()) !== reader) return 'sent';
        const [result, status] = await Outbox.post({ url: '/logg-ut', fields: [['leser', reader]] });
        if (result === 'waiting') return result;
        this.#leaving = undefined;
        await this.database().then((it) => it.delete('device', 'leaving')).catch(() => {});
        if (result !== 'sent') return result;
        this.#tell({ id: '/logg-ut', reader, url: '/logg-ut', fields: [] }, 'left', status);
        return 'left';
    }

    /** Tries once. Only an answer that carries our own header counts as one: a network's sign-in page says 200 too. */
    static async post(item) {
        const body = new URLSearchParams(item.fields);
        if ('sent' in item) body.set('sendt', item.sent); // kept by an earlier release
        try {
            const headers = { 'Samtidig-Outbox': '1' };
            const answer = await fetch(item.url, { method: 'POST', body, headers, redirect: 'manual', signal: AbortSignal.timeout(15000) });
            const said = answer.headers.get('Samtidig-Outbox');
            if (said === 'received') return ['sent', answer.status];
            if (said === 'sign-in-required' || said === 'other-reader') return ['signin', answer.status];
            if (said === null || answer.status >= 500 || answer.status === 429) return ['waiting', answer.status];
            return ['refused', answer.status];
        } catch {
            return ['waiting', 0];
        }
    }

    #tell(item, state, status) {
        const detail = { id: item.id, status, reader: item.reader, url: item.url, page: item.what?.page, text: Outbox.text(item), state };
        this.dispatchEvent(new CustomEvent('change', { detail }));
        this.#channel.postMessage(detail);
    }

    /** Does it while nobody else on this device does anything under the same name. */
    static alone(name, work) {
        return globalThis.navigator.locks ? globalThis.navigator.locks.request(name, work) : work();
    }
}

/** Which of its page's wordings an item is; 0 where it is no note. */
function wording(item) {
    return Number(Outbox.field(item, 'skriver')?.split(':')[1] ?? 0);
}
