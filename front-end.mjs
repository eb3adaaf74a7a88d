// Joins the style sheets, each named after what it is for, and writes them plain and compressed. Run by front-end.xml in the Maven build.
// Of the design system's components, rules that can meet nothing in our templates are left out.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const ours = 'src/main/java/no/samtidig';
const files = (folder, ...endings) => readdirSync(folder, { recursive: true }).filter((it) => endings.some((end) => it.endsWith(end))).sort().map((it) => join(folder, it));
const read = (path) => readFileSync(path, 'utf8');
const ui = (...names) => names.map((it) => read(`${ours}/platform/ui/${it}.css`));
const of = (...paths) => paths.flatMap((it) => (it.endsWith('.css') ? [it] : files(`${ours}/${it}`, '.css').map((file) => file.slice(ours.length + 1)))).map((it) => read(`${ours}/${it}`));
/** Components of the design system, put in a layer of their own: as shipped they have none. */
const design = (layer, ...names) => [`@layer ${layer} {\n${names.map((it) => used(read(`node_modules/@digdir/designsystemet-css/dist/src/${it}.css`))).join('\n')}\n}`];

const chips = () => design('ds.components', 'chip');
const tables = () => [...design('ds.components', 'table', 'chip'), ...ui('table', 'data-table')];
const SHEETS = {
    // every page: the frame, letters, colours, buttons and what a page begins with
    samtidig: () => [
        ...ui('layers', 'theme'), ...design('ds.base', 'base'), ...design('ds.components', 'button', 'input', 'skip-link'),
        ...ui('fonts', 'tokens', 'base', 'layout', 'icon', 'wordmark', 'site-header', 'offline-note', 'site-footer', 'page-head', 'save-line', 'button', 'input', 'figure', 'mark', 'print'),
    ],
    // nearly every page but the front page: running text, forms, messages
    parts: () => [
        ...ui('palettes'), ...design('ds.base', 'label', 'validation-message'), ...design('ds.components', 'field', 'fieldset', 'alert', 'tag', 'error-summary'),
        ...ui('prose', 'block', 'step-nav', 'empty', 'form', 'choices', 'section-menu', 'next-step'),
    ],
    // what a module has of its own: a sheet with its name, found by the package of the page
    access: () => [...ui('letter', 'invited'), ...of('access/web')],
    catalogue: () => [...chips(), ...of('catalogue/web')],
    certificate: () => of('certificate/web'),
    development: () => of('development/web'),
    editorial: () => [...tables(), ...of('editorial/web')],
    interoperability: () => of('interoperability/web'),
    learning: () => [...readdirSync(`${ours}/learning/web`).filter((it) => it.endsWith('.css')).sort().flatMap((it) => of(`learning/web/${it}`)), ...of('learning/web/blocks/try.css')],
    lesson: () => of('learning/web/blocks'),
    questionnaire: () => of('questionnaire/web'),
    survey: () => [...tables(), ...ui('letter', 'invited'), ...of('questionnaire/web/items.css', 'questionnaire/web/findings.css', 'survey/web')],
    // for a page that has a table where its module has none else
    tables,
};

/** Rules as a tree: what stands before a brace with what is inside, and declarations between. */
function parse(css) {
    const open = [{ inner: [] }];
    let text = '';
    let round = 0;
    for (const [it] of css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[\s\S]/g)) {
        if (it === '(') round++;
        if (it === ')') round--;
        if (round > 0 || !'{};'.includes(it)) {
            text += it;
            continue;
        }
        if (it === '{') open.push({ head: text.trim(), inner: [] });
        else if (text.trim() !== '') open.at(-1).inner.push(text.trim());
        if (it === '}') open.at(-2).inner.push(open.pop());
        text = '';
    }
    return open[0].inner;
}

const write = (inner) => inner.map((it) => (typeof it === 'string' ? `${it};` : `${it.head}{${write(it.inner)}}`)).join('');

/** Divides at the commas outside brackets. */
function parts(list) {
    const found = [''];
    let depth = 0;
    for (const it of list) {
        if ('(['.includes(it)) depth++;
        if (')]'.includes(it)) depth--;
        if (it === ',' && depth === 0) found.push('');
        else found[found.length - 1] += it;
    }
    return found.map((it) => it.trim());
}

let source;
const known = (pattern) => pattern.test((source ??= files(ours, '.jte', '.java', '.js').map(read).join('\n')));

/** Whether something in our templates can be what a selector is about: has its classes, attributes and their values. */
function possible(selector) {
    let rest = selector;
    for (let at; (at = rest.search(/:[a-z-]+\(/)) >= 0; ) {
        const start = rest.indexOf('(', at);
        let end = start;
        for (let depth = 0; ; end++) {
            if (rest[end] === '(') depth++;
            if (rest[end] === ')' && --depth === 0) break;
        }
        const name = rest.slice(at + 1, start);
        if (['is', 'where', 'has'].includes(name) && !parts(rest.slice(start + 1, end)).some(possible)) return false;
        rest = rest.slice(0, at) + rest.slice(end + 1);
    }
    const classes = [...rest.matchAll(/\.([\w-]+)/g)].map(([, it]) => it);
    const attributes = [...rest.matchAll(/\[([\w-]+)(?:[~|^$*]?=["']?([\w\s-]+)["']?)?\]/g)];
    return classes.every((it) => known(new RegExp(`(?<![\\w-])${it}(?![\\w-])`))) && attributes.every(([, name, value]) => known(new RegExp(`(?<![\\w-])${name}(?![\\w-])`)) && (!value || known(new RegExp(`["'](?:[\\w -]* )?${value}(?: [\\w -]*)?["']`))));
}

function used(css) {
    const keep = (inner) =>
        inner.flatMap((it) => {
            if (typeof it === 'string') return [it];
            const head = it.head.startsWith('@') ? it.head : parts(it.head).filter(possible).join(',');
            const kept = { head, inner: it.head.startsWith('@') && !/^@(media|supports|layer|container)/.test(it.head) ? it.inner : keep(it.inner) };
            return head === '' || kept.inner.length === 0 ? [] : [kept];
        });
    return write(keep(parse(css)));
}

const [out] = process.argv.slice(2);
for (const [name, sheet] of Object.entries(SHEETS)) {
    const css = sheet().map((it) => `${it.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\s*\n\s*/g, '\n').trim()}\n`).join('');
    writeFileSync(join(out, `${name}.css`), css);
    writeFileSync(join(out, `${name}.css.gz`), gzipSync(css, { level: 9 }));
}
