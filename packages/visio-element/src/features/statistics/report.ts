/** Statistics to give away: people are numbered, not named. */
import type { ConnectionQuality, StatisticsReport, TrackStatistics } from 'visio-core';
import type { Translator } from 'visio-core/i18n';
import { bytes, milliseconds, percent, rate } from '../../base/measures.js';

export interface SharedStatistics {
  /** ISO 8601. */
  readonly at: string;
  readonly browser: string;
  readonly quality: ConnectionQuality;
  readonly report: Omit<StatisticsReport, 'tracks'> & { readonly tracks: readonly SharedTrack[] };
}

interface SharedTrack extends Omit<TrackStatistics, 'key' | 'participantId'> {
  /** 0 is the person whose statistics they are. */
  readonly person: number;
}

/** What of a report tells nothing of anybody. */
export function share(report: StatisticsReport, quality: ConnectionQuality, localId: string | null, at: string): SharedStatistics {
  const numbers = new Map<string | null, number>([[localId, 0]]);
  const numberOf = (id: string) => {
    const number = numbers.get(id) ?? numbers.size;
    numbers.set(id, number);
    return number;
  };
  return {
    at,
    browser: navigator.userAgent,
    quality,
    report: { ...report, tracks: report.tracks.map(({ key: _key, participantId, ...track }) => ({ person: numberOf(participantId), ...track })) },
  };
}

/** As lines that a person can read. */
export function toText({ at, browser, quality, report }: SharedStatistics, { text, language }: Pick<Translator, 'text' | 'language'>): string {
  const flow = (direction: 'sent' | 'received') => {
    const { bytes: amount, bitrate, packetLoss } = report[direction];
    return `${text(`statistics.${direction}`)}: ${rate(language, bitrate)}, ${bytes(language, amount)}, ${text('statistics.loss')} ${percent(language, packetLoss)}`;
  };
  const lines = [
    text('statistics.title'),
    at,
    browser,
    text(`quality.own.${quality}`),
    pathWords(report.path, text),
    `${text('statistics.roundTrip')}: ${milliseconds(language, report.roundTrip)}`,
    flow('sent'),
    flow('received'),
    '',
    ...report.tracks.map((track) => {
      const who = track.person === 0 ? text('meeting.you') : text('statistics.person', { number: track.person });
      return [
        `${text(`statistics.${track.direction}`)} – ${who} – ${text(`statistics.source.${track.source}`)}:`,
        rate(language, track.bitrate),
        `${text('statistics.loss')} ${percent(language, track.packetLoss)}`,
        `${text('statistics.jitter')} ${milliseconds(language, track.jitter)}`,
        track.codec,
        sizeWords(track, language),
        limitationWords(track, text),
      ]
        .filter(Boolean)
        .join(' ');
    }),
  ];
  return `${lines.join('\n').trim()}\n`;
}

/** By which way media travel, in words. */
export function pathWords(path: StatisticsReport['path'], text: Translator['text']): string {
  if (!path) return text('statistics.path.unknown');
  return text(path.relay ? 'statistics.path.relay' : 'statistics.path.direct', { protocol: (path.relay ?? path.protocol).toUpperCase() });
}

/** "1280 × 720, 30/s", as far as it is known. */
export function sizeWords({ width, height, framesPerSecond }: Pick<TrackStatistics, 'width' | 'height' | 'framesPerSecond'>, language: string): string {
  if (width === null || height === null) return '';
  const size = `${width} × ${height}`;
  return framesPerSecond === null ? size : `${size}, ${new Intl.NumberFormat(language, { maximumFractionDigits: 0 }).format(framesPerSecond)}/s`;
}

export function limitationWords({ limitation }: Pick<TrackStatistics, 'limitation'>, text: Translator['text']): string {
  return limitation === null || limitation === 'none' ? '' : text(`statistics.limitation.${limitation}`);
}
