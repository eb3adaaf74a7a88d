/**
 * What a form of a lesson sends while the server does not answer: it is kept in the outbox, and the block goes on by itself where the page
 * is a copy made for use without network (it holds a template with the answers, data-kept). A block on an ordinary page waits for the
 * server's answer.
 */
class Unsent {
    #outbox;

    constructor(outbox) {
        this.#outbox = outbox;
        this.#lay();
        outbox.addEventListener('change', ({ detail }) => this.#heard(detail));
        document.addEventListener('htmx:error', (event) => {
            const { sourceElement: form, request } = event.detail.ctx ?? {};
            if (form?.isConnected) this.#failed(form, request?.submitter);
        });
        document.addEventListener('submit', (event) => {
            if (event.target.matches('form[data-next]')) this.#finish(event);
        });
        document.addEventListener('click', (event) => {
            const again = event.target.closest('[data-again]');
            if (again) this.#again(again.closest('.block'));
        });
    }

    /** What waits in this lesson shows on its page as if it had been sent. */
    async #lay() {
        const lesson = location.pathname.split('/').slice(0, 4).join('/');
        const items = await this.#outbox.of(reader()).catch(() => []);
        for (const item of items.filter((it) => it.url.startsWith(`${lesson}/`))) {
            const [, , , , place, name, act] = item.url.split('/');
            if (name === 'ferdig') {
                document.querySelectorAll(`a[href="${lesson}/${place}"]`).forEach((it) => it.closest('[data-state=ahead]')?.setAttribute('data-state', 'done'));
            } else if (place === 'blokk' && act !== 'notat') {
                const block = document.getElementById(name);
                if (block) this.#show(block, item.fields, item);
            }
        }
    }

    async #failed(form, submitter) {
        if (submitter?.name === 'flytt') {
            move(submitter);
            return;
        }
        const item = itemOf(form, submitter);
        const block = form.closest('.block');
        if (incomplete(form, choices(item.fields))) {
            told(form, 'incomplete');
            return;
        }
        if (!(await this.#outbox.keep(item))) {
            told(form, 'unsent');
            return;
        }
        if (form.elements.nokkel) form.elements.nokkel.value = crypto.randomUUID();
        if (!block) return;
        this.#show(block, item.fields, item);
        block.querySelector('.case__scene, [data-kept-shown] .verdict')?.focus({ preventScroll: true });
    }

    /** Finishing a step: sent from here, so that no network is not a dead end. */
    async #finish(event) {
        event.preventDefault();
        const form = event.target;
        const item = itemOf(form, event.submitter);
        const button = form.querySelector('button');
        button.disabled = true;
        const [result] = navigator.onLine ? await Outbox.post(item) : ['waiting'];
        const kept = result === 'waiting' && (await this.#outbox.keep(item));
        button.disabled = false;
        if (result === 'sent' || kept) location.assign(form.dataset.next);
        else if (result === 'waiting') told(form, 'unsent');
        else HTMLFormElement.prototype.submit.call(form);
    }

    /** Shows an answer that waits: the way the server would, where the page can; else that it waits. */
    #show(block, fields, item) {
        block.querySelector('[data-kept-shown]')?.remove();
        const template = block.querySelector('template[data-kept]');
        const shown = document.createElement('div');
        shown.dataset.keptShown = item.id;
        if (block.matches('.case') && template) {
            scene(block, choices(fields));
        } else if (template) {
            if (template.dataset.kept !== 'done') shown.append(heading(block));
            shown.append(template.content.cloneNode(true));
            ({ options, order, match }[template.dataset.kept] ?? (() => {}))(shown, choices(fields));
            block.querySelectorAll('form, .verdict:not([data-kept-shown] *)').forEach((it) => (it.hidden = !shown.contains(it)));
        }
        shown.append(document.getElementById('kept').content.cloneNode(true));
        if (template) shown.querySelector('[data-later]').remove();
        if (item.state === 'refused') saveLine(shown.querySelector('.save-line'), 'failed');
        block.querySelector('form [data-unsent]')?.remove();
        const last = block.querySelector('.duty__disclaimer');
        if (last) last.before(shown);
        else block.append(shown);
    }

    #again(block) {
        block.querySelector('[data-kept-shown]').remove();
        block.querySelectorAll('form').forEach((it) => (it.hidden = false));
        block.querySelector('form').reset();
        block.querySelector('input, select, button')?.focus();
    }

    #heard({ id, state, page }) {
        const shown = document.querySelector(`[data-kept-shown="${CSS.escape(id)}"]`);
        if (!shown) return;
        const line = shown.querySelector('.save-line');
        saveLine(line, { sent: 'saved', sending: 'sending', refused: 'failed', signin: 'signin' }[state] ?? 'local');
        const block = shown.closest('.block');
        if (state === 'sent' && !block.querySelector('template[data-kept]') && page === location.pathname) {
            htmx.ajax('GET', page, { target: `#${block.id}`, select: `#${block.id}`, swap: 'outerHTML' });
        }
    }
}

/** Nothing was chosen, or not everything that must be: the server would say so too. */
function incomplete(form, chosen) {
    return chosen.includes(-1) || (chosen.length === 0 && form.querySelector('.choices') !== null);
}

