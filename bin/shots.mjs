// Photographs the listed pages of a running demo: phone and desktop, light and dark, bokmål and nynorsk. Called by bin/shots.
import { chromium } from 'playwright-core';
import { mkdirSync, writeFileSync } from 'node:fs';

const [base, out, only = '.'] = process.argv.slice(2);
const lesson = '/moduler/grunnmodul/hvorfor-samtidig';
// name, address, role to sign in as, and an address to post to first
const PAGES = [
    ['forside', '/', null],
    ['logg-inn', '/logg-inn', null],
    ['moduler', '/moduler', 'miljoterapeut'],
    ['modul', '/moduler/grunnmodul', 'miljoterapeut'],
    ['modul-under-arbeid', '/moduler/mi', 'miljoterapeut'],
    ['leksjon', lesson, 'miljoterapeut'],
    ['min-side', '/min-side', 'miljoterapeut'],
    ['min-side-ovelse', '/min-side', 'behandler'],
    ['ovelse', '/min-side/ovelse', 'behandler'],
    ['ovelse-ingen', '/min-side/ovelse', 'miljoterapeut'],
    ['refleksjoner', '/min-side/refleksjoner', 'miljoterapeut'],
    ['mine-data', '/min-side/mine-data', 'miljoterapeut'],
    ['mine-svar', '/min-side/mine-svar', 'miljoterapeut'],
    ['uten-nett', '/uten-nett', 'miljoterapeut'],
    ['konto', '/min-side/konto', 'administrator'],
    ['konto-passord', '/min-side/konto/passord', 'miljoterapeut'],
    ['konto-totrinn', '/min-side/konto/totrinn', 'miljoterapeut'],
    ['konto-totrinn-oppsett', '/min-side/konto/totrinn', 'kursholder', '/min-side/konto/totrinn/begynn'],
    ['konto-passnokler', '/min-side/konto/passnokler', 'miljoterapeut'],
    ['konto-bekreft', '/min-side/konto/bekreft', 'miljoterapeut'],
    ['konto-lukk', '/min-side/konto/lukk', 'miljoterapeut'],
    ['konto-lukket', '/konto-lukket', null],
    ['konto-apne', '/apne-konto/ukjent', null],
    ['dette-ser-lederen', '/dette-ser-lederen', 'miljoterapeut'],
    ['enheten', '/enheten', 'enhetsleder'],
    ['dekning', '/redaksjon/dekning', 'fagredaktor'],
    ['fhir-importer', '/skjemaer/importer', 'fagredaktor'],
    ['fhir-innhold', '/skjemaer/eksempel-vilkar-i-vilkar/fhir/innhold', 'fagredaktor'],
    ['fhir-innhold-alt', '/skjemaer/praksis-og-behov/fhir/innhold', 'prosjektleder'],
    ['skjemaer', '/skjemaer', 'fagredaktor'],
    ['skjema-nytt', '/skjemaer/ny', 'fagredaktor'],
    ['skjema-se', '/skjemaer/praksis-og-behov', 'fagredaktor'],
    ['skjema-rediger', '/skjemaer/{skjema}/rediger', 'fagredaktor'],
    ['skjema-om', '/skjemaer/{skjema}/om', 'fagredaktor'],
    ['skjema-punkt', '/skjemaer/{skjema}/rediger/arbeidstid', 'fagredaktor'],
    ['skjema-nytt-punkt', '/skjemaer/{skjema}/nytt?type=likert', 'fagredaktor'],
    ['skjema-tekst', '/skjemaer/{skjema}/tekst', 'fagredaktor'],
    ['skjema-sjekk', '/skjemaer/{skjema}/sjekk', 'fagredaktor'],
    ['skjema-kast', '/skjemaer/{skjema}/kast', 'fagredaktor'],
    ['resultater', '/resultater', 'prosjektleder'],
    ['resultater-leder', '/resultater', 'enhetsleder'],
    ['kursbevis-ingen', '/min-side/kursbevis', 'enhetsleder'],
    ['kursbevis-liste', '/min-side/kursbevis', 'kursholder'],
    ['kursbevis-eget', '/min-side/kursbevis/{kode}', 'kursholder'],
    ['kursbevis-hentes', '/min-side/kursbevis', 'erfaringskonsulent'],
    ['kursbevis-offentlig', '/kursbevis/{kode}', null],
    ['kursbevis-trukket', '/kursbevis/{trukket}', null],
    ['kursbevis-finn', '/kursbevis', null],
    ['kursbevis-ukjent', '/kursbevis/0000-0000-0000-0000', null],
    ['kursbevis-feil-form', '/kursbevis?kode=ABC', null],
    ['kursbevis-kontroller', '/kursbevis/kontroller', null],
    ['invitasjoner', '/invitasjoner', 'enhetsleder'],
    ['inviter', '/invitasjoner/ny', 'enhetsleder'],
    ['undersokelser-ingen', '/undersokelser', 'regional-kontakt'],
    ['undersokelser', '/undersokelser', 'prosjektleder'],
    ['runde-ny', '/undersokelser/ny', 'prosjektleder'],
    ['runde-utkast', '/undersokelser/{utkast}', 'prosjektleder'],
    ['runde-apen', '/undersokelser/{apen}', 'prosjektleder'],
    ['runde-hvem', '/undersokelser/{utkast}/hvem', 'prosjektleder'],
    ['runde-epost', '/undersokelser/{apen}/epost', 'prosjektleder'],
    ['runde-invitasjoner', '/undersokelser/{apen}/invitasjoner', 'prosjektleder'],
    ['runde-adresser', '/undersokelser/{apen}/adresser', 'prosjektleder'],
    ['runde-datoer', '/undersokelser/{apen}/datoer', 'prosjektleder'],
    ['runde-ark', '/undersokelser/{apen}/ark', 'prosjektleder'],
    ['runde-lapper', '/undersokelser/{apen}/ark/{ark}', 'prosjektleder'],
    ['min-side-undersokelse', '/min-side', 'miljoterapeut'],
    ['inviter-landet', '/invitasjoner/ny', 'administrator'],
    ['velkommen', '/velkommen?endre', 'enhetsleder'],
    ['velkommen-forslag', '/velkommen', 'miljoterapeut'],
    ['glemt-passord', '/glemt-passord', null],
    ['glemt-passord-sendt', '/glemt-passord?sendt', null],
    ['lenke-ukjent', '/invitasjon/finnes-ikke', null],
    ['kontaktpunkter', '/kontaktpunkter', null],
    ['sok', '/sok', null],
    ['sok-treff', '/sok?q=taushetsplikt', null],
    ['sok-filter', '/sok?q=vald&type=leksjon', null],
    ['sok-rettet', '/sok?q=tausetsplikt', null],
    ['sok-ingen', '/sok?q=alkxhxl', null],
    ['sok-for-langt', `/sok?q=${'vold+'.repeat(60)}`, null],
    ['svar', '/svar', null],
    ['svar-ukjent', '/svar/0000000000000000', null],
    ['svar-om', '/svar/om', null],
    ['svar-takk', '/svar/takk', null],
    ['finnes-ikke', '/finnes-ikke', null],
    ['postkasse', '/dev/post', null],
    ['komponenter', '/dev/komponenter', null],
    ['utskrift', '/moduler/grunnmodul/hjernen-belonning-og-frykt/utskrift', 'miljoterapeut'],
];
const SIZES = [[360, 740], [1280, 900]];
const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags });
mkdirSync(out, { recursive: true });

