// Joins the style sheets, each named after what it is for, and writes them plain and compressed. Run by front-end.xml in the Maven build.
// Of the design system's components, rules that can meet nothing in our templates are left out.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import postcss from 'postcss';
import selectors from 'postcss-selector-parser';

const ours = 'src/main/java/no/samtidig';
const files = (folder, ...endings) => readdirSync(folder, { recursive: true }).filter((it) => endings.some((end) => it.endsWith(end))).sort().map((it) => join(folder, it));
const read = (path) => readFileSync(path, 'utf8');
const ui = (...names) => names.map((it) => read(`${ours}/platform/ui/${it}.css`));
const of = (...paths) => paths.flatMap((it) => (it.endsWith('.css') ? [it] : files(`${ours}/${it}`, '.css').map((file) => file.slice(ours.length + 1)))).map((it) => read(`${ours}/${it}`));
/** What stands in our templates, classes and scripts: words, words between quotes, and beginnings of words that are put together (status--${code}). */
const source = files(ours, '.jte', '.java', '.js').map(read).join('\n');
const words = new Set(source.match(/[\w-]+/g));
const quoted = new Set([...source.matchAll(/["'](?=([\w -]*)["'])/g)].flatMap(([, it]) => it.split(' ')));
const begun = [...new Set([...source.matchAll(/([\w-]+-)(?=\$\{|" \+)/g)].map(([, it]) => it))];
const known = (name) => words.has(name) || begun.some((it) => name.startsWith(it));

/** Whether something of ours can be what a selector is about: has its classes, attributes and their values. */
const possible = (selector) =>
    selector.nodes.every((it) => {
        if (it.type === 'class') return known(it.value);
        if (it.type === 'attribute') return known(it.attribute) && (!it.value || quoted.has(it.value));
        return it.type !== 'pseudo' || it.nodes.length === 0 || it.value === ':not' || it.nodes.some(possible);
    });

/** Takes out the rules that can meet nothing of ours, and what is left empty by it. */
const prune = (sheet) =>
    sheet.each((it) => {
        if (!it.nodes || it.name?.endsWith('keyframes')) return;
        if (it.type === 'rule') it.selector = selectors().astSync(it.selector).filter(possible).join(',');
        prune(it);
        if (it.selector === '' || it.nodes.every((inner) => inner.type === 'comment')) it.remove();
    });
const used = (css) => {
    const sheet = postcss.parse(css);
    prune(sheet);
    return sheet.toString();
};

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
    access: () => [...ui('letter', 'invited', 'entry'), ...of('access/web')],
    administration: () => [...tables(), ...ui('entry', 'invited'), ...of('administration/web')],
    search: () => [...chips(), ...of('search/web')],
    certificate: () => of('certificate/web'),
    development: () => [...ui('chart', 'timeline'), ...of('development/web')],
    editorial: () => [...tables(), ...of('editorial/web')],
    improvement: () => [...tables(), ...ui('chart', 'timeline'), ...of('questionnaire/web/items.css', 'improvement/web')],
    interoperability: () => of('interoperability/web'),
    learning: () => [...ui('entry'), ...readdirSync(`${ours}/learning/web`).filter((it) => it.endsWith('.css')).sort().flatMap((it) => of(`learning/web/${it}`)), ...of('learning/web/blocks/try.css')],
    lesson: () => of('learning/web/blocks'),
    questionnaire: () => of('questionnaire/web'),
    survey: () => [...tables(), ...ui('letter', 'invited', 'chart'), ...of('questionnaire/web/items.css', 'questionnaire/web/findings.css', 'survey/web')],
    // for a page that has a table where its module has none else
    tables,
};

const [out] = process.argv.slice(2);
for (const [name, sheet] of Object.entries(SHEETS)) {
    const css = sheet().map((it) => `${it.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\s*\n\s*/g, '\n').trim()}\n`).join('');
    writeFileSync(join(out, `${name}.css`), css);
    writeFileSync(join(out, `${name}.css.gz`), gzipSync(css, { level: 9 }));
}
