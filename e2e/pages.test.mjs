// Every page that can be reached, in three languages, light and dark, and the pages that refuse something. What is asked of each
// stands in inspect.mjs. Pages are found by following links, some of each shape, so a new page is tested as soon as it is linked.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { markupFaults, overheard, pageFaults } from './inspect.mjs';
import { Hands, signIn } from './keyboard.mjs';
import { AROUND, endBrowser, startBrowser, startPortal } from './portal.mjs';

/** On the second engine one page of each shape in one language is looked at. */
const isFew = process.env.MIEDZA_TEST_FEW_PAGES === 'yes';
const LANGUAGES = isFew ? ['pl'] : ['pl', 'cs', 'en'];
/** Of pages of one shape so many are looked at, in each language. */
const OF_ONE_SHAPE = isFew ? 1 : 2;
const AT_ONCE = 3;
const REST_MS = 90_000;
const LONG = { timeout: 900_000 };
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

const room = () => browser.newContext({ viewport: { width: 1280, height: 900 } });

/** The shape of an address: names and ids are one. Registers differ by the kind of what is kept: each is looked at in English. */
function shape(url) {
  const parts = url.pathname.split('/');
  const isEach = parts[1] === 'en' && !['import', 'history'].includes(parts.at(-1)) && url.search === '';
  const register = parts[2] === 'work' ? { partnerships: 5, shared: 4 }[parts[3]] : undefined;
  const named = parts.map((part, place) => {
    const isIndicator = ['diagnosis', 'indicators'].includes(parts[place - 1]) && !['indicators', 'outlook', 'types', 'compare', 'structure', 'index', 'marginalisation', 'peers', 'report'].includes(part);
    const isName = isIndicator || ['partnerships', 'units', 'calls', 'themes', 'accounts'].includes(parts[place - 1]) || /^[0-9a-f]{8}-|^[0-9]{2}/.test(part);
    if (isName && part && part !== 'new') return '*';
    return place === register && !['area', 'accounts', 'log', 'profile'].includes(part) && !isEach ? 'kind' : part;
  });
  return `${named.join('/')}?${[...url.searchParams.keys()].sort().join('&')}`;
}

