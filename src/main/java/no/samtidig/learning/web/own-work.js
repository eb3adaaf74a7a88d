// What a signed-in reader's browser does besides: saves notes while writing, keeps what could not be sent, keeps lessons for use without network.

const main = document.getElementById('innhold');
const outbox = new Outbox('shared' in main.dataset);
const copies = new Copies(outbox);
const isCopy = 'copy' in document.documentElement.dataset;
new Unsent(outbox); // listens before anything is waited for: a form may be sent at once
await outbox.pickUp().catch(() => {});

function begin(root) {
    root.querySelectorAll('form[data-autosave]:not([data-started])').forEach((form) => {
        form.dataset.started = '';
        new Autosave(form, outbox);
    });
}

begin(document);
document.addEventListener('htmx:after:swap', () => begin(document));
document.querySelectorAll('[data-copies]').forEach((it) => new CopyControl(it, copies));
document.querySelectorAll('[data-outbox-list]').forEach((it) => new OutboxList(it, outbox));
document.querySelectorAll('[data-device]').forEach((it) => new Device(it, copies));

// Sending: now, when the network or the reader comes back, and again with longer and longer waits
let wait = 2000;
let timer;
async function send() {
    clearTimeout(timer);
    const received = [];
    const hear = ({ detail }) => detail.state === 'sent' && detail.page && received.push(detail.page);
    outbox.addEventListener('change', hear);
    const result = await outbox.send(reader()).catch(() => 'waiting');
    outbox.removeEventListener('change', hear);
    if (received.length > 0) copies.refresh([...new Set(received)]).catch(() => {});
    wait = result === 'waiting' ? Math.min(wait * 2, 60000) : 2000;
    if (result === 'waiting' && ((await outbox.of(reader())).length > 0 || (await outbox.leaving()))) timer = setTimeout(send, wait);
    tell();
}
outbox.addEventListener('change', ({ detail }) => {
    if (detail.state === 'waiting') {
        clearTimeout(timer);
        timer = setTimeout(send, wait);
    }
    tell();
});
addEventListener('online', send);
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && send());
send();

// In the header: how much is not sent. On top: that this is a copy
async function tell() {
    const items = await outbox.of(reader()).catch(() => []);
    const sign = document.querySelector('.unsent-sign');
    sign.hidden = items.length === 0;
    sign.lastElementChild.textContent = sign.dataset.text.replace('{0}', items.length);
}
function offline() {
    const note = document.querySelector('.offline-note');
    const from = new Date(document.documentElement.dataset.copy ?? NaN);
    note.hidden = !isCopy && navigator.onLine;
    note.lastElementChild.textContent = isNaN(from)
        ? note.dataset.away
        : note.dataset.copy.replace('{0}', from.toLocaleString(document.documentElement.lang, { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' }));
}
tell();
offline();
addEventListener('online', offline);
addEventListener('offline', offline);

// Whose device this is now, and whether the copies are the newest
if (!isCopy && Copies.possible && !('shared' in main.dataset)) {
    Outbox.alone('samtidig-copies', () => copies.belongTo(reader()))
        .then(() => seldom(`copies ${document.documentElement.lang}`, () => copies.renew()))
        .catch(() => {});
}

/** At most once an hour in this tab. */
async function seldom(name, work) {
    if (Math.abs(Date.now() - Number(sessionStorage.getItem(name) ?? 0)) < 3600000) return;
    await work();
    sessionStorage.setItem(name, Date.now());
}

// Signing out clears what the browser keeps: what is not sent is sent first, and if it will not be taken, the reader is asked. Where the
// server does not answer nobody can be signed out: the copies go, what waits stays, and signing out waits with it
document.querySelectorAll('form[action="/logg-ut"]').forEach((it) => it.addEventListener('submit', async (event) => {
    const form = event.currentTarget;
    event.preventDefault();
    const result = (await outbox.count()) > 0 ? await outbox.send(reader()) : 'sent';
    if (result !== 'waiting' && (await outbox.count()) > 0 && !confirm(form.dataset.unsent)) return;
    const [ended] = result === 'waiting' ? [result] : await Outbox.post({ url: form.getAttribute('action'), fields: [] });
    if (ended === 'waiting') await leave();
    else await left(form);
}));

async function leave() {
    await outbox.leave(reader());
    if (Copies.possible) await copies.drop().catch(() => {});
    main.replaceChildren(document.getElementById('leaving').content.cloneNode(true));
    const title = main.querySelector('h1');
    document.title = title.textContent;
    title.focus();
    outbox.dispatchEvent(new CustomEvent('change', { detail: { state: 'waiting' } }));
}

/** Signed out: the server is asked once more, now to have the browser forget everything, unless something was refused and would be lost. */
async function left(form) {
    if (Copies.possible) await Copies.forget().catch(() => {});
    if (form) HTMLFormElement.prototype.submit.call(form);
    else location.assign('/');
}
outbox.addEventListener('change', async ({ detail }) => {
    if (detail.state === 'left') await left((await outbox.count()) === 0 && document.querySelector('form[action="/logg-ut"]'));
});
