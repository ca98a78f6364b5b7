// Somebody who walks through pages with the keyboard alone: tab key, typed keys, enter, space, arrows. Nothing is clicked or
// filled in by the back door. At every stop of the tab key it is checked that the focus can be seen and that nothing covers it.

import assert from 'node:assert/strict';

const STOPS = 400;

/** What stands in the focus, and what is wrong with how it shows. Runs in the page. */
function stop() {
  const here = document.activeElement;
  if (!here || here === document.body) return undefined;
  const words = `${here.localName} ${(here.getAttribute('aria-label') ?? here.textContent ?? '').trim().slice(0, 40) || here.id}`;
  // The calendar of a field for a date is a stop of its own, which the browser draws.
  if (here.type === 'date' && !here.matches(':focus-visible')) return { words };
  // A unit on a map shows its own border more strongly, since an outline would be a box around it.
  const unit = here.closest('svg') && here.querySelector('.unit');
  if (unit) return { words, fault: parseFloat(getComputedStyle(unit).strokeWidth) >= 3 ? undefined : 'the focus cannot be seen' };
  const style = getComputedStyle(here);
  const rim = parseFloat(style.outlineWidth);
  if (!here.matches(':focus-visible') || style.outlineStyle === 'none' || rim < 2) return { words, fault: 'the focus cannot be seen' };
  const box = here.getBoundingClientRect();
  const left = Math.max(box.left, 0);
  const right = Math.min(box.right, innerWidth);
  const top = Math.max(box.top, 0);
  const bottom = Math.min(box.bottom, innerHeight);
  if (right - left < 1 || bottom - top < 1) return { words, fault: `the focus lies outside of the window (${Math.round(box.left)}, ${Math.round(box.top)})` };
  const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  const isSeen = over && (here.contains(over) || over.contains(here));
  return { words, fault: isSeen ? undefined : `the focus lies under ${over?.localName}.${over?.className}` };
}

export class Hands {
  constructor(page) {
    this.page = page;
    // As long as somebody listens, no dialog of the system opens.
    page.on('filechooser', () => undefined);
  }

  /** Opens an address as if it were typed into the bar of the browser. */
  async open(address) {
    return this.page.goto(address);
  }

  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text) {
    await this.page.keyboard.type(text);
  }

  /** Walks with the tab key until the focus stands on what is looked for; `back` walks the other way. */
  async walkTo(wanted, { back = false } = {}) {
    const locator = wanted.first();
    await locator.waitFor({ state: 'attached' });
    const handle = await locator.elementHandle();
    const passed = [];
    for (let count = 0; count < STOPS; count += 1) {
      await this.press(back ? 'Shift+Tab' : 'Tab');
      const found = await this.page.evaluate(stop);
      if (!found) continue;
      passed.push(found.words);
      assert.equal(found.fault, undefined, `${found.words}: ${found.fault} (${this.page.url()})`);
      if (await handle.evaluate((element) => element === document.activeElement)) return count + 1;
    }
    assert.fail(`${wanted} is not reached by the tab key on ${this.page.url()}; passed: ${passed.slice(0, 60).join(' · ')}`);
    return STOPS;
  }

  /** Follows a link, or presses a button, and waits for the page that comes. */
  async follow(wanted, key = 'Enter') {
    await this.walkTo(wanted);
    return this.arrive(() => this.press(key));
  }

  /** Does something that leads to another page; gives its answer. */
  async arrive(act) {
    const coming = this.page.waitForNavigation();
    await act();
    return coming;
  }

  /** Walks to a field and types over what stands in it. */
  async fill(wanted, text) {
    await this.walkTo(wanted);
    await this.press('Control+a');
    if (text === '') await this.press('Delete');
    else await this.type(text);
  }

  /** Walks to a list to choose from and goes through it with the arrows until this choice is taken. */
  async choose(wanted, choice) {
    await this.walkTo(wanted);
    await this.press('Home');
    const taken = () => this.page.evaluate(() => document.activeElement.selectedOptions[0]?.label.trim());
    const fits = (label) => (choice instanceof RegExp ? choice.test(label) : label === choice);
    for (let now = await taken(); !fits(now);) {
      await this.press('ArrowDown');
      const next = await taken();
      assert.notEqual(next, now, `"${choice}" is offered`);
      now = next;
    }
  }

  /** Walks to a box and ticks it. */
  async tick(wanted) {
    await this.walkTo(wanted);
    await this.press('Space');
    assert.equal(await this.page.evaluate(() => document.activeElement.checked), true);
  }

  /** Walks to a link to a file and takes the file. */
  async download(wanted) {
    await this.walkTo(wanted);
    const coming = this.page.waitForEvent('download');
    await this.press('Enter');
    const file = await coming;
    return { name: file.suggestedFilename(), path: await file.path() };
  }

  /** Walks to a field for a file and hands one over, as the dialog of the system would. */
  async hand(wanted, files) {
    await this.walkTo(wanted);
    const coming = this.page.waitForEvent('filechooser');
    await this.press('Enter');
    await (await coming).setFiles(files);
  }
}

/** Signs in by the form. */
export async function signIn(hands, portal, email, password) {
  const account = portal.accounts.find((candidate) => candidate.email === email);
  await hands.open(`${portal.address}/en/sign-in`);
  await hands.fill(hands.page.getByLabel('E-mail'), email);
  await hands.fill(hands.page.getByLabel('Password'), password ?? account.password);
  await hands.arrive(() => hands.press('Enter'));
  assert.doesNotMatch(new URL(hands.page.url()).pathname, /sign-in/);
}
