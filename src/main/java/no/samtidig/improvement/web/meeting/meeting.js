// The results meeting, on top of pages that work without this: on the shared screen one step at a time, by keyboard and without network, and how
// many phones have joined and voted; on a phone the page that comes by itself, and votes that wait for the network.

const EVERY = 3000;
const LONGEST = 30000;
const MOST = 3;

/** Asks an address again and again, more seldom where nothing answers. Ends where it is told to. */
function ask(address, on, lost) {
    let wait = EVERY;
    const again = () => setTimeout(once, wait + Math.random() * 500);
    async function once() {
        try {
            const response = await fetch(address, { cache: 'no-cache', signal: AbortSignal.timeout(LONGEST) });
            wait = EVERY;
            lost(false);
            if (response.ok && on((await response.text()).trim()) === false) return;
            if (response.status === 404) return; // the meeting is over
        } catch {
            wait = Math.min(wait * 2, LONGEST);
            lost(true);
        }
        again();
    }
    again();
}

function say(place, text) {
    if (place && place.textContent !== text) place.textContent = text;
}

const stage = document.querySelector('.stage');
if (stage) {
    const all = [...stage.querySelectorAll('.stage__step')];
    const steps = all.filter((it) => it.id !== 'kjoreplan'); // the run sheet lies beside the steps
    let at = 0;
    stage.dataset.paged = '';

    const show = (index, focus) => {
        at = Math.max(0, Math.min(steps.length - 1, index));
        all.forEach((step) => (step.hidden = step !== steps[at]));
        scrollTo(0, 0);
        if (focus) steps[at].focus({ preventScroll: true });
    };
    const plan = () => {
        all.forEach((step) => (step.hidden = steps.includes(step)));
        scrollTo(0, 0);
        all.at(-1).focus({ preventScroll: true });
    };
    const fromAddress = () => {
        const target = location.hash && document.getElementById(location.hash.slice(1));
        return target ? steps.findIndex((it) => it.contains(target)) : -1;
    };
    const go = (index) => {
        show(index, true);
        history.replaceState(history.state, '', '#' + steps[at].id);
    };

    const wrong = steps.findIndex((it) => it.querySelector('[aria-invalid="true"], .ds-validation-message'));
    show(wrong >= 0 ? wrong : Math.max(0, fromAddress()), false);
    if (location.hash === '#kjoreplan' && wrong < 0) plan();
    addEventListener('hashchange', () => {
        if (location.hash === '#kjoreplan') return plan();
        const index = fromAddress();
        if (index >= 0) show(index, true);
    });
    stage.addEventListener('click', (event) => {
        const link = event.target.closest('a[rel="next"], a[rel="prev"]');
        if (!link) return;
        event.preventDefault();
        go(at + (link.rel === 'next' ? 1 : -1));
    });
    addEventListener('keydown', (event) => {
        if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest('input, textarea, select, summary, button')) return;
        const way = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[event.key];
        if (!way) return;
        event.preventDefault();
        go(at + way);
    });

    const lost = stage.querySelector('.stage__lost');
    if (stage.dataset.stand) {
        ask(
            stage.dataset.stand,
            (told) => {
                const [joined, voted] = told.split(' ');
                if (voted === undefined) return;
                const room = Number(stage.querySelector('#rom')?.value);
                const more = stage.querySelector('.stage__more');
                say(more, room > 0 && Number(voted) > room ? more?.dataset.text : '');
                stage.querySelectorAll('.stage__standing').forEach((it) => say(it, it.dataset.text.replace('{0}', joined).replace('{1}', voted)));
            },
            (isLost) => say(lost, isLost ? lost.dataset.text : ''),
        );
    }
    // What would be sent without network stays in its fields, and the screen stays where it is
    stage.addEventListener('submit', (event) => {
        if (navigator.onLine) return;
        event.preventDefault();
        say(lost, lost.dataset.form);
        lost.scrollIntoView({ block: 'nearest' });
    });
}

const phone = document.getElementById('delta');
if (phone) {
    const lost = phone.querySelector('.delta__lost');
    const form = document.getElementById('stemme');
    let isSending = false;

    if (phone.dataset.stand) ask(
        phone.dataset.stand,
        (phase) => {
            if (isSending || phase === phone.dataset.phase) return;
            location.replace(location.pathname);
            return false;
        },
        (isLost) => say(lost, isSending ? lost.dataset.unsent : isLost ? lost.dataset.text : ''),
    );

    // Three at once: the fourth is held, and it is said why
    const three = form?.querySelector('.delta__three');
    const hold = () => {
        const boxes = [...form.querySelectorAll('input[type=checkbox]')];
        const isFull = boxes.filter((it) => it.checked).length >= MOST;
        boxes.forEach((it) => {
            it.disabled = isFull && !it.checked;
        });
        say(three, isFull ? three.dataset.text : '');
    };
    form?.addEventListener('change', hold);
    if (form) hold();

    // Votes wait for the network, also where the page is loaded anew: they are sent until they are taken, or the vote is closed
    const kept = 'delta ' + location.pathname;
    async function send(body) {
        isSending = true;
        sessionStorage.setItem(kept, body);
        for (;;) {
            try {
                const response = await fetch(location.pathname, {
                    method: 'POST',
                    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
                    body,
                    signal: AbortSignal.timeout(LONGEST),
                });
                if (response.status < 500) {
                    if (!response.redirected || new URL(response.url).search) sessionStorage.removeItem(kept); // taken, or refused
                    if (response.redirected) location.replace(response.url);
                    else form.submit(); // the server has something to say about it
                    return;
                }
            } catch {
                // no network: again below
            }
            say(lost, lost.dataset.unsent);
            await new Promise((later) => {
                const timer = setTimeout(later, EVERY);
                addEventListener('online', () => { clearTimeout(timer); later(); }, { once: true });
            });
        }
    }
    form?.addEventListener('submit', (event) => {
        event.preventDefault();
        if (!isSending) send(new URLSearchParams(new FormData(form)).toString());
    });
    const unsent = sessionStorage.getItem(kept);
    if (unsent !== null && form) send(unsent);
    else sessionStorage.removeItem(kept);
    if (unsent !== null && phone.dataset.phase === 'over') say(lost, lost.dataset.late);
}
