// Every page that can be reached: axe finds nothing, the markup is valid, nothing is called from outside, and it fits 320 px.
// The pages are found by following links, at most three of each shape, so a new page is tested as soon as it is linked.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { signIn, startBrowser, startPortal } from './portal.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: { 'long-title': 'off', 'no-trailing-whitespace': 'off', 'void-style': 'off', 'require-sri': 'off', 'valid-id': 'off', 'no-implicit-button-type': 'off', 'prefer-native-element': 'off', 'tel-non-breaking': 'off' },
});
const OF_ONE_SHAPE = 3;
let portal;
let browser;

before(async () => {
  portal = await startPortal(process.env.MIEDZA_TEST_DATABASE);
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  portal?.stop();
});

/** The shape of an address: names and ids are one. */
function shape(url) {
  const parts = url.pathname.split('/').map((part, place) => {
    const before = url.pathname.split('/')[place - 1];
    const isName = ['partnerships', 'units', 'calls', 'shared'].includes(before) || /[0-9]/.test(part);
    return isName && part ? '*' : part;
  });
  return `${parts.join('/')}?${[...url.searchParams.keys()].sort().join('&')}`;
}

/** Every page that links lead to, some of each shape. */
async function reached(page, starts) {
  const seen = new Set();
  const shapes = new Map();
  const pages = [];
  const waiting = [...starts];
  while (waiting.length > 0) {
    const address = waiting.shift();
    const url = new URL(address, portal.address);
    url.hash = '';
    if (seen.has(url.href) || url.origin !== portal.address) continue;
    seen.add(url.href);
    const count = shapes.get(shape(url)) ?? 0;
    if (count >= OF_ONE_SHAPE) continue;
    shapes.set(shape(url), count + 1);
    const answer = await page.request.get(url.href);
    const kind = answer.headers()['content-type'] ?? '';
    if (answer.status() === 401) continue;
    assert.ok(answer.status() < 400, `${answer.status()} ${url.href}`);
    if (!kind.startsWith('text/html')) continue;
    const text = await answer.text();
    pages.push({ url, text });
    for (const [, link] of text.matchAll(/<a\b[^>]*\shref="([^"#]+)/g)) waiting.push(new URL(link.replaceAll('&amp;', '&'), url).href);
  }
  return pages;
}

async function violations(page) {
  await page.addScriptTag({ content: axe }).catch(() => undefined);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
    return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).slice(0, 3).join(' | ')}`);
  });
  return found;
}

async function inspect(context, { url, text }, faults) {
  const report = validator.validateString(text, url.href);
  const messages = (await report).results.flatMap((result) => result.messages).filter((message) => message.severity === 2);
  faults.push(...messages.slice(0, 4).map((message) => `${url.pathname}: markup: ${message.ruleId} ${message.message} (line ${message.line})`));
  const page = await context.newPage();
  page.on('console', (message) => { if (message.type() === 'error') faults.push(`${url.pathname}: console: ${message.text()}`); });
  page.on('request', (request) => { if (!request.url().startsWith(portal.address) && !/^(data|blob):/.test(request.url())) faults.push(`${url.pathname}: calls ${request.url()}`); });
  await page.goto(url.href);
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    faults.push(...(await violations(page)).map((fault) => `${url.pathname} (${colorScheme}): ${fault}`));
  }
  await page.setViewportSize({ width: 320, height: 800 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  if (wide > 320) faults.push(`${url.pathname}: ${wide} px wide at 320`);
  await page.close();
}

async function inspectAll(context, pages) {
  const faults = [];
  const waiting = [...pages];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await inspect(context, next, faults);
  };
  await Promise.all([worker(), worker(), worker()]);
  return [...new Set(faults)].sort();
}

test('every public page in every language is accessible, valid and of one house', { timeout: 1_500_000 }, async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, bypassCSP: true });
  const page = await context.newPage();
  const pages = await reached(page, ['/pl', '/cs', '/en', '/en/sign-in', '/pl/reset', '/cs/nic'].filter((start) => !start.endsWith('nic')));
  assert.ok(pages.length > 60, `${pages.length} pages`);
  const faults = await inspectAll(context, pages);
  assert.deepEqual(faults, [], `${pages.length} pages`);
});

test('every page of the workbench is accessible, valid and of one house', { timeout: 1_500_000 }, async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, bypassCSP: true });
  const page = await context.newPage();
  await signIn(page, portal, 'coordinator.kalisz@example.org');
  const pages = await reached(page, ['/en/work', '/pl/work', '/en/account']);
  const own = pages.filter(({ url }) => /^\/(pl|en)\/(work|account)/.test(url.pathname));
  assert.ok(own.length > 25, `${own.length} pages`);
  const faults = await inspectAll(context, own);
  assert.deepEqual(faults, [], `${own.length} pages`);
});
