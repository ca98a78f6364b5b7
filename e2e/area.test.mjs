// Jobs of the area lab: from a matrix to an agreed variant. With the keyboard alone; the first without scripts.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { pageFaults } from './inspect.mjs';
import { Hands, signIn } from './keyboard.mjs';
import { AROUND, endBrowser, startBrowser, startPortal } from './portal.mjs';

const LONG = { timeout: 240_000 };
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

async function analyst(email, javaScriptEnabled = true) {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 }, javaScriptEnabled });
  const page = await context.newPage();
  const hands = new Hands(page);
  await signIn(hands, portal, email);
  const main = page.getByRole('main');
  return { page, hands, main, button: (name) => main.getByRole('button', { name, exact: true }) };
}

/** Codes of the units that the variant holds, as the table says. */
const inside = (main) => main.getByRole('table', { name: /^Units of the area/ }).locator('tbody tr')
  .evaluateAll((rows) => rows.filter((row) => !row.querySelector('.badge.attention, .badge:not([class*=" "])')).map((row) => row.id.replace('unit-', '')).sort());

test('an analyst draws up a variant without scripts', LONG, async () => {
  const { page, hands, main, button } = await analyst('coordinator.kalisz@example.org', false);
  const slug = 'aglomeracja-kalisko-ostrowska';

  await hands.open(`${portal.address}/en/work/partnerships/${slug}`);
  await hands.follow(main.getByRole('link', { name: 'Variants of the area' }));
  await hands.fill(main.getByLabel('Name of the variant'), 'Commuting, drawn up by keyboard');
  await hands.choose(main.getByLabel('Begin with the units of'), 'no unit');
  await hands.follow(button('Begin the variant'));
  await main.getByText('The variant has begun.').waitFor();

  // Matrix, method, parameters, run.
  if (await main.getByLabel('Flow table').count() > 0) {
    await hands.choose(main.getByLabel('Flow table'), /Kalisz/);
    await hands.follow(button('Take this table'));
  }
  await hands.choose(main.getByLabel('Method'), /[Tt]hreshold/);
  await hands.follow(button('Show its parameters'));
  await hands.fill(main.locator('[name="cores"]'), '3061011+3017011');
  await hands.fill(main.locator('[name="share"]'), '0,15');
  if (await main.locator('[name="employed-share"]').count() > 0) await hands.fill(main.locator('[name="employed-share"]'), '27 %');
  await hands.fill(main.getByLabel('Area around'), '3061011');
  await hands.follow(button('Run the method'));
  await main.getByText(/the method ran/).waitFor();
  const ran = await inside(main);
  assert.ok(ran.includes('3061011') && ran.includes('3020052') && ran.length > 10, ran.join(' '));
  await main.getByRole('table', { name: /^Rules/ }).getByRole('row').filter({ hasText: 'one piece' }).first().waitFor();

  // Take units out by pasting their codes; one of them is not known here and is named.
  await hands.walkTo(main.getByText('Put in or take out by a list'));
  await hands.press('Enter');
  await hands.fill(main.getByLabel('Names or codes of units'), '3020052, 3007012\n9999999');
  await hands.walkTo(main.getByRole('radio', { name: 'Put them in' }));
  await hands.press('ArrowDown');
  await hands.follow(button('Take the list'));
  await main.getByText('9999999').first().waitFor();
  const pasted = await inside(main);
  assert.deepEqual(pasted, ran.filter((code) => !['3020052', '3007012'].includes(code)));

  // Undo, redo, and the buttons in the table.
  await hands.follow(button('Undo'));
  assert.deepEqual(await inside(main), ran);
  await hands.follow(button('Redo'));
  assert.deepEqual(await inside(main), pasted);
  await hands.follow(main.getByRole('button', { name: 'Put in Gołuchów' }));
  assert.ok((await inside(main)).includes('3020052'));
  await page.context().close();
});

test('an analyst works with the keys of the lab, and the page says what changed', LONG, async () => {
  const { page, hands, main } = await analyst('coordinator.kalisz@example.org');

  await hands.open(`${portal.address}/en/work/partnerships/aglomeracja-kalisko-ostrowska/area`);
  await hands.follow(main.getByRole('link', { name: 'Commuting to work, at least 15%' }));
  const before = await inside(main);
  const said = main.locator('[data-said]');

  await hands.press('t');
  await hands.press('Enter');
  await page.waitForFunction(() => document.querySelector('[data-said]').textContent.includes('was taken out'));
  assert.equal((await inside(main)).length, before.length - 1);
  await hands.press('z');
  await page.waitForFunction(() => document.querySelector('[data-said]').textContent.includes('was undone'));
  assert.deepEqual(await inside(main), before);
  await hands.press('m');
  assert.equal(await page.evaluate(() => document.activeElement.closest('.map') !== null), true);
  await hands.press('ArrowRight', 'Enter');
  await page.waitForFunction(() => /was (taken out|put in)/.test(document.querySelector('[data-said]').textContent));
  assert.notEqual(await said.innerText(), '');

  await hands.walkTo(main.getByText('Put in or take out by a list'), { back: true });
  await hands.press('Enter');
  await hands.fill(main.getByLabel('Names or codes of units'), 'Gołuchów, Nowhere');
  await hands.follow(main.getByRole('button', { name: 'Take the list' }));
  await main.getByText('Not known here: Nowhere.').waitFor();
  assert.equal(await main.getByLabel('Names or codes of units').inputValue(), 'Nowhere');
  assert.deepEqual(await pageFaults(page, { forced: true }), []);
  await page.context().close();
});

