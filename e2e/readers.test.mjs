// Jobs of those who read: residents, neighbours, analysts. With the keyboard alone, from the first screen on.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { Hands } from './keyboard.mjs';
import { AROUND, endBrowser, startBrowser, startPortal } from './portal.mjs';

const LONG = { timeout: 180_000 };
let portal;
let browser;

before(async () => {
  portal = await startPortal();
  browser = await startBrowser();
}, AROUND);
after(async () => {
  await endBrowser(browser);
  await portal?.stop();
}, AROUND);

async function reader(locale, viewport = { width: 1280, height: 900 }) {
  const context = await browser.newContext({ locale, viewport });
  const page = await context.newPage();
  return { page, hands: new Hands(page), main: page.getByRole('main') };
}

const pathOf = (page) => new URL(page.url()).pathname;

test('a resident finds the 22 and the 28 members of Wałbrzych and what is known of April 2012', LONG, async () => {
  const { page, hands, main } = await reader('en-GB');
  const section = (heading) => main.locator('section').filter({ has: page.getByRole('heading', { name: heading, exact: true }) });

  await hands.open(portal.address);
  assert.equal(pathOf(page), '/en');
  await hands.fill(main.getByRole('searchbox', { name: 'Municipality, partnership, document' }), 'walbrzych');
  await hands.arrive(() => hands.press('Enter'));
  await hands.follow(main.getByRole('link', { name: 'Wałbrzych Agglomeration', exact: true }));
  await hands.follow(main.getByRole('link', { name: /See the \d+ members on any date/ }));

  await hands.fill(main.getByLabel('Day, month or year'), '2015-12-22');
  await hands.arrive(() => hands.press('Enter'));
  assert.equal(await section('22 members').locator('tbody tr').count(), 22);
  assert.match(page.url(), /on=2015-12-22/);

  await hands.follow(main.getByRole('link', { name: '19 October 2020: 28 members' }));
  assert.equal(await section('28 members').locator('tbody tr').count(), 28);

  await hands.follow(page.locator('.rail').getByRole('link', { name: 'Overview' }));
  await hands.follow(main.getByRole('rowheader', { name: 'April 2012' }).getByRole('link'));
  assert.match(page.url(), /on=2012-04$/);
  await main.getByText('April 2012: 14 stated, names not given').waitFor();
  await page.context().close();
});

test('a resident sees on a phone why Gołuchów belongs to the area of Kalisz and Ostrów', LONG, async () => {
  const { page, hands, main } = await reader('pl-PL', { width: 360, height: 740 });

  await hands.open(portal.address);
  await hands.walkTo(page.locator('.drawer > summary'));
  await hands.press('Enter');
  await hands.follow(page.locator('.drawer').getByRole('link', { name: 'Partnerstwa' }));
  await hands.follow(main.getByRole('link', { name: 'Aglomeracja Kalisko-Ostrowska', exact: true }));
  await hands.walkTo(page.locator('.rail-phone > summary'));
  await hands.press('Enter');
  await hands.follow(page.locator('.rail-phone').getByRole('link', { name: /^Obszar/ }));

  await hands.walkTo(main.locator('.lab-result').getByRole('link', { name: 'Gołuchów', exact: true }));
  const why = main.locator('tr').filter({ hasText: 'Gołuchów' }).locator('.why').first();
  let box = await why.boundingBox();
  for (let steps = 0; steps < 10 && box.y + box.height > 740; steps += 1) {
    await hands.press('ArrowDown');
    // A browser scrolls over some frames.
    await page.waitForTimeout(150);
    box = await why.boundingBox();
  }
  assert.ok(box.x >= 0 && box.x + box.width <= 360, `the reason lies between ${box.x} and ${box.x + box.width} px of 360`);
  assert.ok(box.y >= 0 && box.y + box.height <= 740, `the reason lies between ${box.y} and ${box.y + box.height} px of 740`);
  assert.match(await why.innerText(), /\d+(,\d+)?\s?%/);
  await page.context().close();
});

