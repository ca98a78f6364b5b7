// <area-editor>: the area lab without reloading. Everything here can be done by the forms of the page as well; the element
// only sends the same forms, asks for JSON, swaps what changed and says it aloud.
//
// It looks for, inside itself:
//   [data-live]          what is swapped after each step
//   [data-said]          a live region
//   [data-parameters]    the form of the method, sent while a slider moves
//   [data-help]          a <dialog> that lists the keys
//   .map a[href^="#unit-"]   units of the map; each leads to the row with the button that puts it in or takes it out

import { isArrow, next, type Place } from './direction';
import { perCent, share } from './share';
import type { Live } from './contract';

/** So long a slider rests before its value is sent. */
const REST_MS = 150;

/** Keys and the buttons that they press, by the name that the button carries. */
const KEYS: Readonly<Record<string, string>> = { z: 'undo', y: 'redo' };

class AreaEditor extends HTMLElement {
  private waiting: number | undefined;
  private underWay: AbortController | undefined;

  connectedCallback(): void {
    this.addEventListener('submit', this.onSubmit);
    this.addEventListener('input', this.onInput);
    this.addEventListener('click', this.onClick);
    this.addEventListener('keydown', this.onKey);
    document.addEventListener('keydown', this.onShortcut);
    this.prepareMap();
    const help = this.querySelector<HTMLElement>('[data-help-button]');
    if (help) help.hidden = false;
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.onShortcut);
    this.underWay?.abort();
    window.clearTimeout(this.waiting);
  }

  private readonly onSubmit = (event: SubmitEvent): void => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== 'post' || form.hasAttribute('data-whole')) return;
    event.preventDefault();
    void this.send(form, event.submitter);
  };

  /** A slider and the field beside it show the same; a slider is sent when it rests. */
  private readonly onInput = (event: Event): void => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement)) return;
    this.mirror(field);
    const form = field.form;
    if (field.type !== 'range' || !form?.hasAttribute('data-parameters') || !form.checkValidity()) return;
    window.clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => void this.send(form, null), REST_MS);
  };

  private mirror(field: HTMLInputElement): void {
    const name = field.dataset['twin'];
    const twin = name === undefined ? null : this.querySelector<HTMLInputElement>(`#${CSS.escape(name)}`);
    if (!twin) return;
    const slider = field.type === 'range' ? field : twin;
    if (slider === field) twin.value = share(field.value);
    else slider.value = String(perCent(field.value) ?? slider.value);
    // What stands in the field counts: the form says that the slider was not moved apart from it.
    const before = field.form?.querySelector<HTMLInputElement>(`input[name="${CSS.escape(`slid-${slider.id.slice('slider-'.length)}`)}"]`);
    if (before) before.value = slider.value;
  }

  private readonly onClick = (event: MouseEvent): void => {
    const target = event.target;
    if (!(target instanceof Element)) return;
    if (target.closest('[data-help-button]')) {
      this.help()?.showModal();
      return;
    }
    const unit = target.closest<SVGAElement>('.map a');
    if (unit && this.toggle(unit)) event.preventDefault();
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    const target = event.target;
    if (!(target instanceof Element)) return;
    const unit = target.closest<SVGAElement>('.map a');
    if (!unit) return;
    if (event.key === 'Enter' || event.key === ' ') {
      if (this.toggle(unit)) event.preventDefault();
    } else if (isArrow(event.key)) {
      event.preventDefault();
      const units = this.units();
      const found = units[next(event.key, middle(unit), units.map(middle))];
      if (found) focusOnly(found, units);
    }
  };

  private readonly onShortcut = (event: KeyboardEvent): void => {
    const target = event.target;
    const isTyping = target instanceof Element && target.closest('input, textarea, select, dialog[open]') !== null;
    if (isTyping || event.altKey) return;
    const key = event.key.toLowerCase();
    if (event.ctrlKey || event.metaKey) {
      if (key === 'z') this.press(event, event.shiftKey ? 'redo' : 'undo');
      return;
    }
    if (KEYS[key] !== undefined) this.press(event, KEYS[key]);
    else if (key === 'm') this.reach('.map a[tabindex="0"]', event);
    else if (key === 't') this.reach('[data-live] table button', event);
    else if (key === 'p') this.reach('[data-parameters] input, [data-parameters] select', event);
    else if (key === '?') this.help()?.showModal();
  };

  private help(): HTMLDialogElement | null {
    return this.querySelector<HTMLDialogElement>('dialog[data-help]');
  }

  private press(event: KeyboardEvent, name: string): void {
    const button = this.querySelector<HTMLButtonElement>(`button[data-step="${name}"]:not([disabled])`);
    if (!button) return;
    event.preventDefault();
    button.click();
  }

  private reach(selector: string, event: Event): void {
    const found = this.querySelector<HTMLElement | SVGElement>(selector);
    if (!found) return;
    event.preventDefault();
    found.focus();
  }

  private units(): SVGAElement[] {
    return [...this.querySelectorAll<SVGAElement>('.map a')];
  }

  /** Of all units one is reached by the tab key, the others by arrows from there. */
  private prepareMap(): void {
    const units = this.units();
    const first = units[0];
    if (first) units.forEach((unit) => unit.setAttribute('tabindex', unit === first ? '0' : '-1'));
  }

  /** Presses the button in the row of a unit; says whether there is one. */
  private toggle(unit: SVGAElement): boolean {
    const row = this.querySelector<HTMLElement>(`[id="${CSS.escape(unit.href.baseVal.slice(1))}"]`);
    const button = row?.querySelector<HTMLButtonElement>('button[name]');
    if (!button) return false;
    button.click();
    return true;
  }

  private async send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
    window.clearTimeout(this.waiting);
    this.underWay?.abort();
    const control = new AbortController();
    this.underWay = control;
    const focused = marked(document.activeElement);
    const body = new URLSearchParams();
    new FormData(form, submitter).forEach((value, name) => body.append(name, String(value)));
    this.setAttribute('aria-busy', 'true');
    try {
      const headers = { Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded' };
      const answer = await fetch(form.action, { method: 'POST', body, headers, signal: control.signal });
      if (answer.ok && answer.headers.get('Content-Type')?.startsWith('application/json')) {
        this.show((await answer.json()) as Live, focused);
      } else {
        // The page itself tells best what was refused, and keeps what was typed.
        this.sendWhole(form, submitter);
      }
    } catch (fault) {
      if (!control.signal.aborted) this.sendWhole(form, submitter);
      else if (!(fault instanceof DOMException)) throw fault;
    } finally {
      if (this.underWay === control) this.removeAttribute('aria-busy');
    }
  }

  private sendWhole(form: HTMLFormElement, submitter: HTMLElement | null): void {
    form.setAttribute('data-whole', '');
    form.requestSubmit(submitter);
  }

  /** What had the focus has it again; a button that is idle now gives it to the one beside it. */
  private focusAgain(selector: string | undefined): void {
    const found = selector === undefined ? null : this.querySelector<HTMLElement | SVGElement>(selector);
    if (!found) return;
    const isIdle = found instanceof HTMLButtonElement && found.disabled;
    const other = isIdle ? this.querySelector<HTMLElement>('[data-step]:not([disabled])') : found;
    if (other?.closest('.map')) focusOnly(other, this.units());
    else other?.focus({ preventScroll: true });
  }

  private show(live: Live, focused: string | undefined): void {
    const place = this.querySelector<HTMLElement>('[data-live]');
    if (!place) return;
    place.innerHTML = live.fragment;
    window.history.replaceState(null, '', live.address);
    this.prepareMap();
    this.focusAgain(focused);
    this.querySelectorAll<HTMLInputElement>('input[name="seen-version"]').forEach((field) => {
      field.value = String(live.version);
    });
    const said = this.querySelector<HTMLElement>('[data-said]');
    if (said) said.textContent = live.said;
  }
}

/** A selector that finds the same thing again after a swap. */
function marked(element: Element | null): string | undefined {
  const unit = element?.closest('.map a')?.getAttribute('href');
  if (unit) return `.map a[href="${CSS.escape(unit)}"]`;
  const step = element?.getAttribute('data-step');
  if (step) return `[data-step="${CSS.escape(step)}"]`;
  const row = element?.closest('tr[id]');
  if (row && element instanceof HTMLButtonElement) return `[id="${CSS.escape(row.id)}"] button`;
  return element?.id ? `#${CSS.escape(element.id)}` : undefined;
}

function middle(unit: SVGAElement): Place {
  const box = unit.getBBox();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

function focusOnly(unit: HTMLElement | SVGElement, units: readonly SVGAElement[]): void {
  units.forEach((other) => other.setAttribute('tabindex', other === unit ? '0' : '-1'));
  unit.focus({ preventScroll: true });
}

customElements.define('area-editor', AreaEditor);