test('two variants are compared, one is adopted by a resolution and changes no more', LONG, async () => {
  const { page, hands, main, button } = await analyst('secretary.walbrzych@example.org');
  const desk = `${portal.address}/en/work/partnerships/aglomeracja-walbrzyska`;

  // A body, and its resolution.
  await hands.open(`${desk}/bodies/new`);
  await hands.fill(main.locator('[name="name.en"]'), 'Assembly of mayors');
  await hands.tick(main.getByRole('checkbox', { name: /[Cc]ouncil|[Aa]ssembly/ }).first());
  await hands.choose(main.getByLabel('Who may see it'), /every|public/i);
  await hands.follow(button('Save'));
  await hands.open(`${desk}/resolutions/new`);
  await hands.choose(main.getByLabel('Body'), 'Assembly of mayors');
  await hands.fill(main.getByLabel('Number'), '7/2026');
  await hands.fill(main.locator('[name="title.en"]'), 'Extent of the functional area');
  await hands.fill(main.getByLabel(/^Date/), '2026-05-20');
  await hands.choose(main.getByLabel('State'), /adopted|carried/i);
  await hands.choose(main.getByLabel('Who may see it'), /every|public/i);
  await hands.follow(button('Save'));
  await main.getByText('Saved', { exact: true }).waitFor();

  // Side by side.
  await hands.open(`${desk}/area`);
  await hands.follow(main.getByRole('link', { name: 'The 28 municipalities since 2020' }));
  await hands.choose(main.getByLabel('Another variant beside this one'), 'The 22 municipalities of 2015');
  await hands.follow(button('Show side by side'));
  const only = main.locator('.lists > div').filter({ has: page.getByRole('heading', { name: /^Only in .*28/ }) });
  assert.equal(await only.getByRole('listitem').count(), 6);
  assert.deepEqual(await pageFaults(page, { forced: true }), []);

  // Adopted, and frozen.
  await hands.walkTo(main.getByText('Adopt by a resolution'));
  await hands.press('Enter');
  await hands.choose(main.getByLabel('Resolution', { exact: true }), /7\/2026/);
  await hands.follow(button('Adopt the variant'));
  await main.getByText('Adopted by resolution 7/2026; changes no more').first().waitFor();
  assert.equal(await main.getByRole('button', { name: /^(Take out|Put in|Undo|Run)/ }).count(), 0);
  assert.deepEqual(await pageFaults(page, { forced: true }), []);
  await hands.open(`${portal.address}/en/partnerships/aglomeracja-walbrzyska/area`);
  await main.getByText('Adopted by resolution 7/2026').first().waitFor();
  await page.context().close();
});

test('variants are compared on a page of their own, and the certainty of one is drawn without scripts', LONG, async () => {
  const { page, hands, main, button } = await analyst('coordinator.kalisz@example.org', false);
  const area = `${portal.address}/en/work/partnerships/aglomeracja-kalisko-ostrowska/area`;

  await hands.open(`${area}/compare`);
  await hands.choose(main.getByLabel('This variant'), 'Extent adopted by resolution (example)');
  await hands.choose(main.getByLabel('with this one'), 'Commuting to work, at least 10%');
  await hands.follow(button('Compare'));
  assert.equal(await main.locator('svg.map:not(.swatch)').count(), 2);
  const only = main.locator('.lists > div').filter({ has: page.getByRole('heading', { name: /^Only in .*example/ }) });
  assert.deepEqual(await only.getByRole('listitem').allInnerTexts(), ['Sośnie']);
  await main.getByRole('table', { name: 'How far the two agree' }).getByRole('row').filter({ hasText: /Rand/ }).waitFor();

  await hands.open(area);
  await hands.follow(main.getByRole('link', { name: 'Commuting to work, at least 10%' }));
  await hands.follow(main.getByRole('link', { name: 'How sure is this boundary?' }));
  await hands.fill(main.getByLabel('Replicates'), '50');
  await hands.follow(button('Draw and see'));
  await main.getByText(/units of the area stay with its seat in at least 80% of 50 replicates/).waitFor({ timeout: 60_000 });
  assert.equal(await main.locator('svg.map:not(.swatch)').count(), 1);
  await page.context().close();
});
