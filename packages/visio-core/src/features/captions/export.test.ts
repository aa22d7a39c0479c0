import { describe, expect, it } from 'vitest';
import type { CaptionLine } from './caption.js';
import { exportCaptions } from './export.js';

const since = Date.UTC(2026, 10, 25, 9);
const line = (id: number, about: Partial<CaptionLine>): CaptionLine => ({
  id: `line-${id}`,
  from: 'ada',
  name: 'Ada',
  isLocal: false,
  text: '',
  final: true,
  language: null,
  startedAt: since,
  endedAt: since,
  translation: null,
  ...about,
});
const lines = [
  line(1, { text: 'Bonjour à tous.', startedAt: since + 1_500, endedAt: since + 3_250, language: 'fr', translation: { text: 'Hello everyone.', language: 'en' } }),
  line(2, { from: 'x', name: '', text: 'a --> b & <i>c</i>', startedAt: since + 3_723_004, endedAt: since + 3_723_010 }),
];
const options = { since, nameless: 'Guest' };

describe('exportCaptions', () => {
  it('writes WebVTT, with speakers, and nobody’s mark-up but its own', () => {
    expect(exportCaptions(lines, 'vtt', options)).toBe(
      'WEBVTT\n\n00:00:01.500 --> 00:00:03.250\n<v Ada>Hello everyone.</v>\n\n01:02:03.004 --> 01:02:04.004\n<v Guest>a --&gt; b &amp; &lt;i&gt;c&lt;/i&gt;</v>\n',
    );
  });

  it('writes SubRip, in which no text passes for times', () => {
    expect(exportCaptions(lines, 'srt', options)).toBe(
      '1\n00:00:01,500 --> 00:00:03,250\nAda: Hello everyone.\n\n2\n01:02:03,004 --> 01:02:04,004\nGuest: a → b & <i>c</i>\n',
    );
  });

  it('writes text', () => {
    expect(exportCaptions(lines, 'text', options)).toBe('[00:00:01] Ada: Hello everyone.\n[01:02:03] Guest: a --> b & <i>c</i>\n');
  });

  it('writes JSON, with what was said and what was made of it', () => {
    expect(JSON.parse(exportCaptions(lines, 'json', options))).toEqual({
      version: 1,
      startedAt: '2026-11-25T09:00:00.000Z',
      lines: [
        { start: 1.5, end: 3.25, speaker: 'Ada', identity: 'ada', text: 'Bonjour à tous.', language: 'fr', translation: { text: 'Hello everyone.', language: 'en' }, final: true },
        { start: 3723.004, end: 3724.004, speaker: 'Guest', identity: 'x', text: 'a --> b & <i>c</i>', language: null, translation: null, final: true },
      ],
    });
  });

  it('writes nothing of nothing', () => {
    expect((['vtt', 'srt', 'text'] as const).map((format) => exportCaptions([], format, options))).toEqual(['WEBVTT\n\n', '', '']);
  });
});
