// <form-draft>: keeps what is typed into the form around it, while it is typed. The button beside it does the same without
// scripts; the element only sends the same form in the background, and says aloud what it is told.
//
// Attributes: action (where drafts are sent), ended (told when the session is over), not-saved (told when it cannot be kept).
// Inside: [data-said] a live region, [data-sign-in] the way to sign in again in another tab.
//
// It also presses the buttons that copy a text from another language, without sending the form: button[data-copy] carries the
// name of the entry to copy from, its value that of the entry to copy to.

import { changed, entriesOf, written, type Entries } from './entries';

/** So long somebody rests before the draft is sent. */
const REST_MS = 1000;
/** So long it waits before it tries again. */
const RETRY_MS = 15_000;
/** The version that was on screen goes with every draft. */
const VERSION = 'seen-version';

class FormDraft extends HTMLElement {
  private form: HTMLFormElement | null = null;
  private kept: Entries = new Map();
  private waiting: number | undefined;
  private isUnderWay = false;
  private isOver = false;

  connectedCallback(): void {
    const form = this.closest('form');
    if (!form) return;
    this.form = form;
    this.kept = entriesOf(new FormData(form));
    form.addEventListener('input', this.onInput);
    form.addEventListener('change', this.onInput);
    form.addEventListener('submit', this.onSubmit);
    form.addEventListener('click', this.onClick);
    document.addEventListener('visibilitychange', this.onVisible);
    window.addEventListener('pagehide', this.onLeave);
  }

  disconnectedCallback(): void {
    this.form?.removeEventListener('input', this.onInput);
    this.form?.removeEventListener('change', this.onInput);
    this.form?.removeEventListener('submit', this.onSubmit);
    this.form?.removeEventListener('click', this.onClick);
    document.removeEventListener('visibilitychange', this.onVisible);
    window.removeEventListener('pagehide', this.onLeave);
    window.clearTimeout(this.waiting);
  }

  private readonly onInput = (): void => this.wait(REST_MS);

  /** The form itself goes now; a draft that came after it would be older than what is saved. */
  private readonly onSubmit = (event: SubmitEvent): void => {
    if (event.defaultPrevented) return;
    this.isOver = true;
    window.clearTimeout(this.waiting);
  };

  private readonly onClick = (event: MouseEvent): void => {
    const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('button[data-copy]') : null;
    if (!button) return;
    const from = this.field(button.dataset['copy'] ?? '');
    const to = this.field(button.value);
    // Where there is nothing to copy here, the form is sent and the page looks for another language.
    if (!from || !to || from.value.trim() === '') return;
    event.preventDefault();
    to.value = from.value;
    to.focus();
    this.wait(0);
  };

  /** Whoever comes back, perhaps after signing in in another tab, has the draft kept then. */
  private readonly onVisible = (): void => void this.send(document.visibilityState === 'hidden');

  private readonly onLeave = (): void => void this.send(true);

  private field(name: string): HTMLInputElement | HTMLTextAreaElement | null {
    const field = this.form?.elements.namedItem(name);
    return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field : null;
  }

  private wait(rest: number): void {
    window.clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => void this.send(false), rest);
  }

  private async send(isLeaving: boolean): Promise<void> {
    const action = this.getAttribute('action');
    if (!this.form || action === null || this.isOver || (this.isUnderWay && !isLeaving)) return;
    const now = entriesOf(new FormData(this.form));
    const differing = changed(this.kept, now);
    if (differing.size === 0) return;
    const version = now.get(VERSION);
    if (version) differing.set(VERSION, version);
    window.clearTimeout(this.waiting);
    this.isUnderWay = true;
    try {
      const headers = { Accept: 'application/json' };
      const answer = await fetch(action, { method: 'POST', headers, body: written(differing), keepalive: isLeaving });
      await this.tell(answer, now);
    } catch {
      this.later('not-saved', false);
    } finally {
      this.isUnderWay = false;
    }
  }

  private async tell(answer: Response, now: Entries): Promise<void> {
    if (!answer.ok) {
      const isSignedOut = answer.status === 401;
      this.later(isSignedOut ? 'ended' : 'not-saved', isSignedOut);
      return;
    }
    const { told } = (await answer.json()) as { told: string };
    this.kept = now;
    this.say(told, false);
    // What was typed meanwhile follows.
    if (this.form && changed(now, entriesOf(new FormData(this.form))).size > 0) this.wait(REST_MS);
  }

  private later(attribute: string, asksToSignIn: boolean): void {
    this.say(this.getAttribute(attribute) ?? '', asksToSignIn);
    this.wait(RETRY_MS);
  }

  private say(words: string, asksToSignIn: boolean): void {
    const said = this.querySelector<HTMLElement>('[data-said]');
    if (said && said.textContent !== words) said.textContent = words;
    const way = this.querySelector<HTMLElement>('[data-sign-in]');
    if (way) way.hidden = !asksToSignIn;
  }
}

customElements.define('form-draft', FormDraft);