/** Every page that links lead to, some of each shape; the first of a shape in any language is marked as new. */
async function reached(request, starts, isPartOf) {
  const isWanted = (path) => LANGUAGES.some((language) => path === `/${language}` || path.startsWith(`/${language}/`)) && isPartOf(path);
  const seen = new Set();
  const shapes = new Map();
  const met = new Set();
  const pages = [];
  const waiting = starts.map((start) => new URL(start, portal.address));
  while (waiting.length > 0) {
    const url = waiting.shift();
    url.hash = '';
    if (seen.has(url.href) || url.origin !== portal.address || !isWanted(url.pathname)) continue;
    seen.add(url.href);
    const count = shapes.get(shape(url)) ?? 0;
    // One order of a list is as good as another.
    if (count >= (/[?&](sort|page|before)=/.test(url.search) ? 1 : OF_ONE_SHAPE)) continue;
    shapes.set(shape(url), count + 1);
    const answer = await request.get(url.href);
    // A page for strangers may lead to the own account.
    if (answer.status() === 401 && /^\/(pl|cs|en)\/(work|account)/.test(url.pathname)) continue;
    assert.ok(answer.status() < 400, `${answer.status()} ${url.href}`);
    const { 'content-type': kind = '', 'content-disposition': kept = '' } = answer.headers();
    if (!kind.startsWith('text/html') || kept.startsWith('attachment')) continue;
    const text = await answer.text();
    const bare = shape(url).slice('/en'.length);
    pages.push({ url, text, isNew: !met.has(bare) });
    met.add(bare);
    for (const [, link] of text.matchAll(/<a\b[^>]*\shref="([^"#]+)/g)) waiting.push(new URL(link.replaceAll('&amp;', '&'), url));
  }
  return pages;
}

async function inspect(context, { url, text, isNew }) {
  const faults = await markupFaults(text, url.href);
  const page = await context.newPage();
  const heard = overheard(page, portal.address);
  const look = async () => {
    await page.goto(url.href);
    return pageFaults(page, { forced: isNew });
  };
  // A page that hangs is a fault of this page and not of all that come after it.
  const late = new AbortController();
  const patience = pause(REST_MS, [`does not come to rest within ${REST_MS / 1000} s`], { signal: late.signal }).catch(() => []);
  faults.push(...await Promise.race([look(), patience]));
  late.abort();
  await page.close();
  return [...faults, ...heard].map((fault) => `${url.pathname}${url.search}: ${fault}`);
}

/** Two pages of one name: whoever reads the title of the window cannot tell them apart. */
function equalTitles(pages) {
  const titles = new Map();
  for (const { url, text } of pages) {
    const title = /<title>([^<]*)/.exec(text)?.[1];
    const name = `${url.pathname.slice(1, 3)}: ${title}`;
    titles.set(name, new Set([...titles.get(name) ?? [], url.pathname]));
  }
  return [...titles].filter(([, paths]) => paths.size > 1).map(([name, paths]) => `${[...paths].join(', ')}: one title for several pages "${name}"`);
}

async function inspectAll(context, pages) {
  const faults = equalTitles(pages);
  const waiting = [...pages];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) faults.push(...await inspect(context, next));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return faults;
}

/** Fails with every fault once, and with the first pages that have it. */
function noFaults(faults) {
  const pages = new Map();
  for (const line of faults) {
    const [, page, fault] = /^(.*?): (.*)$/s.exec(line);
    pages.set(fault, [...pages.get(fault) ?? [], page]);
  }
  const told = [...pages].map(([fault, where]) => `${fault}\n      on ${new Set(where).size}: ${[...new Set(where)].slice(0, 3).join(' ')}`);
  if (told.length > 0) assert.fail(`${told.length} faults\n  ${told.sort().join('\n  ')}`);
}

/** The skip links take somebody who has only a keyboard past the head of the page. */
async function skipFaults(context, url) {
  const page = await context.newPage();
  await page.goto(url.href);
  const hands = new Hands(page);
  await hands.walkTo(page.locator('a.skip'));
  await hands.press('Enter');
  await hands.press('Tab');
  const where = await page.evaluate(() => document.activeElement.closest('main, footer')?.localName ?? document.activeElement.outerHTML.slice(0, 80));
  await page.close();
  return ['main', 'footer'].includes(where) ? [] : [`${url.pathname}: after the skip link the focus stands on ${where}`];
}

/** Where the walk begins: the first page, what only forms lead to, and lists and dates with nothing in them. */
const PUBLIC = [
  '', '/sign-in', '/sign-in/code', '/reset', '/search?q=walbrzych', '/search?q=qqqq', '/partnerships?q=qqqq', '/units?q=walb', '/units?q=qqqq',
  '/explore?show=flows-out&unit=3061011', '/partnerships/aglomeracja-walbrzyska/members?on=never', '/partnerships/aglomeracja-walbrzyska/members?on=2012-04',
];

test('every public page in every language is accessible, valid and of one house', LONG, async (t) => {
  const context = await room();
  const starts = LANGUAGES.flatMap((language) => PUBLIC.map((start) => `/${language}${start}`));
  const pages = await reached(context.request, starts, (path) => !path.includes('/work/'));
  t.diagnostic(`${pages.length} pages`);
  assert.ok(pages.length > 35 * LANGUAGES.length, `${pages.length} pages`);

  const faults = await inspectAll(context, pages);
  for (const { url, isNew } of pages) if (isNew) faults.push(...await skipFaults(context, url));

  noFaults(faults);
});

/** Who signs in, what of the workbench and of the own account is looked at as they see it, and how many pages that is at least. */
const WORKERS = [
  ['coordinator.kalisz@example.org', ['work', 'account'], /^\/..\/(work|account)/, 20],
  ['office@example.org', ['work'], /^\/..\/work(\/(shared|new-partnership).*)?$/, 5],
  ['administrator@example.org', ['work', 'work/settings', 'work/accounts', 'work/partnerships/powiat-walecki/accounts'], /^\/..\/work(\/(settings|accounts|.*\/accounts).*)?$/, 10],
];

for (const [email, starts, wanted, least] of WORKERS) {
  test(`every page of the workbench of ${email} is accessible, valid and of one house`, LONG, async (t) => {
    const context = await room();
    const page = await context.newPage();
    await signIn(new Hands(page), portal, email);
    const from = LANGUAGES.flatMap((language) => starts.map((start) => `/${language}/${start}`));
    const pages = await reached(context.request, from, (path) => wanted.test(path));
    t.diagnostic(`${pages.length} pages`);
    assert.ok(pages.length >= least * LANGUAGES.length, `${pages.length} pages`);

    noFaults(await inspectAll(context, pages));
  });
}

/** Opens an address that is refused. */
async function refused(context, path, status) {
  const page = await context.newPage();
  const heard = overheard(page, portal.address);
  const answer = await page.goto(`${portal.address}${path}`);
  assert.equal(answer.status(), status, path);
  const faults = [...await markupFaults(await answer.text(), path), ...await pageFaults(page, { forced: true }), ...heard];
  assert.deepEqual(faults.map((fault) => `${path}: ${fault}`), []);
  assert.ok(await page.locator('main a[href]').count() > 0, `${path} offers a way on`);
  await page.close();
}

test('a page that refuses is as accessible as any other and offers a way on', LONG, async () => {
  const strangers = await room();
  for (const language of LANGUAGES) {
    await refused(strangers, `/${language}/nowhere`, 404);
    await refused(strangers, `/${language}/partnerships/nowhere`, 404);
    await refused(strangers, `/${language}/work`, 401);
    await refused(strangers, `/${language}/invitation/nothing`, 404);
    await refused(strangers, `/${language}/reset/nothing`, 404);
  }
  const members = await room();
  await signIn(new Hands(await members.newPage()), portal, 'goluchow@example.org');
  for (const language of LANGUAGES) {
    await refused(members, `/${language}/work/settings`, 403);
    await refused(members, `/${language}/work/partnerships/powiat-walecki`, 403);
  }
});

/** Forms that are sent empty, or with what does not fit: [address, values by name]. */
const WRONG = [
  ['/work/partnerships/aglomeracja-walbrzyska/memberships/new', { valid_from: 'yesterday' }],
  ['/work/partnerships/aglomeracja-walbrzyska/documents/new', { date: 'yesterday' }],
  ['/work/partnerships/aglomeracja-walbrzyska/meetings/new', {}],
  ['/account', { name: ' ' }],
];

test('a form that is refused keeps what was typed and says beside each field what is wrong', LONG, async () => {
  const context = await room();
  const page = await context.newPage();
  await signIn(new Hands(page), portal, 'secretary.walbrzych@example.org');
  const heard = overheard(page, portal.address);
  for (const language of LANGUAGES) {
    for (const [path, values] of WRONG) {
      await page.goto(`${portal.address}/${language}${path}`);
      const coming = page.waitForNavigation();
      await page.evaluate((typed) => {
        const form = document.querySelector('main form.form');
        form.noValidate = true;
        for (const [name, value] of Object.entries(typed)) form.elements[name].value = value;
        form.requestSubmit();
      }, values);
      const answer = await coming;
      const name = `${language}${path}`;
      assert.equal(answer.status(), 422, name);
      const faults = [...await markupFaults(await answer.text(), name), ...await pageFaults(page, { forced: true })];
      assert.deepEqual(faults.map((fault) => `${name}: ${fault}`), []);
      for (const [field, value] of Object.entries(values)) {
        if (value.trim()) assert.equal(await page.evaluate((named) => document.querySelector(`main form [name="${named}"]`).value, field), value, `${name} keeps ${field}`);
      }
      const links = await page.locator('.error-summary a').evaluateAll((all) => all.map((link) => document.querySelector(link.getAttribute('href')) !== null));
      assert.ok(links.length > 0 && links.every(Boolean), `${name}: the summary leads to the fields`);
    }
  }
  assert.deepEqual(heard, []);
});
