// Photographs the listed pages of a running demo: phone and desktop, light and dark, bokmål and nynorsk. Called by bin/shots.
// What it takes can be chosen: LANGUAGES=nb LOOKS=light,dark,print,forced WIDTHS=320,360,1280 (print is as wide as A4 paper).
import { chromium } from 'playwright-core';
import { mkdirSync, writeFileSync } from 'node:fs';

const [base, out, only = '.'] = process.argv.slice(2);
const lesson = '/moduler/grunnmodul/hvorfor-samtidig';
// name, address, role to sign in as, and what is done first: an address to post to, or something done on the page
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
    ['konto-navn', '/min-side/konto/navn', 'miljoterapeut'],
    ['konto-e-post', '/min-side/konto/e-post', 'miljoterapeut'],
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
    ['ansatte', '/enheten/ansatte', 'enhetsleder'],
    ['steder', '/forvaltning/steder', 'administrator'],
    ['steder-eiere', '/forvaltning/steder/eiere', 'administrator'],
    ['steder-enhet', '/forvaltning/steder/no.sundvik_sykehus_hf.elvetun', 'administrator'],
    ['steder-enhet-leder', '/forvaltning/steder/no.sundvik_sykehus_hf.elvetun', 'enhetsleder'],
    ['steder-eier', '/forvaltning/steder/no.sundvik_sykehus_hf', 'administrator'],
    ['steder-ny-enhet', '/forvaltning/steder/ny-enhet?eier=no.almenes_kommune', 'administrator'],
    ['steder-ny-eier', '/forvaltning/steder/ny-eier', 'administrator'],
    ['steder-flytt', '/forvaltning/steder/no.sundvik_sykehus_hf.elvetun/flytt?til=no.almenes_kommune', 'administrator'],
    ['steder-legg-ned', '/forvaltning/steder/no.sundvik_sykehus_hf/legg-ned', 'administrator'],
    ['steder-importer', '/forvaltning/steder/importer', 'administrator'],
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
    ['skjema-punkt-valg', '/skjemaer/{skjema}/rediger/moter', 'fagredaktor'],
    ['skjema-punkt-rutenett', '/skjemaer/{skjema}/rediger/rammer', 'fagredaktor'],
    ['skjema-punkt-regel', '/skjemaer/{skjema}/rediger/f-gravide', 'fagredaktor'],
    ['skjema-punkt-feil', '/skjemaer/{skjema}/nytt?type=single', 'fagredaktor', (page) => page.click('.actions [value=lagre]')],
    ['resultater', '/resultater', 'prosjektleder'],
    ['resultater-leder', '/resultater', 'enhetsleder'],
    ['resultat', '/undersokelser/{ferdig}/resultater', 'prosjektleder'],
    ['resultat-svakest', '/undersokelser/{ferdig}/resultater?tema=6&sorter=svakest', 'prosjektleder'],
    ['resultat-tabeller', '/undersokelser/{ferdig}/resultater?tema=alle', 'prosjektleder', (page) => page.evaluate(() => document.querySelectorAll('details').forEach((it) => (it.open = true)))],
    ['resultat-delt', '/undersokelser/{ferdig}/resultater?del=stillingsgruppe', 'prosjektleder'],
    ['resultat-mot', '/undersokelser/{ferdig}/resultater?mot={forrige}', 'prosjektleder'],
    ['resultat-delt-mot', '/undersokelser/{ferdig}/resultater?del=niva&mot={forrige}', 'prosjektleder'],
    ['resultat-enhet', '/undersokelser/{ferdig}/resultater', 'enhetsleder'],
    ['resultat-for-fa', '/undersokelser/{lukket}/resultater', 'prosjektleder'],
    ['resultat-ikke-klart', '/undersokelser/{apen}/resultater', 'prosjektleder'],
    ['rapport', '/undersokelser/{ferdig}/resultater/rapport', 'prosjektleder'],
    ['rapport-for-fa', '/undersokelser/{lukket}/resultater/rapport', 'prosjektleder'],
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
    ['forvaltning', '/forvaltning', 'administrator'],
    ['forvaltning-personer', '/forvaltning/personer', 'administrator'],
    ['forvaltning-personer-leder', '/forvaltning/personer', 'enhetsleder'],
    ['forvaltning-person', '/forvaltning/personer?q=maren', 'administrator', (page) => page.click('tbody a')],
    ['forvaltning-avslutt', '/forvaltning/personer?q=maren', 'administrator', async (page) => { await page.click('tbody a'); await page.click('main a[href$=avslutt]'); }],
    ['forvaltning-roller', '/forvaltning/roller', 'administrator'],
    ['forvaltning-epost', '/forvaltning/epost', 'administrator'],
    ['forvaltning-jobber', '/forvaltning/jobber', 'administrator'],
    ['forvaltning-logg', '/forvaltning/logg', 'administrator'],
    ['forvaltning-tilstand', '/forvaltning/tilstand', 'administrator'],
    ['undersokelser-ingen', '/undersokelser', 'regional-kontakt'],
    ['undersokelser', '/undersokelser', 'prosjektleder'],
    ['runde-ny', '/undersokelser/ny', 'prosjektleder'],
    ['runde-ny-feil', '/undersokelser/ny', 'prosjektleder', (page) => page.click('main form .actions button')],
    ['runde-utkast', '/undersokelser/{utkast}', 'prosjektleder'],
    ['runde-apen', '/undersokelser/{apen}', 'prosjektleder'],
    ['runde-hvem', '/undersokelser/{utkast}/hvem', 'prosjektleder'],
    ['runde-ferdig', '/undersokelser/{ferdig}', 'prosjektleder'],
    ['runde-med-navn', '/undersokelser/{medNavn}', 'prosjektleder'],
    ['runde-epost', '/undersokelser/{apen}/epost', 'prosjektleder'],
    ['runde-invitasjoner', '/undersokelser/{apen}/invitasjoner', 'prosjektleder'],
    ['runde-adresser', '/undersokelser/{apen}/adresser', 'prosjektleder'],
    ['runde-adresser-feil', '/undersokelser/{apen}/adresser', 'prosjektleder', (page) => list(page, 'e-post;enhet\nkari.nordmann\nola@post.invalid;Ukjent avdeling\n')],
    ['runde-adresser-se', '/undersokelser/{apen}/adresser', 'prosjektleder', (page) => list(page, 'e-post;enhet;gruppe\nkari@post.invalid;Elvetun døgnenhet;behandler\nola@post.invalid;Elvetun døgnenhet;\n')],
    ['runde-datoer', '/undersokelser/{apen}/datoer', 'prosjektleder'],
    ['runde-datoer-feil', '/undersokelser/{utkast}/datoer', 'prosjektleder', (page) => page.fill('#lukker', '2020-01-01').then(() => page.click('main form .actions button'))],
    ['runde-ark', '/undersokelser/{apen}/ark', 'prosjektleder'],
    ['runde-ark-feil', '/undersokelser/{apen}/ark', 'prosjektleder', (page) => page.fill('#antall', 'mange').then(() => page.click('main form .actions button'))],
    ['runde-lapper', '/undersokelser/{apen}/ark/{ark}', 'prosjektleder'],
    ['min-side-undersokelse', '/min-side', 'miljoterapeut'],
    ['inviter-landet', '/invitasjoner/ny', 'administrator'],
    ['velkommen', '/velkommen?endre', 'enhetsleder'],
    ['velkommen-forslag', '/velkommen', 'miljoterapeut'],
    ['glemt-passord', '/glemt-passord', null],
    ['glemt-passord-sendt', '/glemt-passord?sendt', null],
    ['lenke-ukjent', '/invitasjon/finnes-ikke', null],
    ['kontaktpunkter', '/kontaktpunkter', null],
    ['tillit', '/tillit', null],
    ['sok', '/sok', null],
    ['sok-treff', '/sok?q=taushetsplikt', null],
    ['sok-filter', '/sok?q=vald&type=leksjon', null],
    ['sok-rettet', '/sok?q=tausetsplikt', null],
    ['sok-ingen', '/sok?q=alkxhxl', null],
    ['sok-for-langt', `/sok?q=${'vold+'.repeat(60)}`, null],
    ['svar', '/svar', null],
    ['svar-ukjent', '/svar/0000000000000000', null],
    ['svar-om', '/svar/om', null],
    ['svar-start', '/svar/{lapp}', null],
    ...Array.from({ length: 10 }, (_, side) => [`svar-side-${side + 1}`, '/svar/{lapp}', null, (page) => onward(page, side + 1)]),
    ['svar-feil', '/svar/{lapp}', null, (page) => onward(page, 1).then(() => page.fill('#svar-ar-field', 'sju')).then(() => page.click('.respond__actions [value=neste]'))],
    ['svar-takk', '/svar/takk', null],
    ['svar-sendt', '/svar/{brukt}', null],
    ['svar-stengt', '/svar/{stengt}', null],
    ['svar-prove', '/undersokelser/{utkast}/skjema', 'prosjektleder'],
    ['finnes-ikke', '/finnes-ikke', null],
    ['postkasse', '/dev/post', null],
    ['komponenter', '/dev/komponenter', null],
    ['utskrift', '/moduler/grunnmodul/hjernen-belonning-og-frykt/utskrift', 'miljoterapeut'],
];
const WIDTHS = (process.env.WIDTHS ?? '360,1280').split(',').map(Number);
const LOOKS = { light: { colorScheme: 'light' }, dark: { colorScheme: 'dark' }, forced: { colorScheme: 'dark', forcedColors: 'active' }, print: { colorScheme: 'light' } };
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

