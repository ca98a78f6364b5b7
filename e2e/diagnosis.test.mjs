// Jobs of a diagnosis: figures of an area, the report, a comment that outlasts new figures. With the keyboard alone, without scripts.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { pageFaults } from './inspect.mjs';
import { Hands, signIn } from './keyboard.mjs';
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

async function reader(email) {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 }, javaScriptEnabled: false, acceptDownloads: true });
  const page = await context.newPage();
  const hands = new Hands(page);
  if (email) await signIn(hands, portal, email);
  const main = page.getByRole('main');
  const link = (name) => main.getByRole('link', { name, exact: true });
  return { page, hands, main, link, button: (name) => main.getByRole('button', { name }) };
}

/** What is wrong with the page that is open; the rules are scripts, so they look at it where scripts run. */
async function faults(page) {
  const context = await browser.newContext({ locale: 'en-GB', storageState: await page.context().storageState() });
  const same = await context.newPage();
  await same.goto(page.url());
  const found = await pageFaults(same, { forced: true });
  await context.close();
  return found;
}

/** A file behind a link. */
async function taken(page, link) {
  const waiting = page.waitForEvent('download');
  await link.press('Enter');
  return readFileSync(await (await waiting).path());
}

test('anybody has the diagnostic report of municipalities of their own choice', LONG, async () => {
  const { page, hands, main, link, button } = await reader();

  await hands.open(`${portal.address}/en/diagnosis`);
  await hands.fill(main.getByLabel('Name of the area'), 'Lakes of Wałcz');
  await hands.fill(main.getByLabel(/^Municipalities and counties/), '3217011 3217052 3217043');
  await hands.follow(button('Show the diagnosis'));
  await main.getByText(/Public statistics of 3 municipalities/).waitFor();
  assert.deepEqual(await faults(page), []);
  const report = await taken(page, link('DOCX'));
  assert.equal(report.subarray(0, 2).toString(), 'PK');

  await hands.follow(link('Registered unemployed'));
  await main.getByRole('table').first().waitFor();
  assert.match(await main.innerText(), /Tuczno/);
  assert.deepEqual(await faults(page), []);
  await page.context().close();
});

test('anybody chooses peers by weights of their own, and every page compares with them', LONG, async () => {
  const { page, hands, main, link, button } = await reader();

  await hands.open(`${portal.address}/en/diagnosis/peers?units=3217011`);
  await hands.choose(main.getByLabel('Compare with'), 'Municipalities of the same kind');
  await hands.follow(main.getByRole('button', { name: 'Compare', exact: true }));
  await main.getByText(/urban, rural or urban-rural as those of the area are/).waitFor();
  assert.deepEqual(await faults(page), []);

  await hands.fill(main.locator('#weight-population'), '3');
  await hands.follow(button('Find the most similar'));
  await main.getByText(/Population \(31 December\) \(3\)/).waitFor();
  assert.match(page.url(), /peers=nearest&weights=population/);
  assert.deepEqual(await faults(page), []);
  assert.match((await taken(page, link('CSV'))).toString('utf8'), /^\ufeff?unit,name,county/);
  await page.context().close();
});

test('an office writes a comment, reckons anew and finds it kept, also in the report', LONG, async () => {
  const { page, hands, main, link, button } = await reader('coordinator.kalisz@example.org');
  const text = 'Fewer people look for work than twenty years ago, and the towns feel it.';

  await hands.open(`${portal.address}/en/partnerships/aglomeracja-kalisko-ostrowska/diagnosis`);
  await hands.follow(link('Diagnoses: comments and report'));
  await hands.follow(main.locator('tbody th a').first());
  const economy = main.locator('#chapter-economy');
  await hands.fill(economy.locator('textarea'), text);
  await hands.follow(economy.getByRole('button', { name: /^Save the comment/ }));
  await hands.follow(button('Reckon anew'));
  await main.getByText(/Last reckoned on/).waitFor();

  assert.equal(await economy.locator('textarea').inputValue(), text);
  await economy.getByText('own comment').waitFor();
  assert.deepEqual(await faults(page), []);
  const report = (await taken(page, link('HTML'))).toString('utf8');
  assert.ok(report.includes(text), 'the comment stands in the report');
  await page.context().close();
});
