// One variant of all municipalities of a country, made again and again in the area lab with another parameter each time: the whole
// round trip of the form, as the island sends it. Arguments: address of the portal, file with the accounts of the demonstration.

import { readFileSync } from 'node:fs';

const [portal, shown] = process.argv.slice(2);
const ROUNDS = 400;
const DESK = `${portal}/en/work/partnerships/aglomeracja-kalisko-ostrowska/area`;
const account = JSON.parse(readFileSync(shown)).accounts.find(({ email }) => email === 'coordinator.kalisz@example.org');

async function send(address, form, headers = {}) {
  const answer = await fetch(address, { method: 'POST', redirect: 'manual', body: new URLSearchParams(form), headers });
  if (answer.status >= 400) throw new Error(`${answer.status} ${address}: ${(await answer.text()).slice(0, 2000)}`);
  return answer;
}

const entered = await send(`${portal}/en/sign-in`, { email: account.email, password: account.password });
const cookie = entered.headers.getSetCookie().map((one) => one.split(';')[0]).filter((one) => one.startsWith('miedza_session')).pop();
const begun = await send(DESK, { name: 'Whole country' }, { cookie });
const variant = new URL(begun.headers.get('location'), portal);
variant.search = '';

let page = await (await fetch(variant, { headers: { cookie } })).text();
const version = (text) => text.match(/name="seen-version" value="(\d+)"/)[1];
const table = page.match(/<option value="([^"]+)"[^>]*>[^<]*2016 bench/)[1];
await send(`${variant}/table`, { table, 'seen-version': version(page) }, { cookie });
page = await (await fetch(variant, { headers: { cookie } })).text();

let seen = version(page);
const times = [];
let bytes = 0;
for (let round = 0; round < ROUNDS; round += 1) {
  const form = {
    method: 'travel_to_work', 'seen-version': seen, min_size: String(3000 + round * 7), min_self_containment: '0.6',
    target_size: '10000', target_self_containment: '0.7', 'employed-share': '0.27', 'area-of': '3061011',
  };
  const since = performance.now();
  const answer = await send(`${variant}/run`, form, { cookie, accept: 'application/json' });
  const body = await answer.text();
  times.push(performance.now() - since);
  bytes = Math.max(bytes, body.length);
  seen = String(JSON.parse(body).version);
}
times.sort((one, other) => one - other);
const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(1);
console.log(`area lab, travel_to_work with another parameter each time, ${ROUNDS} round trips: p50 ${at(0.5)} ms  p95 ${at(0.95)} ms  p99 ${at(0.99)} ms, answers up to ${Math.round(bytes / 1024)} KB`);