/** Pastes a list of addresses. */
async function list(page, text) {
    await page.fill('#liste', text);
    await page.click('main form .actions button');
}

/** Answers so much of a survey that every page of it comes, as far as the page of this number. */
async function onward(page, number) {
    const next = async () => {
        await Promise.all([page.waitForResponse((it) => it.request().method() === 'POST'), page.click('main .actions [value=neste]')]);
        await page.waitForTimeout(250); // the page puts what came in its place
    };
    const group = page.locator('[name=gruppe]').first();
    if (await group.isVisible()) await group.check();
    await next();
    for (let at = 1; at < number; at++) {
        for (const it of await page.locator('[type=checkbox][name="svar.moter"]:not([data-alone]), [type=radio]:is([name="svar.utredning"][value=utreder], [name="svar.arbeidstid"][value=begge])').all()) await it.check();
        await next();
        if (await page.locator('.respond [role=status].notice').isVisible()) await next();
    }
    await page.evaluate(() => scrollTo(0, 0));
}

/** Rounds in each state: a draft, an open one with a sheet of slips, one with names, a closed one, and the demo's two finished ones. */
async function rounds() {
    const context = await browser.newContext({ javaScriptEnabled: false });
    await signedIn(context, 'prosjektleder');
    const page = await context.newPage();
    const unit = 'no.sundvik_sykehus_hf.elvetun';
    const day = (ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
    const form = { skjema: 'praksis-og-behov', anonym: 'ja', apner: day(0.1), lukker: day(21), sted: unit };
    const post = (path, form) => context.request.post(`${base}/undersokelser/${path}`, { form: form ?? {} });
    const make = async (more) => (await post('ny', { ...form, nokkel: crypto.randomUUID(), ...more })).url().match(/undersokelser\/([^?]+)/)[1];
    /** A sheet of slips of the round, and the codes on it. */
    const slips = async (round, count) => {
        const ark = crypto.randomUUID();
        await post(`${round}/ark`, { nokkel: ark, enhet: unit, antall: `${count}` });
        await page.goto(`${base}/undersokelser/${round}/ark/${ark}`);
        return [ark, ...(await page.locator('.slip__code').allInnerTexts()).map((it) => it.replace(/[^0-9a-z]/gi, ''))];
    };
    const utkast = await make({ navn: 'Høsten 2026, Midt', sted: 'rvts/rvts_midt', apner: day(1) });
    const apen = await make({ navn: 'Elvetun, høsten 2026' });
    const medNavn = await make({ navn: 'Evaluering av samlingen', anonym: 'nei' });
    const lukket = await make({ navn: 'Elvetun, en kort prøve' });
    for (const round of [apen, medNavn, lukket]) await post(`${round}/apne`);
    const [ark, brukt, lapp] = await slips(apen, 4);
    const [, stengt] = await slips(lukket, 1);
    await post(`${lukket}/lukk`);
    await page.goto(`${base}/svar/${brukt}`);
    const onward = page.locator('main .actions :is([value=neste], [value=send])');
    while (await onward.isVisible()) await onward.click();
    const made = async (name) => (await page.locator('main a', { hasText: name }).first().getAttribute('href')).match(/undersokelser\/([^/?]+)/)[1];
    await page.goto(`${base}/undersokelser`);
    const [forrige, ferdig] = [await made('Prøverunde 1'), await made('Prøverunde 2')];
    await context.close();
    return { utkast, apen, medNavn, lukket, ark, lapp, brukt, stengt, forrige, ferdig };
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
if (wanted.some(([, path]) => /\{(utkast|apen|medNavn|lukket|ferdig|lapp|brukt|stengt)\}/.test(path))) Object.assign(codes, await rounds());
if (wanted.some(([name]) => name.startsWith('skjema'))) Object.assign(codes, await questionnaire());
for (const language of (process.env.LANGUAGES ?? 'nb,nn').split(',')) {
    for (const scheme of (process.env.LOOKS ?? 'light,dark').split(',')) {
        for (const width of scheme === 'print' ? [794] : WIDTHS) {
            const contexts = new Map();
            for (const [name, path, role, first] of wanted) {
                if (!contexts.has(role)) {
                    const context = await browser.newContext({ viewport: { width, height: width < 600 ? 740 : 900 }, ...LOOKS[scheme], reducedMotion: 'reduce', locale: language === 'nn' ? 'nn-NO' : 'nb-NO' });
                    await context.addCookies([{ name: 'sprak', value: language, url: base }]);
                    if (role) await signedIn(context, role);
                    contexts.set(role, await context.newPage());
                }
                const page = contexts.get(role);
                if (typeof first === 'string') await page.context().request.post(base + first);
                await page.emulateMedia({ media: 'screen' });
                await page.goto(base + path.replace(/\{(\w+)\}/g, (all, name) => codes[name] ?? all));
                if (typeof first === 'function') await first(page);
                if (scheme === 'print') await page.emulateMedia({ media: 'print' });
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
