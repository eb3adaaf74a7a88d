// Narrows a long list of places while one types. Without it the list stands there whole.

const plain = (text) => text.toLowerCase().normalize('NFC');

/** Options of a list: those that do not match are taken out, since not every browser hides them. */
function options(select) {
    const groups = [...select.children].map((child) => ({ child, inside: [...child.children] }));
    return (matches) => {
        const chosen = select.value;
        let count = 0;
        const left = groups.flatMap(({ child, inside }) => {
            if (!child.label || child.tagName !== 'OPTGROUP') return [child];
            const found = inside.filter((it) => it.value === chosen || matches(`${child.label} ${it.label}`));
            count += inside.filter((it) => matches(`${child.label} ${it.label}`)).length;
            child.replaceChildren(...found);
            return found.length ? [child] : [];
        });
        select.replaceChildren(...left);
        select.value = chosen;
        return count;
    };
}

/** Boxes to tick: what is ticked stays, so that nothing is sent unseen. */
function boxes(fieldset) {
    const groups = [...fieldset.querySelectorAll('.choices-group')];
    return (matches) => {
        let count = 0;
        for (const group of groups) {
            let shown = 0;
            for (const line of group.querySelectorAll('.ds-field')) {
                const found = matches(`${group.dataset.group} ${line.textContent}`);
                count += found ? 1 : 0;
                line.hidden = !found && !line.querySelector('input').checked;
                shown += line.hidden ? 0 : 1;
            }
            group.hidden = shown === 0;
        }
        return count;
    };
}

for (const picker of document.querySelectorAll('[data-narrow]')) {
    const list = document.getElementById(picker.dataset.narrow);
    const field = picker.querySelector('input');
    const told = picker.querySelector('[role="status"]');
    const narrow = list.tagName === 'SELECT' ? options(list) : boxes(list);
    const open = list.tagName === 'SELECT';
    picker.hidden = false;
    field.addEventListener('input', () => {
        const words = plain(field.value).split(/\s+/).filter(Boolean);
        const count = narrow((text) => words.every((word) => plain(text).includes(word)));
        const { one, count: many, none } = picker.dataset;
        told.textContent = !words.length ? '' : count === 0 ? none : count === 1 ? one : many.replace('#', count);
        if (open) list.size = words.length ? Math.min(8, Math.max(2, list.options.length + list.querySelectorAll('optgroup').length)) : 0;
    });
    field.addEventListener('keydown', (event) => {
        if (event.key === 'ArrowDown' && open) {
            event.preventDefault();
            list.focus();
        } else if (event.key === 'Enter') {
            event.preventDefault(); // a half-typed place must not send the form
        }
    });
}