/** Nothing could be sent and nothing kept, or not all was chosen: what was chosen stands, and the reader is told. */
function told(form, what) {
    const said = form.querySelector('[data-unsent]') ?? document.createElement('p');
    Object.assign(said, { className: 'ds-validation-message', role: 'alert' });
    said.dataset.unsent = '';
    said.textContent = form.dataset[what] ?? document.getElementById('innhold').dataset[what];
    form.append(said);
}

/** The question of a form, as a heading for when the form is hidden. */
function heading(block) {
    const question = block.querySelector('form .quiz__question');
    const title = Object.assign(document.createElement('h2'), { className: 'quiz__question' });
    if (question?.lang) title.lang = question.lang;
    title.append(...(question?.cloneNode(true).childNodes ?? []));
    return title;
}

function choices(fields) {
    return fields.filter(([name, value]) => name === 'valg' && value !== '').map(([, value]) => Number(value));
}

/** Keeps one of the two verdicts; where the answer has several parts, it tells how much of it was right. */
function verdict(shown, right, partly = null) {
    shown.querySelector(`.verdict[data-verdict=${right ? 'wrong' : 'right'}]`).remove();
    if (right || !partly) return;
    const [kind, ...numbers] = partly;
    const text = shown.querySelector(`template[data-partly=${kind}]`).content.textContent;
    shown.querySelector('.verdict span:last-child').textContent = numbers.reduce((said, it, i) => said.replace(`{${i}}`, it), text);
}

function options(shown, chosen) {
    const all = [...shown.querySelectorAll('.answer')];
    const mine = (it) => chosen.includes(Number(it.dataset.option));
    all.forEach((it) => {
        const marks = it.querySelectorAll(mine(it) ? '[data-mine]' : '[data-missed]');
        marks.forEach((mark) => (mark.hidden = false));
        if (mine(it)) it.dataset.chosen = '';
    });
    const right = all.filter((it) => it.dataset.answer === 'right');
    const found = right.filter(mine).length;
    const wrong = chosen.length - found;
    const kind = wrong === 0 ? 'missed' : found === right.length ? 'extra' : 'both';
    verdict(shown, wrong === 0 && found === right.length, shown.querySelector('[data-missed]') && [kind, found, right.length, wrong]);
}

function places(shown, all) {
    const found = all.filter((it) => it.dataset.answer === 'right').length;
    verdict(shown, found === all.length, ['places', found, all.length, all.length - found]);
}

function order(shown, chosen) {
    const all = [...shown.querySelectorAll('.answer')];
    all.forEach((it, place) => {
        const same = chosen[place] === place;
        it.dataset.answer = same ? 'right' : 'wrong';
        it.querySelectorAll(same ? '[data-same]' : '[data-other]').forEach((mark) => (mark.hidden = false));
        const other = it.querySelector('[data-other]');
        other.textContent = other.textContent.replace('#', chosen.indexOf(place) + 1);
    });
    places(shown, all);
}

function match(shown, chosen) {
    const all = [...shown.querySelectorAll('.answer')];
    all.forEach((it, row) => {
        const same = chosen[row] === row;
        it.dataset.answer = same ? 'right' : 'wrong';
        it.querySelectorAll(same ? '[data-same]' : '[data-other]').forEach((mark) => (mark.hidden = false));
        it.querySelector('[data-mine]').textContent = all[chosen[row]]?.querySelector('strong').textContent ?? '';
    });
    places(shown, all);
}

/** Moves one item of an ordering, as the server would have. */
function move(button) {
    const item = button.closest('li');
    const up = button.value.endsWith(':opp');
    const beside = up ? item.previousElementSibling : item.nextElementSibling;
    if (!beside) return;
    (up ? item : beside).after(up ? beside : item);
    [...item.parentElement.children].forEach((it, place, all) => {
        const [first, second] = it.querySelectorAll('.move');
        first.disabled = place === 0;
        second.disabled = place === all.length - 1;
        it.querySelectorAll('[data-place]').forEach((said) => (said.textContent = said.textContent.replace(/\d+/, place + 1)));
    });
    (button.disabled ? item.querySelector('.move:enabled') : button).focus();
}

/** Goes to the scene a way leads to. */
function scene(block, way) {
    const at = (id) => block.querySelector(`template[data-kept="${CSS.escape(id)}"]`).content.cloneNode(true);
    let here = at(block.dataset.start);
    for (const choice of way) here = at(here.querySelectorAll('.case__choice')[choice].dataset.to);
    const place = block.querySelector('.case__scene');
    const back = block.querySelector('.case__back');
    place.replaceChildren(here);
    back.hidden = way.length === 0;
    const carry = (form, choices) => {
        if (!form) return;
        form.querySelectorAll('input[name=valg]').forEach((it) => it.remove());
        form.elements.nokkel.value = crypto.randomUUID();
        form.querySelector('button').before(...choices.map((value) => Object.assign(document.createElement('input'), { type: 'hidden', name: 'valg', value })));
    };
    carry(place.querySelector('form'), way);
    carry(back.querySelector('form'), way.slice(0, -1));
    htmx.process(place);
}
