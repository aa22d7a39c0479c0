import { readFile } from 'node:fs/promises';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { callEvents, VisioCallButton } from './visio-call-button.js';

describe('VisioCallButton', () => {
  it('renders on a server', () => {
    const page = renderToString(createElement(VisioCallButton, { url: 'https://visio.example/abc-defg-hij', intent: 'call', onVisioCallMissed: () => undefined }));
    expect(page).toMatch(/^<visio-call-button[^>]*><\/visio-call-button>$/);
  });

  it('has a prop for each event that the element documents', async () => {
    const source = await readFile(new URL('../../visio-element/src/call-button/call-button.ts', import.meta.url), 'utf8');
    const documented = [...source.matchAll(/@fires \{\w+\} (visio-[a-z-]+)/g)].map(([, type]) => type);
    expect(documented.length).toBeGreaterThan(5);
    expect(Object.values(callEvents).sort()).toEqual(documented.sort());
    for (const [prop, type] of Object.entries(callEvents)) {
      expect(prop).toBe(`onVisio${type.slice('visio'.length).replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())}`);
    }
  });
});
