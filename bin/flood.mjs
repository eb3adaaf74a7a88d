// What bin/bench sends at the door: a flood of wrong sign-ins, right ones at a steady pace beside it, and somebody who reads pages.
// node bin/flood.mjs BASE SECONDS FLOOD_CONNECTIONS FLOOD_ADDRESS made-up|real MAIL_ADDRESSES…   prints one line of JSON
import http from 'node:http';

const [base, seconds, connections, from, kind, ...people] = process.argv.slice(2);
const RIGHT_A_SECOND = 11, PAGES_A_SECOND = 20, PASSWORD = 'samtidig-demo';
let end = 0;
const tally = { flood: 0, refused: 0, waited: 0, busy: 0 };
const pages = [], wrong = [];
// From devices on which the person has been let in before, and from others: told apart, for guesses from one's own address may make the others wait
const known = { ms: [], failed: 0 }, unknown = { ms: [], failed: 0 };

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

const cookies = it => it.cookies.map(one => one.split(';')[0]);
const devices = new Map();
for (const person of people) {
    const answer = await send('/logg-inn', { form: { 'e-post': person, passord: PASSWORD } });
    devices.set(person, cookies(answer).find(it => it.startsWith('kjent=')));
}

let began = 0;
async function signIn() {
    const person = people[Math.floor(began / 2) % people.length], of = began++ % 2 ? known : unknown;
    const answer = await send('/logg-inn', { form: { 'e-post': person, passord: PASSWORD }, agent: new http.Agent(), cookie: of === known ? devices.get(person) : undefined });
    of.ms.push(answer.ms);
    if (answer.status !== 303) { of.failed++; wrong.push(answer.status); }
}

const reader = await send('/logg-inn', { form: { 'e-post': people[0], passord: PASSWORD } });
const cookie = cookies(reader).join('; ');
async function read() {
    const answer = await send('/min-side', { cookie });
    pages.push(answer.ms);
    if (answer.status !== 200) wrong.push(answer.status);
}

const at = (list, share) => Math.round(list.sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))] * 10) / 10;
end = Date.now() + seconds * 1000;
await Promise.all([...Array.from({ length: +connections }, (_, i) => flood(i)), every(1000 / RIGHT_A_SECOND, signIn), every(1000 / PAGES_A_SECOND, read)]);
console.log(JSON.stringify({
    flood: `${connections} connections, ${kind}`, tries_a_second: Math.round(tally.flood / seconds), ...tally,
    pages: pages.length, pages_p50_ms: at(pages, 0.5), pages_p95_ms: at(pages, 0.95),
    known: known.ms.length, known_p50_ms: at(known.ms, 0.5), known_p95_ms: at(known.ms, 0.95), known_failed: known.failed,
    unknown: unknown.ms.length, unknown_p50_ms: at(unknown.ms, 0.5), unknown_p95_ms: at(unknown.ms, 0.95), unknown_failed: unknown.failed,
    statuses: [...new Set(wrong)].join(" "),
}));
