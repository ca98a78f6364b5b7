// <job-progress>: how far work is, without reloading. The page is asked again while work goes on; when it leads elsewhere, because
// the work is done, or says that it failed, the browser goes there itself.

/** So long the page rests before it is asked again. */
const REST_MS = 2000;

class JobProgress extends HTMLElement {
  private waiting: number | undefined;

  connectedCallback(): void {
    this.waiting = window.setTimeout(() => void this.look(), REST_MS);
  }

  disconnectedCallback(): void {
    window.clearTimeout(this.waiting);
  }

  private async look(): Promise<void> {
    try {
      const answer = await fetch(window.location.href, { headers: { Accept: 'text/html' } });
      const text = await answer.text();
      const page = new DOMParser().parseFromString(text, 'text/html');
      const found = page.querySelector('job-progress');
      const isOver = answer.redirected || !answer.ok || !found || page.querySelector('.notice.refusal') !== null;
      if (isOver) {
        window.location.reload();
        return;
      }
      this.replaceChildren(...found.childNodes);
    } catch {
      // The net may come back; the page stays as it is.
    }
    this.waiting = window.setTimeout(() => void this.look(), REST_MS);
  }
}

customElements.define('job-progress', JobProgress);