test('an analyst takes a variant as GeoJSON and CSV, and finds the description of the interface', LONG, async () => {
  const { page, hands, main } = await reader('en-GB');

  await hands.open(`${portal.address}/en/partnerships/aglomeracja-kalisko-ostrowska/area`);
  const units = await main.locator('tr[id^="unit-"]').filter({ has: page.locator('.badge.ok') }).count();
  const geojson = await hands.download(main.getByRole('link', { name: 'GEOJSON' }));
  const csv = await hands.download(main.getByRole('link', { name: 'CSV', exact: true }));

  assert.equal(units, 21);
  const { type, features } = JSON.parse(readFileSync(geojson.path, 'utf8'));
  assert.equal(type, 'FeatureCollection');
  assert.ok(features.length > 0 && features.every((feature) => /Polygon$/.test(feature.geometry.type)));
  const lines = readFileSync(csv.path, 'utf8').trim().split('\n');
  assert.equal(lines.length, 1 + 21, lines[0]);
  assert.ok(lines.some((line) => line.includes('3020052')), 'Gołuchów is in the table');

  await hands.follow(page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Data and programs' }));
  const answer = await hands.follow(main.getByRole('link', { name: 'Description of the interface (OpenAPI)' }));
  const description = await answer.json();
  assert.match(description.openapi, /^3\.1/);
  assert.ok(description.paths['/api/v1/partnerships/{partnership}/variants/{id}'], Object.keys(description.paths).join(' '));
  await page.context().close();
});

test('a reader changes the language on a deep page and stays there', LONG, async () => {
  const { page, hands, main } = await reader('en-GB');
  const language = (name) => page.locator('.masthead-row > .languages').getByRole('link', { name });

  await hands.open(`${portal.address}/en/partnerships/aglomeracja-walbrzyska/members?on=2015-12-22`);
  await hands.follow(language('Čeština'));
  assert.match(page.url(), /\/cs\/partnerships\/aglomeracja-walbrzyska\/members\?on=2015-12-22$/);
  assert.match(await main.getByRole('heading', { level: 1 }).innerText(), /22\.\sprosince\s2015/);
  await hands.follow(language('Polski'));
  assert.match(page.url(), /\/pl\/partnerships\/aglomeracja-walbrzyska\/members\?on=2015-12-22$/);
  assert.match(await main.getByRole('heading', { level: 1 }).innerText(), /22\sgrudnia\s2015/);
  await page.context().close();
});

test('a reader filters and sorts a list, and whoever gets the address sees the same', LONG, async () => {
  const { page, hands, main } = await reader('en-GB');
  const names = (of) => of.locator('tbody th').evaluateAll((cells) => cells.map((cell) => cell.querySelector('a').textContent));

  await hands.open(`${portal.address}/en`);
  await hands.follow(page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Partnerships' }));
  assert.equal((await names(main)).length, 5);
  await hands.choose(main.getByLabel('Stage'), /./);
  await hands.fill(main.getByLabel('Words to look for'), 'aglomeracja');
  await hands.arrive(() => hands.press('Enter'));
  await hands.follow(main.getByRole('columnheader', { name: 'Members' }).getByRole('link'));
  await hands.follow(main.getByRole('columnheader', { name: 'Members' }).getByRole('link'));
  const seen = await names(main);

  assert.match(page.url(), /q=aglomeracja/);
  assert.match(page.url(), /sort=-members/);
  assert.equal(await main.getByRole('columnheader', { name: 'Members' }).getAttribute('aria-sort'), 'descending');
  assert.equal(seen[0], 'Wałbrzych Agglomeration');
  const other = await reader('en-GB');
  await other.hands.open(page.url());
  assert.deepEqual(await names(other.main), seen);
  await other.page.context().close();
  await page.context().close();
});
