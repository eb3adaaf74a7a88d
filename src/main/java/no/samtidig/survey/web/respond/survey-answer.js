// Answering a survey, on top of pages that work without this: questions that come and go as one answers, a slider, counters, answers kept
// on the device until they are sent, and pages that the back button can go between. Nothing is told to anybody before one presses send.

/** Makes a document of a page from our own server; nothing of it runs. */
const pages = globalThis.trustedTypes?.createPolicy('survey-answer', { createHTML: (text) => text }) ?? { createHTML: (text) => text };
const root = document.getElementById('svar');
const FIELD = 'svar.';

/** Where unsent answers lie: on one's own device until sent, on any other only as long as the tab is open. */
class Kept {
    #store;
    #name;

    constructor(key, isShared) {
        this.#name = key && `samtidig-survey ${key}`;
        try {
            this.#store = isShared ? sessionStorage : localStorage;
        } catch {
            // a browser that keeps nothing
        }
    }

    /** What lies there; undefined where nothing does. */
    get() {
        try {
            return this.#name && JSON.parse(this.#store.getItem(this.#name)) || undefined;
        } catch {
            return undefined;
        }
    }

    /** True where it is kept. */
    put(answer) {
        if (!this.#name) return false;
        try {
            this.#store.setItem(this.#name, JSON.stringify(answer));
            return true;
        } catch {
            return false;
        }
    }

    remove() {
        for (const store of [() => localStorage, () => sessionStorage]) {
            try {
                if (this.#name) store().removeItem(this.#name);
            } catch {
                // as above
            }
        }
    }
}

const isShared = 'shared' in document.getElementById('innhold').dataset;

/** Whether a rule of the questionnaire holds for what is in the form; the same as Condition does at the server. */
function holds(rule, data) {
    if (rule.all) return rule.all.every((it) => holds(it, data));
    if (rule.any) return rule.any.some((it) => holds(it, data));
    if (rule.not) return !holds(rule.not, data);
    const answer = data.getAll(FIELD + rule.key).map((it) => it.trim()).filter(Boolean);
    if (rule.values) return answer.some((it) => rule.values.includes(it));
    if ('least' in rule) return /^-?\d{1,9}$/.test(answer[0] ?? '') && answer[0] >= rule.least && answer[0] <= rule.most;
    return answer.length > 0;
}

/** What the form says, without answers to what is not shown: those do not count for rules either. */
function counted(form) {
    const data = new FormData(form);
    form.querySelectorAll('.item[hidden]').forEach((item) => item.querySelectorAll('[name]').forEach((field) => data.delete(field.name)));
    return data;
}

/** Shows what the answers so far lead to, in order, so that what hides one question hides those that hang on it. */
function follow(form) {
    form.querySelectorAll('.item').forEach((item) => {
        if (item.dataset.rule) item.hidden = !holds(JSON.parse(item.dataset.rule), counted(form));
        const mark = item.querySelector('[data-required-mark]');
        if (mark && item.dataset.required) {
            const must = holds(JSON.parse(item.dataset.required), counted(form));
            mark.hidden = !must;
            item.querySelectorAll('[aria-required]').forEach((it) => it.setAttribute('aria-required', must));
        }
    });
    if (form.elements.vist) {
        form.elements.vist.value = [...form.querySelectorAll('.item:not([hidden])')].map((it) => it.dataset.item).join(' ');
    }
}

function line(form, state) {
    const it = form.querySelector('.respond__save');
    it.dataset.state = state;
    it.firstElementChild.dataset.name = { local: 'device', sending: 'sending', failed: 'warning' }[state] ?? '';
    it.lastElementChild.textContent = it.dataset[state] ?? '';
}

function sliders(form) {
    form.querySelectorAll('.slider__range').forEach((range) => {
        const number = document.getElementById(range.dataset.field);
        const show = () => {
            const set = /^(\d|10)$/.test(number.value.trim());
            range.toggleAttribute('data-unset', !set);
            if (set) range.value = number.value.trim();
            if (set) range.removeAttribute('aria-valuetext');
            else range.setAttribute('aria-valuetext', range.dataset.untouched);
        };
        const take = () => {
            number.value = range.value;
            show();
            number.dispatchEvent(new Event('input', { bubbles: true }));
        };
        range.hidden = false;
        range.addEventListener('input', take);
        // a press on the middle changes nothing, and is an answer all the same
        range.addEventListener('pointerup', () => range.hasAttribute('data-unset') && take());
        range.addEventListener('keydown', (event) => [' ', 'Enter'].includes(event.key) && (event.preventDefault(), take()));
        number.addEventListener('input', show);
        show();
    });
}

function rooms(form) {
    form.querySelectorAll('[data-most]').forEach((field) => {
        const room = document.getElementById(`${field.closest('.item').id}-room`);
        const whole = room.textContent;
        const count = () => {
            const left = field.dataset.most - [...field.value].length;
            const many = Math.abs(left).toLocaleString(document.documentElement.lang);
            room.textContent = left < 0 ? room.dataset.over.replace('#', many) : field.value ? room.dataset.left.replace('#', many) : whole;
            room.toggleAttribute('data-full', left < 0);
            // read aloud only where it matters
            room.toggleAttribute('aria-live', left < 20);
            if (left < 20) room.setAttribute('aria-live', 'polite');
        };
        field.addEventListener('input', count);
        count();
    });
}

/** Something chosen alone takes away the others, and the other way round. */
function alone(field) {
    if (field.type !== 'checkbox' || !field.checked) return;
    field.closest('.choices').querySelectorAll('input:checked').forEach((other) => {
        if (other !== field && ('alone' in field.dataset || 'alone' in other.dataset)) other.checked = false;
    });
}

/** Takes one page's form into use. */
function start(form, moved) {
    const kept = new Kept(form.dataset.key, isShared);
    const side = Number(form.dataset.side);
    let soon;
    const keep = () => {
        clearTimeout(soon);
        soon = undefined;
        if (side === 0) return;
        const fields = [...new FormData(form)].filter(([name]) => name.startsWith(FIELD) || name === 'gruppe' || name === 'versjon');
        line(form, kept.put({ side, fields }) ? 'local' : '');
    };
    sliders(form);
    rooms(form);
    follow(form);
    form.addEventListener('input', ({ target }) => {
        alone(target);
        follow(form);
        clearTimeout(soon);
        soon = setTimeout(keep, 250);
    });
    addEventListener('pagehide', () => soon && keep());
    form.addEventListener('submit', (event) => {
        if (soon) keep();
        // another language changes the whole page
        if (event.submitter?.name === 'sprak') return;
        event.preventDefault();
        send(form, event.submitter, kept);
    });
    if (moved) keep();
    resume(form, kept);
}

/** Offers to go on from where one left off. */
function resume(form, kept) {
    const offer = form.querySelector('[data-resume]');
    const left = kept.get();
    if (!offer || !left) return;
    offer.hidden = false;
    offer.querySelector('[data-resume-go]').addEventListener('click', () => {
        const data = new FormData(form);
        ['versjon', 'gruppe', 'side', ...new Set(left.fields.map(([name]) => name))].forEach((name) => data.delete(name));
        left.fields.forEach(([name, value]) => data.append(name, value));
        data.append('side', left.side);
        data.append('gjor', 'vis');
        post(form, data, kept);
    });
    offer.querySelector('[data-resume-forget]').addEventListener('click', () => {
        kept.remove();
        offer.hidden = true;
        form.querySelector('h1').focus();
    });
}

let busy = false;

function send(form, submitter, kept) {
    const data = new FormData(form);
    if (submitter?.name) data.append(submitter.name, submitter.value);
    return post(form, data, kept);
}

/** Sends a page. Only an answer that carries our own header counts as one: a network's sign-in page says 200 too. */
async function post(form, data, kept, remember = true) {
    if (busy) return;
    busy = true;
    line(form, 'sending');
    try {
        const body = new URLSearchParams([...data]);
        const answer = await fetch(form.getAttribute('action'), { method: 'POST', body, headers: { 'Samtidig-Outbox': '1' }, redirect: 'manual', signal: AbortSignal.timeout(15000) });
        const said = answer.headers.get('Samtidig-Outbox');
        if (said === 'received') {
            kept.remove();
            location.replace(form.dataset.done);
        } else if (said === 'page') {
            show(await answer.text(), remember);
        } else {
            line(form, 'failed');
        }
    } catch {
        line(form, 'failed');
    }
    busy = false;
}

/** Puts a page from the server in this one's place. */
function show(html, remember) {
    const page = new DOMParser().parseFromString(pages.createHTML(html), 'text/html');
    const came = page.getElementById('svar');
    document.title = page.title;
    document.documentElement.lang = page.documentElement.lang;
    root.replaceChildren(...document.adoptNode(came).childNodes);
    root.className = came.className;
    const form = root.querySelector('form');
    if (remember && form) history.pushState({ side: Number(form.dataset.side) }, '');
    begin(came, true);
    scrollTo(0, 0);
    (root.querySelector('.ds-error-summary') ?? root.querySelector('h1')).focus({ preventScroll: true });
}

/** @param {Element} page what tells of the page: the one that came, or this one */
function begin(page, moved) {
    if (page.dataset.forget) new Kept(page.dataset.forget, isShared).remove();
    const form = root.querySelector('#svar-skjema');
    if (form) start(form, moved);
}

// Back and forward go between pages with the answers as they are now, not as they were then
addEventListener('popstate', ({ state }) => {
    const form = root.querySelector('#svar-skjema');
    if (!form) return;
    const data = new FormData(form);
    data.delete('side');
    data.append('side', state?.side ?? 0);
    data.append('gjor', 'vis');
    post(form, data, new Kept(form.dataset.key, isShared), false);
});

// A page from the browser's own memory may be of an answer that has been sent since
addEventListener('pageshow', (event) => event.persisted && location.reload());

if (root) begin(root, false);