async function signedIn(context, role) {
    const answer = await context.request.post(`${base}/demo/logg-inn`, { form: { rolle: role } });
    if (!answer.ok()) throw new Error(`could not sign in as ${role}: ${answer.status()}`);
}

/** Every step of every lesson of Grunnmodul, found by following the links. */
async function steps() {
    const context = await browser.newContext();
    await signedIn(context, 'miljoterapeut');
    const page = await context.newPage();
    const links = async (path, pattern) => {
        await page.goto(base + path);
        const found = await page.$$eval('main .path a', (all) => all.map((it) => it.getAttribute('href')));
        return found.filter((it) => pattern.test(it));
    };
    const all = [];
    for (const it of await links('/moduler/grunnmodul', /./)) for (const step of await links(it, /./)) all.push([step.split('/').slice(3).join('--'), step, 'miljoterapeut']);
    await context.close();
    return all;
}

/** Somebody who has gone through the whole module, step by step. */
async function finished(role) {
    const context = await browser.newContext();
    await signedIn(context, role);
    for (const [, step] of allSteps) await context.request.post(`${base}${step}/ferdig`);
    return context;
}

/** The codes of two certificates: one in force, one taken back. */
async function certificates() {
    const context = await finished('kursholder');
    const taken = async () => (await context.request.post(`${base}/min-side/kursbevis`, { form: { modul: 'grunnmodul' } })).url().match(/kursbevis\/([^?]+)/)[1];
    const trukket = await taken();
    await context.request.post(`${base}/min-side/kursbevis/${trukket}/trekk-tilbake`, { form: { sikker: 'true' } });
    const kode = await taken();
    await context.close();
    await (await finished('erfaringskonsulent')).close();
    return { kode, trukket };
}

