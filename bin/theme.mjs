// Keeps of a theme made by Designsystemet's tool what our style sheets and its components use, and gives each colour once, light and dark together.
// theme.css has what every page needs, palettes.css the colours of messages, tags and rare buttons. Called by bin/theme.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [made, folder] = process.argv.slice(2);
const EVERYWHERE = ['fjord', 'neutral'];
const NOTE = '/* Our theme, made by bin/theme from designsystemet.config.json: do not edit. See docs/architecture.md, "The look". */\n';

/** Rules as a tree: what stands before the brace, declarations, and rules inside. */
function parse(css) {
    const root = { head: '', declarations: [], rules: [] };
    const open = [root];
    for (const [, text, end] of css.replace(/\/\*[\s\S]*?\*\/|@charset [^;]+;/g, '').matchAll(/([^{};]*)([{};])/g)) {
        const here = open.at(-1);
        if (end === '{') {
            const rule = { head: text.trim().replace(/\s+/g, ' '), declarations: [], rules: [] };
            here.rules.push(rule);
            open.push(rule);
            continue;
        }
        const [, name, value] = text.trim().match(/^([\w-]+)\s*:([\s\S]*)$/) ?? [];
        if (name) here.declarations.push([name, value.trim().replace(/\s+/g, ' ')]);
        if (end === '}') open.pop();
    }
    return root;
}

function write(rule, indent = '') {
    const inner = [...rule.declarations.map(([name, value]) => `${indent}  ${name}: ${value};\n`), ...rule.rules.map((it) => write(it, `${indent}  `))];
    return inner.length === 0 ? '' : `${indent}${rule.head} {\n${inner.join('')}${indent}}\n`;
}

function* all(rule) {
    yield rule;
    for (const it of rule.rules) yield* all(it);
}

/** The text of all files below a folder with one of these endings. */
const below = (path, ...endings) => readdirSync(path, { recursive: true }).filter((it) => endings.some((end) => it.endsWith(end))).map((it) => readFileSync(join(path, it), 'utf8')).join('\n');

const theme = parse(readFileSync(made, 'utf8'));
const palette = (name) => name.match(/^--ds-color-(\w+)-(?:background|surface|border|text|base)-/)?.[1];
const layer = (name) => theme.rules.find((it) => it.head === `@layer ${name}`);

// Which tokens are used: by the components of Designsystemet that front-end.mjs names, by us, and by tokens that are used
const design = 'node_modules/@digdir/designsystemet-css/dist/src';
const components = [...readFileSync('front-end.mjs', 'utf8').matchAll(/design\('[\w.]+', ([^)]*)\)/g)].flatMap(([, names]) => names.split(/,\s*/).map((it) => readFileSync(`${design}/${it.slice(1, -1)}.css`, 'utf8')));
const ours = readdirSync('src/main/java', { recursive: true }).filter((it) => it.endsWith('.css') && !/platform.ui.(theme|palettes)\.css$/.test(it)).map((it) => readFileSync(join('src/main/java', it), 'utf8'));
const templates = below('src/main/java', '.jte', '.java');
const named = new Set(['clay', 'moss', 'sun', 'info', 'success', 'warning', 'danger'].filter((it) => templates.includes(`"${it}"`)));
const used = new Set();
const use = (css) => {
    for (const [, name] of css.matchAll(/var\(\s*(--[\w-]+)/g)) {
        if (used.has(name)) continue;
        used.add(name);
        for (const rule of all(theme)) for (const [own, value] of rule.declarations) if (own === name && !(palette(value.slice(4)) && skipped(rule))) use(value);
    }
};
/** A rule that gives a part of the page a palette that no template names. */
const skipped = (rule) => /^\[data-color="(\w+)"\]/.test(rule.head) && !named.has(rule.head.match(/"(\w+)"/)[1]) && !EVERYWHERE.includes(rule.head.match(/"(\w+)"/)[1]);
for (const css of [...components, ...ours, below('src/main/java', '.jte', '.svg')]) use(css);

// Each colour once
const light = new Map(layer('ds.theme.color-scheme.light').rules[0].declarations);
const dark = new Map(layer('ds.theme.color-scheme.dark').rules[0].declarations);
const colours = (wanted) => [...light].filter(([name]) => name.startsWith('--') && used.has(name) && wanted(palette(name))).map(([name, value]) => [name, value === dark.get(name) ? value : `light-dark(${value}, ${dark.get(name)})`]);
const scheme = (rules) => rules.map((it) => ({ head: it.head, declarations: it.declarations.filter(([name]) => name === 'color-scheme'), rules: scheme(it.rules) }));
const colourLayer = (wanted) => ({ head: '@layer ds.theme.color-scheme', declarations: [], rules: [{ head: ':root', declarations: colours(wanted), rules: [] }] });

const base = [];
const palettes = [colourLayer((it) => it !== undefined && !EVERYWHERE.includes(it))];
for (const it of theme.rules) {
    if (it.head === '@layer ds.theme.color-scheme.light') base.push(colourLayer((name) => name === undefined || EVERYWHERE.includes(name)));
    if (it.head.startsWith('@layer ds.theme.color-scheme')) base.push({ ...it, rules: scheme(it.rules) });
    else if (it.head === '@layer ds.theme.color') (it.rules.every((rule) => EVERYWHERE.some((name) => rule.head.includes(`"${name}"`))) ? base : palettes).push({ ...it, rules: it.rules.filter((rule) => !skipped(rule)) });
    else if (!it.head.endsWith('typography.secondary')) base.push(it);
}
for (const it of [...base, ...palettes]) for (const rule of all(it)) rule.declarations = rule.declarations.filter(([name]) => !name.startsWith('--') || used.has(name));
writeFileSync(join(folder, 'theme.css'), NOTE + base.map((it) => write(it)).join(''));
writeFileSync(join(folder, 'palettes.css'), NOTE + palettes.map((it) => write(it)).join(''));
