// Passkeys: asks our server for a challenge and the browser for an answer, and sends the answer in an ordinary form.
const able = isSecureContext && globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON;

const answer = async (form) => {
    const asked = await fetch(`${form.getAttribute('action')}/begynn`, { method: 'POST' });
    if (asked.status === 401 || asked.status === 403) return location.reload();
    if (!asked.ok) throw new Error(`${asked.status}`);
    const options = await asked.json();
    const made =
        form.dataset.passkey === 'create'
            ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
            : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
    form.elements.svar.value = JSON.stringify(made.toJSON());
    HTMLFormElement.prototype.submit.call(form);
};

document.querySelectorAll('form[data-passkey]').forEach((form) => {
    if (!able || form.dataset.host !== location.hostname) return;
    form.hidden = false;
    document.querySelectorAll('[data-no-passkey]').forEach((it) => (it.hidden = true));
    const said = form.querySelector('[role="alert"]');
    form.addEventListener('submit', async (event) => {
        event.preventDefault();
        said.hidden = true;
        try {
            await answer(form);
        } catch (failure) {
            said.textContent = failure.name === 'NotAllowedError' ? form.dataset.cancelled : form.dataset.failed;
            said.hidden = false;
        }
    });
});
