// What is asked of every page: accessible to the rules of axe in light, dark and forced colours, valid markup, nothing called from
// outside, nothing wrong in the console, no scrolling sideways at 320 px, headings and titles as they should be, no raw text key.

import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { HtmlValidate } from 'html-validate';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard'],
  rules: {
    // Askama leaves the blank ends of lines; search engines cut long titles, people read them.
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'void-style': 'off',
    // Files of the same house under addresses that change with their content.
    'require-sri': 'off',
    // Names of fields become ids, and a field may be called "choose:name".
    'valid-id': 'off',
    // A button inside a form sends it: that is what the ones without a type are for.
    'no-implicit-button-type': 'off',
  },
});

/** Every key of the catalogues with a hyphen: none of them may be read on a page. */
function textKeys() {
  const folder = resolve(import.meta.dirname, '../crates/texts/locales/en');
  const lines = readdirSync(folder).flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'));
  return lines.map((line) => /^([a-z0-9]+(?:-[a-z0-9]+)+) =/.exec(line)?.[1]).filter(Boolean);
}
const keys = textKeys();

/** Rules of axe that look at colours; all others find the same in every scheme. */
const COLOURS = ['color-contrast', 'link-in-text-block'];
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function violations(page, only) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  return page.evaluate(async (runOnly) => {
    const { violations: found } = await window.axe.run(document, { runOnly, resultTypes: ['violations'] });
    return found.map((one) => `${one.id}: ${one.nodes.map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`).slice(0, 3).join(' | ')}`);
  }, only);
}

/** What can be told from the page alone. Runs in the page. */
function own({ language, keys }) {
  const faults = [];
  const told = (element) => (element.getAttribute('aria-label') ?? element.textContent).trim();
  if (document.documentElement.lang !== language) faults.push(`lang is "${document.documentElement.lang}"`);
  const firsts = document.querySelectorAll('h1').length;
  if (firsts !== 1) faults.push(`${firsts} headings of the first level`);
  if (!/\S – \S/.test(document.title) && location.pathname.split('/').length > 2) faults.push(`title "${document.title}" does not name the page and the site`);
  for (const element of document.querySelectorAll('h1,h2,h3,h4,legend,caption,th,dt,label,summary,button,a[href]')) {
    const isPicture = element.querySelector('img[alt]:not([alt=""]), svg[aria-label], svg[aria-labelledby]');
    if (told(element) === '' && !isPicture) faults.push(`<${element.localName}> without words: ${element.outerHTML.slice(0, 120)}`);
  }
  const known = new Set(keys);
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if (node.parentElement.closest('code, pre, script')) continue;
    for (const [word] of node.data.matchAll(/[a-z0-9]+(?:-[a-z0-9]+)+|\{ ?\$|\bundefined\b|\bNaN\b/g)) {
      if (known.has(word) || !/^[a-z0-9-]+$/.test(word) || word === 'undefined') faults.push(`raw text "${word}" in "${node.data.trim().slice(0, 80)}"`);
    }
  }
  for (const skip of document.querySelectorAll('a.skip')) {
    const target = document.querySelector(skip.getAttribute('href'));
    if (!target || target.tabIndex < -1) faults.push(`the skip link ${skip.getAttribute('href')} leads nowhere`);
  }
  return faults;
}

/** What makes a page wider than the window, outside of what scrolls by itself. Runs in the page. */
function tooWide() {
  const width = document.documentElement.scrollWidth;
  if (width <= innerWidth) return undefined;
  const inside = [...document.body.querySelectorAll('*')].filter((element) => {
    for (let parent = element.parentElement; parent; parent = parent.parentElement) {
      if (getComputedStyle(parent).overflowX !== 'visible') return false;
    }
    return element.getBoundingClientRect().right > innerWidth + 1;
  });
  const last = inside.at(-1);
  return `${width} px wide at ${innerWidth}${last ? `: ${last.localName}.${last.className} "${last.textContent.trim().slice(0, 40)}"` : ''}`;
}

/** Faults of the markup as it was sent. */
export async function markupFaults(text, name) {
  const report = await validator.validateString(text, name);
  const messages = report.results.flatMap((result) => result.messages).filter((message) => message.severity === 2);
  return messages.slice(0, 4).map((message) => `markup: ${message.ruleId} ${message.message} (line ${message.line}: ${text.split('\n')[message.line - 1]?.slice(0, 160)})`);
}

/** Collects what a page calls outside and what its console says; gives the list that grows. */
export function overheard(page, home) {
  const faults = [];
  page.on('console', (message) => {
    // That the page itself is an error page is no error of the page.
    const isAnswer = message.type() === 'error' && /^Failed to load resource/.test(message.text()) && message.location().url === page.url();
    if (message.type() === 'error' && !isAnswer) faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(home) && !/^(data|blob):/.test(request.url())) faults.push(`calls ${request.url()}`);
  });
  return faults;
}

/** Everything that is wrong with the page that is open. `forced` looks at forced colours as well. */
export async function pageFaults(page, { forced = false } = {}) {
  const language = new URL(page.url()).pathname.split('/')[1];
  const size = page.viewportSize();
  const faults = (await page.evaluate(own, { language, keys })).slice(0, 6);
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' });
  faults.push(...(await violations(page, STANDARDS)).map((fault) => `light: ${fault}`));
  await page.emulateMedia({ colorScheme: 'dark' });
  faults.push(...(await violations(page, COLOURS)).map((fault) => `dark: ${fault}`));
  if (forced) {
    await page.emulateMedia({ forcedColors: 'active' });
    faults.push(...(await violations(page, COLOURS)).map((fault) => `forced colours: ${fault}`));
  }
  await page.emulateMedia({ colorScheme: null, forcedColors: null });
  await page.setViewportSize({ width: 320, height: 800 });
  const wide = await page.evaluate(tooWide);
  if (wide) faults.push(wide);
  await page.setViewportSize(size);
  return faults;
}
