import { html, nothing } from 'lit';
import { state } from '../../base/decorators.js';
import type { StatisticsReport, TrackStatistics } from 'visio-core';
import { repeat } from '../../base/repeat.js';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { milliseconds, percent, rate } from '../../base/measures.js';
import { limitationWords, pathWords, share, sizeWords, toText } from './report.js';
import { statisticsStyles } from './statistics.styles.js';

/** Rows of one table. A thousand people are not read line by line. */
const MOST_ROWS = 100;

/**
 * How the call is carried: the own connection in words, the choice of how much data it uses, and a table of each
 * track. It is renewed once a second while it is seen, and nothing else with it.
 *
 * @summary Statistics of the call.
 */
export class VisioStatistics extends VisioElement {
  static override styles = [baseStyles, statisticsStyles];

  /** What was last copied, to say so. */
  @state() private copied: 'done' | 'failed' | null = null;

  protected override render() {
    const report = this.meeting.statistics.latest.value;
    return html`
      <visio-quality .view=${this.view}></visio-quality>
      ${report ? this.#renderReport(report) : html`<p class="waiting"><span class="spinner"></span>${this.text('statistics.waiting')}</p>`}
    `;
  }

  #renderReport(report: StatisticsReport) {
    const { language, text } = this.view.translator.value;
    const { sent, received, roundTrip, path } = report;
    return html`
      <section aria-label=${this.text('statistics.summary')}>
        <dl>
          ${this.#renderFigure('statistics.sent', rate(language, sent.bitrate), sent.packetLoss)}
          ${this.#renderFigure('statistics.received', rate(language, received.bitrate), received.packetLoss)}
          ${this.#renderFigure('statistics.roundTrip', milliseconds(language, roundTrip))}
        </dl>
        <p class="path">${pathWords(path, text)}</p>
      </section>
      ${this.#renderTable('sent', report)} ${this.#renderTable('received', report)}
      <div class="actions">
        <button class="button" type="button" @click=${() => void this.#copy('text')}>${this.text('statistics.copyText')}</button>
        <button class="button" type="button" @click=${() => void this.#copy('json')}>${this.text('statistics.copyJson')}</button>
        <span class="copied" role="status">${this.copied ? this.text(`statistics.copy.${this.copied}`) : ''}</span>
      </div>
    `;
  }

  #renderFigure(label: 'statistics.sent' | 'statistics.received' | 'statistics.roundTrip', value: string, loss: number | null = null) {
    const { language } = this.view.translator.value;
    return html`
      <div class="figure">
        <dt>${this.text(label)}</dt>
        <dd>${value}</dd>
        ${loss === null ? nothing : html`<dd class="loss">${this.text('statistics.lossOf', { share: percent(language, loss) })}</dd>`}
      </div>
    `;
  }

  #renderTable(direction: TrackStatistics['direction'], { tracks }: StatisticsReport) {
    const rows = tracks.filter((track) => track.direction === direction);
    if (rows.length === 0) return nothing;
    const { language, text } = this.view.translator.value;
    const id = `title-${direction}`;
    return html`
      <h3 id=${id}>${this.text(`statistics.${direction}`)}</h3>
      <div class="scroller" role="region" tabindex="0" aria-labelledby=${id}>
        <table aria-labelledby=${id}>
          <thead>
            <tr>
              <th scope="col">${this.text('statistics.track')}</th>
              <th scope="col" class="number">${this.text('statistics.rate')}</th>
              <th scope="col" class="number">${this.text('statistics.loss')}</th>
              <th scope="col" class="number">${this.text('statistics.jitter')}</th>
              <th scope="col">${this.text('statistics.codec')}</th>
              <th scope="col">${this.text('statistics.size')}</th>
            </tr>
          </thead>
          <tbody>
            ${repeat(
              rows.slice(0, MOST_ROWS),
              ({ key }) => key,
              (track) => html`
                <tr>
                  <th scope="row"><bdi>${this.#nameOf(track)}</bdi><span class="source">${this.text(`statistics.source.${track.source}`)}</span></th>
                  <td class="number">${rate(language, track.bitrate)}</td>
                  <td class="number">${percent(language, track.packetLoss)}</td>
                  <td class="number">${milliseconds(language, track.jitter)}</td>
                  <td>${track.codec ?? '–'}</td>
                  <td>${sizeWords(track, language) || '–'} <span class="limit">${limitationWords(track, text)}</span></td>
                </tr>
              `,
            )}
          </tbody>
        </table>
      </div>
    `;
  }

  #nameOf({ participantId, direction }: TrackStatistics): string {
    if (direction === 'sent') return this.text('meeting.you');
    return this.meeting.roster.get(participantId).value?.name || this.text('meeting.guest');
  }

  async #copy(as: 'text' | 'json'): Promise<void> {
    const { statistics, quality, roster } = this.meeting;
    const report = statistics.latest.peek();
    if (!report) return;
    const shared = share(report, quality.own.peek(), roster.localId.peek(), new Date().toISOString());
    const text = as === 'json' ? JSON.stringify(shared, null, 2) : toText(shared, this.view.translator.peek());
    this.copied = null;
    await this.updateComplete;
    // Not allowed in an iframe without `clipboard-write`.
    this.copied = await navigator.clipboard.writeText(text).then(
      () => 'done',
      () => 'failed',
    );
  }
}
