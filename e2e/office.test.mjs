// Jobs of those who keep a partnership: the office worker and the administrator. With the keyboard alone.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { pageFaults } from './inspect.mjs';
import { Hands, signIn } from './keyboard.mjs';
import { startPostOffice } from './letters.mjs';
import { AROUND, endBrowser, startBrowser, startPortal } from './portal.mjs';

const LONG = { timeout: 180_000 };
let portal;
let browser;
let post;

before(async () => {
  post = await startPostOffice();
  portal = await startPortal('--smtp', post.address, '--mail-from', 'office@miedza.example');
  browser = await startBrowser();
}, AROUND);
after(async () => {
  await endBrowser(browser);
  await portal?.stop();
  await post?.stop();
}, AROUND);

async function worker(email) {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const hands = new Hands(page);
  if (email) await signIn(hands, portal, email);
  return { page, hands, main: page.getByRole('main'), link: (name) => page.getByRole('main').getByRole('link', { name, exact: true }) };
}

const button = (main, name) => main.getByRole('button', { name });

test('an office worker adds a member with its ground and its document, and the public sees it', LONG, async () => {
  const { page, hands, main, link } = await worker('secretary.walcz@example.org');

  await hands.follow(link('Wałcz County'));
  await hands.follow(link('Memberships'));
  await hands.follow(link('Add a membership'));
  await hands.fill(main.getByLabel(/^Unit \(/), '3017011');
  await hands.choose(main.getByLabel(/^Ground of participation/), 'functional links');
  await hands.fill(main.getByLabel(/^From/), '2026-03-01');
  await hands.choose(main.getByLabel(/^Basis document/), 'Territorial strategy 2021–2027');
  await hands.choose(main.getByLabel('Who may see it'), 'everyone');
  const answer = await hands.follow(button(main, 'Save'));
  assert.equal(answer.status(), 200);
  await main.getByText('Saved', { exact: true }).waitFor();

  await hands.open(`${portal.address}/en/partnerships/powiat-walecki/members?on=2026-04-01`);
  const row = await main.getByRole('row').filter({ hasText: 'Ostrów Wielkopolski' }).first().innerText();
  assert.match(row, /functional links/);
  assert.match(row, /Territorial strategy 2021–2027/);
  await page.context().close();
});

test('two who change the same entry choose field by field, and nothing typed is lost', LONG, async () => {
  const one = await worker('secretary.walcz@example.org');
  const other = await worker('office@example.org');
  const address = `${portal.address}/en/work/partnerships/powiat-walecki/documents`;
  const title = (worker) => worker.main.locator('[name="title.en"]');
  const place = (worker) => worker.main.locator('[name="place"]');

  await one.hands.open(address);
  await one.hands.follow(one.main.locator('tbody th a'));
  await other.hands.open(one.page.url());
  await one.hands.fill(title(one), 'Report, first wording');
  await one.hands.fill(place(one), 'Wałcz');
  await one.hands.follow(button(one.main, 'Save'));
  await other.hands.fill(title(other), 'Report, second wording');
  await other.hands.fill(place(other), 'Tuczno');
  const answer = await other.hands.follow(button(other.main, 'Save'));

  assert.equal(answer.status(), 409);
  await other.main.getByText('Somebody else changed this entry').waitFor();
  assert.deepEqual(await pageFaults(other.page, { forced: true }), []);
  // Mine for the title, theirs for the place: an arrow goes from one side to the other.
  const group = (name) => other.main.getByRole('group', { name });
  await other.hands.walkTo(group(/^Place/).getByRole('radio', { checked: true }));
  await other.hands.press('ArrowDown');
  await other.hands.follow(button(other.main, 'Save what was chosen'));
  assert.equal(await title(other).inputValue(), 'Report, second wording');
  assert.equal(await place(other).inputValue(), 'Wałcz');
  await one.page.context().close();
  await other.page.context().close();
});

test('a deleted entry leaves the public page and comes back', LONG, async () => {
  const { page, hands, main } = await worker('secretary.beskidy@example.org');
  const desk = `${portal.address}/en/work/partnerships/aglomeracja-beskidzka/timeline_events`;

  await hands.open(desk);
  const entry = main.locator('tbody th a').first();
  const name = await entry.innerText();
  const isPublic = async () => {
    const answer = await (await browser.newContext()).request.get(`${portal.address}/en/partnerships/aglomeracja-beskidzka/history`);
    return (await answer.text()).includes(name);
  };
  assert.ok(await isPublic(), name);
  await hands.follow(entry);
  await hands.follow(button(main, 'Delete'));
  await main.getByText('30 days').waitFor();
  assert.ok(!(await isPublic()));
  await hands.follow(main.getByRole('link', { name: 'Deleted', exact: true }));
  await hands.follow(button(main, `Bring back ${name}`));
  await main.getByText('The entry was brought back').waitFor();
  assert.ok(await isPublic());
  await page.context().close();
});

/** Cells of a line of CSV as this program writes it. */
function cells(line, separator) {
  const found = [];
  for (let rest = line; ;) {
    const quoted = /^"((?:[^"]|"")*)"/.exec(rest);
    const end = quoted ? quoted[0].length : Math.max(rest.indexOf(separator), rest.includes(separator) ? 0 : rest.length);
    found.push(rest.slice(0, end));
    if (rest[end] !== separator) return found;
    rest = rest.slice(end + 1);
  }
}

