import { chromium } from 'playwright';
import fs from 'fs';
const base='http://127.0.0.1:'+process.argv[2];
const b=await chromium.launch({executablePath:process.env.CHROMIUM||undefined});
for (const [w,scheme,lang] of [[1280,'light','nb'],[360,'dark','nn']]) {
 const c=await b.newContext({viewport:{width:w,height:900},colorScheme:scheme}); const p=await c.newPage();
 await p.goto(base+'/logg-inn'); await p.request.post(base+'/demo/logg-inn',{form:{rolle:'fagredaktor'}});
 if(lang==='nn') { await p.goto(base+'/skjemaer?sprak=nn'); }
 for (const [n,f] of [['refused','08-only-a-date-question'],['bundle','10-bundle-in-two-languages'],['much','11-much-in-one']]) {
  await p.goto(base+'/skjemaer/importer'); await p.fill('#tekst',fs.readFileSync('/work/b3/src/test/resources/fhir/'+f+'.json','utf8')); await p.click('main form button.ds-button'); await p.waitForLoadState();
  await p.screenshot({path:`/tmp/h/b3p/${n}-${w}.png`,fullPage:true}); console.log(n,w,await p.title(), await p.evaluate(()=>document.documentElement.scrollWidth));
 }
 await c.close(); }
await b.close();
