// The results meeting, on top of pages that work without this: on the shared screen one step at a time, by keyboard and without network, and how
// many phones have joined and voted; on a phone the page that comes by itself, and votes that wait for the network.

const EVERY = 3000;
const LONGEST = 30000;

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
    const steps = [...stage.querySelectorAll('.stage__step')];
    let at = 0;
    stage.dataset.paged = '';

    const show = (index, focus) => {
        at = Math.max(0, Math.min(steps.length - 1, index));
        steps.forEach((step, i) => (step.hidden = i !== at));
        scrollTo(0, 0);
        if (focus) steps[at].focus({ preventScroll: true });
    };
    const fromAddress = () => steps.findIndex((it) => '#' + it.id === location.hash);
    const go = (index) => {
        show(index, true);
        history.replaceState(history.state, '', '#' + steps[at].id);
    };

    const wrong = steps.findIndex((it) => it.querySelector('[aria-invalid="true"], .ds-validation-message'));
    show(wrong >= 0 ? wrong : Math.max(0, fromAddress()), false);
    addEventListener('hashchange', () => {
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
                stage.querySelectorAll('.stage__standing').forEach((it) => say(it, it.dataset.text.replace('{0}', joined).replace('{1}', voted)));
            },
            (isLost) => say(lost, isLost ? lost.dataset.text : ''),
        );
    }
}

const phone = document.getElementById('delta');
if (phone?.dataset.stand) {
    const lost = phone.querySelector('.delta__lost');
    const form = document.getElementById('stemme');
    let isSending = false;

    ask(
        phone.dataset.stand,
        (phase) => {
            if (isSending || phase === phone.dataset.phase) return;
            location.replace(location.pathname);
            return false;
        },
        (isLost) => say(lost, isSending ? lost.dataset.unsent : isLost ? lost.dataset.text : ''),
    );

    // Votes wait for the network: they are sent until they are taken, or the vote is closed
    form?.addEventListener('submit', async (event) => {
        event.preventDefault();
        if (isSending) return;
        isSending = true;
        const body = new URLSearchParams(new FormData(form));
        for (;;) {
            try {
                const response = await fetch(form.action, { method: 'POST', body, signal: AbortSignal.timeout(LONGEST) });
                if (response.redirected) {
                    location.replace(response.url);
                    return;
                }
                form.submit(); // the server has something to say about it
                return;
            } catch {
                say(lost, lost.dataset.unsent);
                await new Promise((later) => {
                    const timer = setTimeout(later, EVERY);
                    addEventListener('online', () => { clearTimeout(timer); later(); }, { once: true });
                });
            }
        }
    });
}
