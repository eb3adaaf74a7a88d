// Where a session ends soon when nobody does anything: keeps it while somebody writes, warns before, and leaves the page afterwards.
const ending = document.getElementById('session-end');
if (ending) {
    const unused = ending.dataset.unused * 1000;
    const warning = Math.min(300_000, unused / 3);
    const tabs = new BroadcastChannel('samtidig-used');
    const [words, button, door] = ['span', 'button', 'a'].map((it) => ending.querySelector(it));
    let used = Date.now();
    let written = false;

    const heard = () => {
        used = Date.now();
        ending.hidden = true;
    };
    const tell = () => {
        heard();
        tabs.postMessage('');
    };
    const keep = () => fetch('/min-side', { method: 'HEAD', redirect: 'manual' }).then((it) => it.ok && tell(), () => {});
    const say = (text) => {
        if (words.textContent !== text) words.textContent = text;
        ending.hidden = false;
    };

    tabs.onmessage = heard;
    tabs.postMessage('');
    document.addEventListener('htmx:after:request', tell);
    button.addEventListener('click', keep);
    addEventListener('input', () => {
        written = true;
        if (Date.now() - used > warning / 2) keep();
    });
    setInterval(() => {
        const left = used + unused - Date.now();
        if (left > warning) return;
        if (left > 0) {
            say(ending.dataset.soon.replace('{0}', Math.ceil(left / 60_000)));
        } else if (written) {
            button.hidden = true;
            door.hidden = false;
            say(ending.dataset.gone);
        } else {
            location.replace(location.pathname + location.search); // asks anew, so that signing in leads back here
        }
    }, 5000);
}