test('a sheet with three changed cells changes three cells, and is taken back', LONG, async () => {
  const { page, hands, main } = await worker('secretary.walbrzych@example.org');
  const list = `${portal.address}/en/work/partnerships/aglomeracja-walbrzyska/memberships`;

  await hands.open(list);
  const workbook = await hands.download(main.getByRole('link', { name: 'XLSX', exact: true }));
  await hands.follow(main.getByRole('link', { name: 'Read a sheet' }));
  await hands.hand(main.getByLabel('Sheet of this list'), { name: workbook.name, mimeType: 'application/octet-stream', buffer: readFileSync(workbook.path) });
  await hands.follow(button(main, 'Show the changes'));
  await main.getByText('The sheet changes nothing').waitFor();

  await hands.open(list);
  const file = await hands.download(main.getByRole('link', { name: 'CSV', exact: true }));
  const text = readFileSync(file.path, 'utf8');
  const ending = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(ending);
  const separator = lines[0].includes(';') ? ';' : ',';
  const note = cells(lines[0], separator).findIndex((heading) => heading.includes('[note.en]'));
  assert.ok(note > 0, lines[0]);
  for (const row of [1, 2, 3]) {
    const changed = cells(lines[row], separator);
    changed[note] = `Checked in row ${row}`;
    lines[row] = changed.join(separator);
  }

  await hands.follow(main.getByRole('link', { name: 'Read a sheet' }));
  await hands.hand(main.getByLabel('Sheet of this list'), { name: file.name, mimeType: 'text/csv', buffer: Buffer.from(lines.join(ending)) });
  await hands.follow(button(main, 'Show the changes'));
  await main.getByText('The sheet changes 3 entries').waitFor();
  assert.equal(await main.locator('.changes > div').count(), 3);
  assert.equal(await main.getByText('Checked in row').count(), 3);
  assert.deepEqual(await pageFaults(page, { forced: true }), []);
  await hands.follow(button(main, 'Save the changes of the sheet'));
  await main.getByText('The changes of the sheet are saved').waitFor();
  await hands.follow(button(main, 'Undo the reading of the sheet'));
  await main.getByText('The changes of the sheet were undone').waitFor();

  const after = await hands.download(main.getByRole('link', { name: 'CSV', exact: true }));
  assert.ok(!readFileSync(after.path, 'utf8').includes('Checked in row'));
  await page.context().close();
});

test('an administrator invites somebody, who follows the letter and is in', LONG, async () => {
  const { page, hands, main } = await worker('administrator@example.org');
  const email = 'nowa.osoba@gmina.example';

  await hands.follow(page.getByRole('navigation').getByRole('link', { name: 'Accounts' }));
  await hands.follow(main.getByRole('link', { name: 'Invite somebody' }));
  await hands.fill(main.getByLabel('E-mail address'), email);
  await hands.fill(main.getByLabel(/^Name/), 'Nowa Osoba');
  await hands.choose(main.getByLabel('Language of letters'), 'English');
  await hands.choose(main.getByLabel('Role', { exact: true }), /municipality/);
  await hands.choose(main.getByLabel(/^Where/), /Beskid/);
  await hands.fill(main.getByLabel(/^Code of the own unit/), '2461011');
  await hands.follow(button(main, 'Send the invitation'));
  await main.getByText('invited', { exact: true }).waitFor();

  const letter = await post.letterTo(email);
  const [link] = /https?:\S+\/invitation\/\S+/.exec(letter);
  const guest = await worker();
  await guest.hands.open(link);
  assert.deepEqual(await pageFaults(guest.page, { forced: true }), []);
  await guest.hands.fill(guest.main.getByLabel('New password'), 'trzy zielone miedze');
  await guest.hands.arrive(() => guest.hands.press('Enter'));
  assert.match(new URL(guest.page.url()).pathname, /^\/en\/work/);
  await guest.page.getByRole('button', { name: 'Sign out' }).first().waitFor();

  await guest.hands.follow(guest.page.getByRole('button', { name: 'Sign out' }));
  await signIn(guest.hands, portal, email, 'trzy zielone miedze');
  const again = await (await browser.newContext()).request.get(link);
  assert.equal(again.status(), 404, 'the link works once');
  await guest.page.context().close();
  await page.context().close();
});
