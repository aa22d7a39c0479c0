import { describe, expect, it } from 'vitest';
import { encodeMeetPacket, parseMeetPacket } from './meet-packet.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const parse = (payload: Uint8Array, topic = '', from: string | null = 'grace') => parseMeetPacket({ type: 'packet', topic, from, payload });

describe('parseMeetPacket', () => {
  it('reads what La Suite Meet sends', () => {
    expect(parse(bytes('{"type":"reactionReceived","data":{"emoji":"thumbs-up"}}'))).toEqual({
      type: 'reactionReceived',
      data: { emoji: 'thumbs-up' },
      from: 'grace',
    });
    expect(parse(bytes('{"type": "participantWaiting"}'), '', null)).toEqual({ type: 'participantWaiting', data: {}, from: null });
  });

  it('passes over everything else', () => {
    for (const text of ['', 'null', '[]', '"x"', '12', '{', '{}', '{"type":1}', '{"type":"x","data":null}', '{"type":"x","data":"y"}']) {
      expect(parse(bytes(text)), text).toBe(null);
    }
    expect(parse(new Uint8Array([0xff, 0xfe, 0x00]))).toBe(null);
    expect(parse(bytes(JSON.stringify({ type: 'x', data: { filler: 'x'.repeat(1_000) } })))).toBe(null);
    expect(parse(bytes('{"type":"reactionReceived"}'), 'lk-chat-topic')).toBe(null);
  });
});

describe('encodeMeetPacket', () => {
  it('writes exactly what La Suite Meet reads', () => {
    const text = (payload: Uint8Array) => new TextDecoder().decode(payload);
    expect(text(encodeMeetPacket('reactionReceived', { emoji: 'clapping-hands' }))).toBe('{"type":"reactionReceived","data":{"emoji":"clapping-hands"}}');
    expect(text(encodeMeetPacket('participantMuted'))).toBe('{"type":"participantMuted"}');
  });
});
