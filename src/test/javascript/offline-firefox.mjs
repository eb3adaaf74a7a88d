// Lessons without network in Firefox, by WebDriver BiDi. Run by OfflineInFirefoxTest, which cuts and restores the network when asked.
import { createInterface } from 'node:readline';
import puppeteer from 'puppeteer-core';

const [, , base, executablePath, lesson] = process.argv;
const answers = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const ask = async (what) => {
    console.log(`ASK ${what}`);
    await answers.next();
};
const is = (what, holds) => {
    if (!holds) throw new Error(`not so: ${what}`);
    console.log(`OK ${what}`);
};

const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true, extraPrefsFirefox: { 'intl.accept_languages': 'nb' } });
try {
    const page = await browser.newPage();
    page.setDefaultTimeout(30000);
    await page.goto(`${base}/logg-inn`);
    await Promise.all([page.waitForNavigation(), page.click('button[name=rolle][value=miljoterapeut]')]);
    await page.goto(base + lesson);
    await page.click('[data-do=keep]');
    await page.waitForSelector('.copy[data-state=kept]');
    is('the lesson is on the device', true);

    await ask('cut');
    await page.goto(`${base}${lesson}/to-koer`);
    is('the step is read without network', (await page.$eval('h1', (it) => it.textContent)).length > 3);
    is('it says that it is a copy', await page.$eval('.offline-note', (it) => !it.hidden));
    await page.click('.block .choices input');
    await page.click('.block:has(.choices) form .ds-button');
    await page.waitForSelector('[data-kept-shown] .verdict');
    is('the feedback comes without network', (await page.$$('[data-kept-shown] .answer')).length > 1);
    await page.goto(`${base}${lesson}/et-oyeblikk`);
    await page.type('textarea', 'Skrevet i Firefox uten nett');
    await page.waitForSelector('.save-line[data-state=local]');
    await page.type('textarea', ', og litt til');
    await page.goto(`${base}/min-side/mine-svar`);
    await page.waitForSelector('.waiting');
    is('two things wait', (await page.$$('.waiting')).length === 2);

    await ask('restore');
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await page.waitForSelector('.receipt');
    await page.waitForFunction(() => document.querySelectorAll('.receipt').length === 2);
    is('both have arrived', true);
} finally {
    await browser.close();
}
process.exit(0);
