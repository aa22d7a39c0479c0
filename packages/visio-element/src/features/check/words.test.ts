import { describe, expect, it } from 'vitest';
import type { CheckReason, CheckStep } from 'visio-core';
import { loadTranslator } from 'visio-core/i18n';
import { outcome, sentence, toText } from './words.js';

const NAMES = ['signalling', 'udp', 'tcp', 'turn', 'microphone', 'camera', 'speaker', 'bandwidth'] as const;

function steps(changes: Partial<Record<CheckStep['name'], Partial<CheckStep>>> = {}): CheckStep[] {
  return NAMES.map((name) => ({ name, state: 'passed', reason: null, server: 'livekit.example', ...changes[name] }));
}

/** Each that can be, with what it is about. */
const REASONS: readonly (readonly [CheckStep['name'], CheckReason])[] = [
  ['signalling', 'SERVER_UNREACHABLE'],
  ['signalling', 'INVALID_TOKEN'],
  ['signalling', 'TOKEN_REQUEST_FAILED'],
  ['signalling', 'NO_CREDENTIALS'],
  ['udp', 'BLOCKED'],
  ['udp', 'NOT_OFFERED'],
  ['tcp', 'BLOCKED'],
  ['tcp', 'NOT_OFFERED'],
  ['turn', 'BLOCKED'],
  ['turn', 'NOT_OFFERED'],
  ['turn', 'NOT_REACHED'],
  ['tcp', 'IN_CALL'],
  ['microphone', 'DEVICE_DENIED'],
  ['microphone', 'SILENT'],
  ['camera', 'DEVICE_NOT_FOUND'],
  ['camera', 'SILENT'],
  ['speaker', 'NOT_TESTABLE'],
  ['bandwidth', 'NOT_OFFERED'],
  ['bandwidth', 'COMMAND_DISABLED'],
];

for (const language of ['en', 'fr'] as const) {
  describe(`A check in words (${language})`, async () => {
    const translator = await loadTranslator(language);
    await translator.loadRest();

    for (const [name, reason] of REASONS) {
      it(`has a sentence for ${name} ${reason}`, () => {
        const words = sentence({ name, state: 'failed', reason, server: 'livekit.example:7443', port: 7882 }, translator);
        expect(words).toMatch(/^\p{Lu}.*\.$/u);
        expect(words).not.toMatch(/\{|check\.|error\./);
      });
    }

    it('names the way, the server and the port that an administrator should open', () => {
      expect(sentence({ name: 'udp', state: 'failed', reason: 'BLOCKED', server: 'livekit.example:7443', port: 7882 }, translator)).toMatch(/UDP.*livekit\.example, port 7882/);
      expect(sentence({ name: 'turn', state: 'failed', reason: 'BLOCKED', server: 'livekit.example', port: 443 }, translator)).toMatch(/TLS.*livekit\.example, port 443/);
      expect(sentence({ name: 'signalling', state: 'failed', reason: 'SERVER_UNREACHABLE', server: 'livekit.example:7443' }, translator)).toContain('livekit.example:7443');
    });

    it('says what all of it comes to', () => {
      expect(outcome({ steps: steps() })).toBe('ready');
      expect(outcome({ steps: steps({ turn: { state: 'skipped', reason: 'NOT_OFFERED' } }) })).toBe('ready');
      expect(outcome({ steps: steps({ udp: { state: 'failed', reason: 'BLOCKED' } }) })).toBe('limited');
      expect(outcome({ steps: steps({ bandwidth: { reason: 'LOW' } }) })).toBe('limited');
      expect(outcome({ steps: steps({ signalling: { state: 'failed', reason: 'SERVER_UNREACHABLE' } }) })).toBe('blocked');
      const blocked = { state: 'failed', reason: 'BLOCKED' } as const;
      expect(outcome({ steps: steps({ udp: blocked, tcp: blocked, turn: blocked }) })).toBe('blocked');
      expect(outcome({ steps: steps({ bandwidth: { state: 'skipped', reason: 'COMMAND_DISABLED' } }) })).toBe('stopped');
      expect(outcome({ steps: steps({ turn: { state: 'skipped', reason: 'IN_CALL' } }) })).toBe('call');
    });

    it('is a report that can be handed on', () => {
      const text = toText({ at: '2027-01-01T10:00:00.000Z', server: 'livekit.example', browser: 'Any/1.0', steps: steps({ udp: { state: 'failed', reason: 'BLOCKED', port: 7882 }, bandwidth: { up: 8e6, down: 2e7 } }) }, translator);
      expect(text).toContain('livekit.example');
      expect(text).toContain('BLOCKED');
      expect(text.split('\n').filter((line) => line.startsWith('['))).toHaveLength(8);
      expect(text).not.toMatch(/undefined|\{/);
    });
  });
}