/** A round that is a draft, one that is open, and a sheet of slips. */
async function rounds() {
    const context = await browser.newContext();
    await signedIn(context, 'prosjektleder');
    const day = (ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
    const form = { skjema: 'praksis-og-behov', anonym: 'ja', apner: day(1), lukker: day(21) };
    const make = async (more) => (await context.request.post(`${base}/undersokelser/ny`, { form: { ...form, nokkel: crypto.randomUUID(), ...more } })).url().match(/undersokelser\/([^?]+)/)[1];
    const utkast = await make({ navn: 'Høsten 2026, Midt', sted: 'rvts/rvts_midt' });
    const apen = await make({ navn: 'Elvetun, høsten 2026', sted: 'no.sundvik_sykehus_hf.elvetun', apner: day(0.1) });
    await context.request.post(`${base}/undersokelser/${apen}/apne`);
    const ark = crypto.randomUUID();
    await context.request.post(`${base}/undersokelser/${apen}/ark`, { form: { nokkel: ark, enhet: 'no.sundvik_sykehus_hf.elvetun', antall: '4' } });
    await context.close();
    return { utkast, apen, ark };
}

/** A draft to edit: a copy of the first survey. */
async function questionnaire() {
    const context = await browser.newContext();
    await signedIn(context, 'fagredaktor');
    const skjema = 'praksis-kopi';
    // taken already: the copy of an earlier run stands
    await context.request.post(`${base}/skjemaer/ny`, { form: { 'tittel-nb': 'Praksis på døgnenheten', 'tittel-nn': 'Praksis på døgneininga', fra: 'praksis-og-behov', adresse: skjema } });
    await context.close();
    return { skjema };
}

const allSteps = await steps();
const shots = [];
const wanted = [...PAGES, ...allSteps].filter(([name]) => new RegExp(only).test(name));
const codes = wanted.some(([name]) => name.startsWith('kursbevis')) ? await certificates() : {};
if (wanted.some(([, path]) => /\{(utkast|apen)\}/.test(path))) Object.assign(codes, await rounds());
if (wanted.some(([name]) => name.startsWith('skjema'))) Object.assign(codes, await questionnaire());
for (const language of (process.env.LANGUAGES ?? 'nb,nn').split(',')) {
    for (const scheme of (process.env.SCHEMES ?? 'light,dark').split(',')) {
        for (const [width, height] of SIZES) {
            const contexts = new Map();
            for (const [name, path, role, first] of wanted) {
                if (!contexts.has(role)) {
                    const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, reducedMotion: 'reduce', locale: language === 'nn' ? 'nn-NO' : 'nb-NO' });
                    await context.addCookies([{ name: 'sprak', value: language, url: base }]);
                    if (role) await signedIn(context, role);
                    contexts.set(role, await context.newPage());
                }
                const page = contexts.get(role);
                if (first) await page.context().request.post(base + first);
                await page.goto(base + path.replace(/\{(\w+)\}/g, (all, name) => codes[name] ?? all));
                await page.evaluate(() => document.fonts.ready);
                const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
                const file = `${name}-${language}-${scheme}-${width}.png`;
                await page.screenshot({ path: `${out}/${file}`, fullPage: true });
                shots.push({ file, name, wide });
                if (wide > 0) console.log(`${file}: ${wide} px too wide`);
            }
            for (const page of contexts.values()) await page.context().close();
            console.log(`${language} ${scheme} ${width}: ${wanted.length} pages`);
        }
    }
}
await browser.close();
const items = shots.map((it) => `<figure><a href="${it.file}"><img src="${it.file}" alt="${it.file}" loading="lazy"></a><figcaption>${it.file}</figcaption></figure>`).join('\n');
writeFileSync(`${out}/index.html`, `<!doctype html><meta charset="utf-8"><title>Samtidig: pictures</title><style>body{font:14px sans-serif;display:grid;grid-template-columns:repeat(auto-fill,minmax(220px,1fr));gap:1rem}img{width:100%;max-height:360px;object-fit:cover;object-position:top;border:1px solid #ccc}</style>\n${items}\n`);
console.log(`${shots.length} pictures and index.html in ${out}`);
