import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { createMeeting } from 'visio-core';
import { simulatedEngine } from 'visio-core/engines/simulated';
import { useReadable, VisioMeeting } from './index.js';

describe('VisioMeeting', () => {
  it('renders on a server, as an empty frame', () => {
    const page = renderToString(createElement(VisioMeeting, { room: 'demo', displayName: 'Alice', onVisioLeft: () => undefined }));
    expect(page).toMatch(/^<visio-meeting[^>]*><\/visio-meeting>$/);
  });
});

describe('useReadable', () => {
  it('gives a server what is the case', () => {
    const meeting = createMeeting({ engine: simulatedEngine({ sound: false }), displayName: 'Alice' });
    const Name = () => useReadable(meeting.displayName);
    expect(renderToString(createElement(Name))).toBe('Alice');
    meeting.dispose();
  });
});
