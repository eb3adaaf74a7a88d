/** Lessons kept on this device for use without network. A copy is whole or not there: a new one takes the old one's place when it is complete. */
class Copies {
    static FILES = 'samtidig-files';
    static OWN = ['/uten-nett', '/min-side/mine-svar'];
    #outbox;

    constructor(outbox) {
        this.#outbox = outbox;
    }

    static get possible() {
        return 'serviceWorker' in navigator && 'caches' in globalThis && 'indexedDB' in globalThis;
    }

    static async list() {
        const answer = await fetch('/uten-nett/leksjoner.json');
        if (!answer.ok || !answer.headers.has('Samtidig')) throw new Error(String(answer.status));
        return answer.json();
    }

    async all() {
        return (await (await this.#outbox.database()).getAll('copy')).filter((it) => it.reader === reader());
    }

    /** Keeps lessons, telling how many are done after each. */
    async keep(paths, told = () => {}) {
        await register();
        navigator.storage?.persist?.().catch(() => {});
        return Outbox.alone('samtidig-copies', async () => {
            const list = await Copies.list();
            await this.#sweep();
            await this.#own();
            await keepFiles(list.files);
            for (const [done, path] of paths.entries()) {
                told(done);
                await this.#keepOne(list.lessons.find((it) => it.path === path), list.files);
            }
            told(paths.length);
        });
    }

    async #keepOne(lesson, files) {
        const name = `${reader()} ${lesson.path} ${crypto.randomUUID()}`;
        try {
            const cache = await caches.open(name);
            let bytes = 0;
            for (const page of lesson.pages) {
                const answer = await copied(page);
                bytes += (await answer.clone().blob()).size;
                await cache.put(page, answer);
            }
            const database = await this.#outbox.database();
            const key = `${reader()} ${lesson.path}`;
            const writing = database.transaction('copy', 'readwrite', { durability: 'strict' });
            const older = await writing.store.get(key);
            const { path, module, title, version } = lesson;
            writing.store.put({ key, reader: reader(), path, module, title, version, files, bytes, cache: name, at: new Date().toISOString() });
            await writing.done;
            if (older) await caches.delete(older.cache);
        } catch (failure) {
            await caches.delete(name);
            throw failure;
        }
    }

    /** The pages that are needed without network besides the lessons. */
    async #own() {
        const cache = await caches.open(`${reader()} own`);
        for (const page of Copies.OWN) await cache.put(page, await copied(page));
    }

    async remove(paths) {
        const database = await this.#outbox.database();
        for (const copy of (await this.all()).filter((it) => paths.includes(it.path))) {
            await database.delete('copy', copy.key);
            await caches.delete(copy.cache);
        }
        if ((await database.count('copy')) === 0) await Copies.forget();
    }

