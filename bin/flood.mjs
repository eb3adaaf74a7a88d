// What bin/bench sends at the door: a flood of wrong sign-ins, right ones at a steady pace beside it, and somebody who reads pages.
// node bin/flood.mjs BASE SECONDS FLOOD_CONNECTIONS FLOOD_ADDRESS made-up|real MAIL_ADDRESSES…   prints one line of JSON
import http from 'node:http';

const [base, seconds, connections, from, kind, ...people] = process.argv.slice(2);
const RIGHT_A_SECOND = 11, PAGES_A_SECOND = 20, PASSWORD = 'samtidig-demo';
const end = Date.now() + seconds * 1000;
const tally = { flood: 0, refused: 0, waited: 0, busy: 0 };
const right = [], pages = [], wrong = [];

function send(path, { form, agent, cookie, localAddress } = {}) {
    const begun = performance.now();
    const body = form && new URLSearchParams(form).toString();
    return new Promise(done => {
        const request = http.request(base + path, {
            method: body ? 'POST' : 'GET', agent, localAddress,
            headers: { ...(body && { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': Buffer.byteLength(body) }), ...(cookie && { Cookie: cookie }) },
        }, answer => {
            answer.resume();
            answer.on('end', () => done({ status: answer.statusCode, to: answer.headers.location, cookies: answer.headers['set-cookie'] ?? [], ms: performance.now() - begun }));
        });
        request.on('error', () => done({ status: 0, cookies: [], ms: performance.now() - begun }));
        request.end(body);
    });
}

async function flood(number) {
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1, localAddress: from });
    for (let i = 0; Date.now() < end; i++) {
        const email = kind === 'real' ? people[(i * connections + number) % people.length] : `nobody${number}.${i}@example.invalid`;
        const answer = await send('/logg-inn', { form: { 'e-post': email, passord: 'a wrong one ' + i }, agent, localAddress: from });
        tally.flood++;
        if (answer.status === 422) tally.refused++;
        if (answer.status === 429) tally.waited++;
        if (answer.status === 503) tally.busy++;
    }
    agent.destroy();
}

async function every(ms, one) {
    const running = [];
    for (let at = Date.now(); at < end; at += ms) {
        await new Promise(done => setTimeout(done, Math.max(0, at - Date.now())));
        running.push(one());
    }
    await Promise.all(running);
}

let began = 0;
async function signIn() {
    const answer = await send('/logg-inn', { form: { 'e-post': people[began++ % people.length], passord: PASSWORD }, agent: new http.Agent() });
    right.push(answer.ms);
    if (answer.status !== 303) wrong.push(answer.status);
}

const reader = await send('/logg-inn', { form: { 'e-post': people[0], passord: PASSWORD } });
const cookie = reader.cookies.map(it => it.split(';')[0]).join('; ');
async function read() {
    const answer = await send('/min-side', { cookie });
    pages.push(answer.ms);
    if (answer.status !== 200) wrong.push(answer.status);
}

const at = (list, share) => Math.round(list.sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))] * 10) / 10;
await Promise.all([...Array.from({ length: +connections }, (_, i) => flood(i)), every(1000 / RIGHT_A_SECOND, signIn), every(1000 / PAGES_A_SECOND, read)]);
console.log(JSON.stringify({
    flood: `${connections} connections, ${kind}`, tries_a_second: Math.round(tally.flood / seconds), ...tally,
    pages: pages.length, pages_p50_ms: at(pages, 0.5), pages_p95_ms: at(pages, 0.95),
    sign_ins: right.length, sign_ins_p50_ms: at(right, 0.5), sign_ins_p95_ms: at(right, 0.95), failed: wrong.length, statuses: [...new Set(wrong)].join(" "),
}));
