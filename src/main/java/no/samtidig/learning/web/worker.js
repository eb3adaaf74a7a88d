/**
 * The worker between the pages and the network. It reads copies the reader has asked for and sends what waits; it makes no copies but
 * renews the one of a page that is read with network.
 */
const outbox = new Outbox();

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('sync', (event) => event.tag === 'outbox' && event.waitUntil(send()));
addEventListener('fetch', (event) => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (origin !== location.origin || request.method !== 'GET') return;
    if (pathname.startsWith('/a/')) event.respondWith(file(request));
    else if (request.mode === 'navigate') event.respondWith(page(event));
});

async function send() {
    const result = await outbox.send(await reader());
    if (result === 'left') await registration.unregister();
    if (result === 'waiting') throw new Error('try again later');
}

async function reader() {
    return (await outbox.database()).get('device', 'reader');
}

async function file(request) {
    return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

/**
 * From the network where it answers within a few seconds, else from the copy; without either, the page that says what there is. An answer
 * that is not ours (a network's sign-in page, a proxy's message) is shown where there is no copy, and never kept.
 */
async function page(event) {
    const { request } = event;
    const { pathname, search } = new URL(request.url);
    if (await outbox.leaving()) await send().catch(() => {});
    const cache = await cacheOf(pathname).catch(() => undefined);
    if (!cache && !(await anything())) return fetch(request);
    let answer;
    try {
        answer = cache
            ? await fetch(request.url, { headers: { 'Samtidig-Copy': '1', Accept: 'text/html' }, redirect: 'manual', signal: AbortSignal.timeout(6000) })
            : await fetch(request);
        const ours = answer.type === 'opaqueredirect' || answer.headers.has('Samtidig');
        if (ours || (!cache && !between(answer.status))) {
            const mine = answer.headers.get('Samtidig-Reader') === (await reader());
            if (cache && answer.status === 200 && mine && search === '') event.waitUntil(renewed(cache, pathname, answer.clone()));
            return answer;
        }
    } catch {
        // the copy answers
    }
    return (cache && (await stored(cache, pathname))) ?? (await stored(`${await reader()} own`, '/uten-nett')) ?? answer ?? Response.error();
}

/** Whether a proxy says that it finds nobody behind it. */
function between(status) {
    return 502 <= status && status <= 504;
}

/** The cache with the reader's copy of a page. */
async function cacheOf(path) {
    const now = await reader();
    if (path === '/uten-nett' || path === '/min-side/mine-svar') return `${now} own`;
    const [, first, module, lesson] = path.split('/');
    if (first !== 'moduler' || !lesson) return undefined;
    const copy = await (await outbox.database()).get('copy', `${now} /moduler/${module}/${lesson}`);
    return copy && (await caches.match(path, { cacheName: copy.cache, ignoreVary: true })) ? copy.cache : undefined;
}

async function anything() {
    return (await reader().catch(() => undefined)) !== undefined;
}

async function renewed(cache, path, answer) {
    if (await caches.has(cache)) await (await caches.open(cache)).put(path, answer).catch(() => {});
}

/** A copy says that it is one, and from when. */
async function stored(cache, path) {
    const copy = await caches.match(path, { cacheName: cache, ignoreVary: true });
    if (!copy) return undefined;
    const html = (await copy.text()).replace('<html ', `<html data-copy="${copy.headers.get('Date') ?? ''}" `);
    return new Response(html, { status: 200, headers: copy.headers });
}
