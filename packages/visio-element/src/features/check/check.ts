import { html, nothing, type PropertyValues } from 'lit';
import { state } from '../../base/decorators.js';
import { classMap } from '../../base/class-map.js';
import type { CheckState, CheckStep } from 'visio-core';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { drawIcon } from '../../ui/icon/icon.js';
import { checkStyles } from './check.styles.js';
import { outcome, sentence, titleOf, toText } from './words.js';

export const CHECK_ICONS: Readonly<Record<Exclude<CheckState, 'running'>, string>> = {
  pending: 'R4 4 20 20 12',
  passed: 'M5 12.5L9.5 17L19 7.5',
  failed: 'M6.5 6.5L17.5 17.5M17.5 6.5L6.5 17.5',
  skipped: 'M6.5 12H17.5',
};

/**
 * Checks the connection and the devices, step by step, and says what is in the way and what an administrator should
 * open. It begins when it is first shown. The report names nobody.
 *
 * @summary A check of connection and devices.
 */
export class VisioCheck extends VisioElement {
  static override styles = [baseStyles, checkStyles];

  /** What was last done with the report, to say so. */
  @state() private done: 'copied' | 'failed' | null = null;

  protected override render() {
    const { steps, report, start } = this.meeting.check;
    const now = report.value;
    const isRunning = start.pending.value;
    return html`
      <p class="outcome ${now ? outcome(now) : ''}" role="status">
        ${now ? this.text(`check.outcome.${outcome(now)}`) : isRunning ? this.text('check.underWay') : ''}
      </p>
      <ol>
        ${steps.value.map((step) => this.#renderStep(step))}
      </ol>
      <div class="actions">
        ${isRunning
          ? html`<button class="button" type="button" @click=${() => this.meeting.check.stop()}>${this.text('check.stop')}</button>`
          : html`<button class="button" type="button" @click=${this.#start}>${this.text('check.again')}</button>`}
        ${now
          ? html`
              <button class="button" type="button" @click=${() => void this.#copy()}>${this.text('check.copy')}</button>
              <button class="button" type="button" @click=${this.#save}>${this.text('check.save')}</button>
            `
          : nothing}
        <span class="done" role="status">${this.done ? this.text(this.done === 'copied' ? 'statistics.copy.done' : 'statistics.copy.failed') : ''}</span>
      </div>
      ${now ? html`<p class="hint">${this.text('check.private')}</p>` : nothing}
    `;
  }

  #renderStep(step: CheckStep) {
    const isLow = step.reason === 'LOW';
    return html`
      <li class=${classMap({ [step.state]: true, low: isLow })}>
        <span class="mark" aria-hidden="true">${step.state === 'running' ? html`<span class="spinner"></span>` : drawIcon(CHECK_ICONS[step.state])}</span>
        <div>
          <p class="name">${this.text(titleOf(step))}<span class="unseen"> – ${this.text(`check.state.${step.state}`)}</span></p>
          <p class="words">${sentence(step, this.view.translator.value)}</p>
        </div>
      </li>
    `;
  }

  protected override firstUpdated(changed: PropertyValues<this>): void {
    super.firstUpdated(changed);
    this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => {
      if (!this.isConnected) this.meeting.check.stop();
    });
  }

  readonly #start = () => {
    this.done = null;
    void this.meeting.check.start().catch(() => undefined);
  };

  #reportText(): string {
    const report = this.meeting.check.report.peek();
    return report ? toText(report, this.view.translator.peek()) : '';
  }

  async #copy(): Promise<void> {
    this.done = null;
    await this.updateComplete;
    // Not allowed in an iframe without `clipboard-write`: there is still the file.
    this.done = await navigator.clipboard.writeText(this.#reportText()).then(
      () => 'copied' as const,
      () => 'failed' as const,
    );
  }

  readonly #save = () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([this.#reportText()], { type: 'text/plain' }));
    link.download = `${this.view.translator.peek().text('check.file')}.txt`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1_000);
  };
}