    /** Brings copies up to date in silence: another wording, language or release. What fails leaves the old copy as it was. */
    async renew() {
        const copies = await this.all();
        await Outbox.alone('samtidig-copies', () => this.#sweep());
        if (copies.length === 0) return;
        const { lessons } = await Copies.list();
        const stale = copies.filter((copy) => lessons.some((it) => it.path === copy.path && it.version !== copy.version));
        const gone = copies.filter((copy) => !lessons.some((it) => it.path === copy.path));
        if (gone.length > 0) await this.remove(gone.map((it) => it.path));
        if (stale.length > 0) await this.keep(stale.map((it) => it.path));
    }

    /** Takes away what a download that was broken off left, and files that no copy needs any more. */
    async #sweep() {
        const kept = await (await this.#outbox.database()).getAll('copy');
        const names = new Set(kept.map((it) => it.cache));
        for (const name of await caches.keys()) if (name.includes(' /moduler/') && !names.has(name)) await caches.delete(name);
        if (!(await caches.has(Copies.FILES))) return;
        const needed = new Set(kept.flatMap((it) => it.files));
        const files = await caches.open(Copies.FILES);
        for (const request of await files.keys()) if (!needed.has(new URL(request.url).pathname)) await files.delete(request);
    }

    /** After something was received: the copies of its pages show it too. */
    async refresh(pages) {
        for (const copy of await this.all()) {
            for (const page of pages.filter((it) => it.startsWith(`${copy.path}/`))) {
                if (!(await caches.has(copy.cache))) continue;
                const cache = await caches.open(copy.cache);
                await cache.put(page, await copied(page));
                await cache.put(copy.path, await copied(copy.path));
            }
        }
    }

    /** Whoever reads here now. Another reader's copies go; what another reader has not sent stays until they come back. */
    async belongTo(now) {
        const database = await this.#outbox.database();
        if ((await database.get('device', 'reader')) === now) return;
        for (const copy of (await database.getAll('copy')).filter((it) => it.reader !== now)) await database.delete('copy', copy.key);
        // By their names, so that a page left in the middle of this leaves nothing that the next one would not find
        for (const name of await caches.keys()) if (name !== Copies.FILES && !name.startsWith(`${now} `)) await caches.delete(name);
        await database.put('device', now, 'reader');
    }

    /** Takes every copy away and leaves the worker, which has something to send yet. */
    async drop() {
        await (await this.#outbox.database()).clear('copy');
        for (const name of await caches.keys()) await caches.delete(name);
    }

    /** Leaves nothing of any lesson on the device. */
    static async forget() {
        for (const name of await caches.keys()) await caches.delete(name);
        for (const it of await navigator.serviceWorker.getRegistrations()) await it.unregister();
    }
}

/**
 * A page as a copy for use without network: with what a question needs to answer by itself. It must say that it is ours and this reader's: a
 * network's sign-in page and a proxy's message say 200 too.
 */
async function copied(page) {
    const answer = await fetch(page, { headers: { 'Samtidig-Copy': '1' }, redirect: 'error', signal: AbortSignal.timeout(30000) });
    if (!answer.ok || answer.headers.get('Samtidig-Reader') !== reader()) throw new Error(`${page} ${answer.status}`);
    return answer;
}

async function keepFiles(files) {
    const cache = await caches.open(Copies.FILES);
    for (const file of files) {
        if (await cache.match(file)) continue;
        const answer = await fetch(file, { cache: 'reload' });
        if (!answer.ok || !answer.headers.has('Samtidig')) throw new Error(`${file} ${answer.status}`);
        await cache.put(file, answer);
    }
}

const workerAddress = globalThis.trustedTypes?.createPolicy('samtidig-worker', { createScriptURL: () => '/arbeider.js' }).createScriptURL('') ?? '/arbeider.js';

async function register() {
    await navigator.serviceWorker.register(workerAddress, { scope: '/', updateViaCache: 'none' });
    await navigator.serviceWorker.ready;
}

/** The place on a page where copies are made, watched and removed: lists its lessons in data-copies. */
class CopyControl {
    #place;
    #copies;
    #paths;

    constructor(place, copies) {
        this.#place = place;
        this.#copies = copies;
        this.#paths = place.dataset.copies.split(' ');
        place.hidden = false;
        place.querySelector('[data-do=keep]').addEventListener('click', () => this.#keep());
        place.querySelector('[data-do=remove]').addEventListener('click', () => this.#remove());
        if ('shared' in document.getElementById('innhold').dataset) this.#say('shared');
        else if (Copies.possible) this.#look();
        else this.#say('impossible');
    }

    async #look() {
        const mine = (await this.#copies.all().catch(() => [])).filter((it) => this.#paths.includes(it.path));
        const bytes = mine.reduce((sum, it) => sum + it.bytes, 0);
        if (mine.length === 0) this.#say('none');
        else if (mine.length < this.#paths.length) this.#say('some', mine.length, this.#paths.length);
        else this.#say('kept', size(bytes), new Date(mine[0].at).toLocaleDateString(document.documentElement.lang, { day: 'numeric', month: 'long' }));
    }

    async #keep() {
        const progress = this.#place.querySelector('progress');
        progress.max = this.#paths.length;
        try {
            await this.#copies.keep(this.#paths, (done) => {
                progress.value = done;
                this.#say('keeping', Math.min(done + 1, this.#paths.length), this.#paths.length);
            });
            await this.#look();
        } catch (failure) {
            this.#say(failure.name === 'QuotaExceededError' ? 'full' : 'failed');
        }
    }

    async #remove() {
        await this.#copies.remove(this.#paths);
        await this.#look();
        this.#place.querySelector('[data-do=keep]').focus();
    }

    #say(state, ...values) {
        this.#place.dataset.state = state;
        const text = this.#place.querySelector(`[data-say=${state}]`)?.textContent ?? '';
        this.#place.querySelector('[role=status]').textContent = values.reduce((said, value, i) => said.replace(`{${i}}`, value), text);
    }
}

function size(bytes) {
    return bytes < 1e6 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 })} MB`;
}
