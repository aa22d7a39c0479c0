import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { createMeeting } from 'visio-core';
import { simulatedEngine } from 'visio-core/engines/simulated';
import { useReadable } from './use-readable.js';

describe('useReadable', () => {
  it('gives a server what is the case', () => {
    const meeting = createMeeting({ engine: simulatedEngine({ sound: false }), displayName: 'Alice' });
    const Name = () => useReadable(meeting.displayName);
    expect(renderToString(createElement(Name))).toBe('Alice');
    meeting.dispose();
  });
});
