import { describe, expect, it } from 'vitest';
import type { StatisticsReport, TrackStatistics } from 'visio-core';
import { loadTranslator } from 'visio-core/i18n';
import { share, toText } from './report.js';

const track = (over: Partial<TrackStatistics>): TrackStatistics => ({
  key: 'sent TR_secret',
  direction: 'sent',
  participantId: 'ada@example.org',
  source: 'camera',
  bitrate: 1_200_000,
  packetLoss: 0.01,
  jitter: 3,
  codec: 'VP9',
  width: 1280,
  height: 720,
  framesPerSecond: 30,
  limitation: 'bandwidth',
  ...over,
});

const report: StatisticsReport = {
  sent: { bytes: 12_000_000, bitrate: 1_250_000, packetLoss: 0.01 },
  received: { bytes: 40_000_000, bitrate: 2_000_000, packetLoss: 0 },
  roundTrip: 24,
  availableOutgoing: 3_000_000,
  path: { protocol: 'udp', candidate: 'srflx', relay: null },
  tracks: [
    track({}),
    track({ key: 'a', direction: 'received', participantId: 'grace@example.org', limitation: null }),
    track({ key: 'b', direction: 'received', participantId: 'alan@example.org', source: 'microphone', codec: 'opus', width: null, height: null, framesPerSecond: null, limitation: null }),
    track({ key: 'c', direction: 'received', participantId: 'grace@example.org', source: 'screen_share', limitation: null }),
  ],
};

describe('Statistics to give away', () => {
  it('number people, and say nothing else of them', async () => {
    const shared = share(report, 'good', 'ada@example.org', '2027-01-01T10:00:00.000Z');
    expect(shared.report.tracks.map(({ person }) => person)).toEqual([0, 1, 2, 1]);
    const translator = await loadTranslator('en');
    await translator.loadRest();
    for (const text of [JSON.stringify(shared), toText(shared, translator)]) {
      expect(text).not.toMatch(/ada|grace|alan|TR_secret/i);
      expect(text).toContain('VP9');
    }
  });

  it('are lines that can be read, in each language', async () => {
    const shared = share(report, 'poor', 'ada@example.org', '2027-01-01T10:00:00.000Z');
    for (const language of ['en', 'fr'] as const) {
      const translator = await loadTranslator(language);
      await translator.loadRest();
      const text = toText(shared, translator);
      expect(text).toContain(language === 'en' ? 'Your connection is weak.' : 'Votre connexion est faible.');
      expect(text).toContain(language === 'en' ? 'straight to the server by UDP' : 'directement au serveur en UDP');
      expect(text).toContain('1280 × 720, 30/s');
      expect(text).not.toMatch(/undefined|NaN|\{|statistics\./);
      expect(text.split('\n').filter((line) => line.includes('Participant 1'))).toHaveLength(2);
    }
  });
});
