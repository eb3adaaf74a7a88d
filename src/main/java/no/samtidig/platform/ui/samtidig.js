// Small things on top of pages that work without them: focus after a swap, closing the menu, printing, showing a password.

/**
 * What may become HTML here: pages from our own server, read by htmx. Nothing else can make markup (Trusted Types),
 * and nothing at all can make a script.
 */
const own = globalThis.trustedTypes?.createPolicy('samtidig', { createHTML: (text) => text }) ?? { createHTML: (text) => text };
globalThis.htmx?.registerExtension('samtidig', { init: (inside) => inside.initSecurity(own) });

function start(root) {
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

// A page that comes back as it was left is shown anew: what is chosen in it now is another form than the one that was sent
addEventListener('pageshow', (event) => {
    if (!event.persisted || !isSecureContext) return;
    document.querySelectorAll('input[type="hidden"][name="nokkel"]').forEach((key) => (key.value = crypto.randomUUID()));
});
document.querySelector('.ds-error-summary:not([data-still])')?.focus();

// Where the section menu or the tabs of results are a row that scrolls, the page one is on stands in sight
document.querySelectorAll('main > .page > .with-menu .section-menu__list, .results__tabs > ul').forEach((row) => {
    const here = row.querySelector('[aria-current]');
    if (here) row.scrollLeft = here.offsetLeft - row.offsetLeft - 32;
});

let left = null;
document.addEventListener('htmx:before:swap', () => (left = document.activeElement?.id));

// Focus stays where the reader was; where that is gone, it goes to what came instead
document.addEventListener('htmx:after:swap', (event) => {
    const id = event.detail?.ctx?.target?.id ?? event.target?.id;
    const block = id && document.getElementById(id);
    if (!block) return;
    start(block);
    // The address is the one the answer came from: "once more" in it would make the next "once more" a link to here
    const { replace, response } = event.detail?.ctx ?? {};
    const came = replace && response?.raw?.url;
    if (came) history.replaceState(history.state, '', new URL(came).pathname + new URL(came).search);
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

// The menus close when one clicks elsewhere or presses Escape
const menus = [...document.querySelectorAll('.more-menu, .place')];
document.addEventListener('click', (event) => menus.filter((menu) => menu.open && !menu.contains(event.target)).forEach((menu) => (menu.open = false)));
document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const menu of menus.filter((it) => it.open)) {
        menu.open = false;
        menu.querySelector('summary').focus();
    }
});
