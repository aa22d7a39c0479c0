import { createElement, createRef, version } from 'react';
import { renderToString, version as domVersion } from 'react-dom/server';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { VisioFactEvent, VisioLeftEvent, VisioMeeting as VisioMeetingElement } from 'visio-element';
import { VisioCallButton, VisioMeeting, type VisioMeetingProps, type VisioMeetingSlot } from './index.js';

it('runs with the React that it is meant to run with', () => {
  const [major] = version.split('.');
  expect(major).toBe(process.env.REACT);
  expect(domVersion).toBe(version);
});

describe('components of the elements', () => {
  it('render on a server, as empty frames', () => {
    const meeting = createElement(VisioMeeting, { room: 'demo', displayName: 'Alice', className: 'call', onVisioLeft: () => undefined });
    expect(renderToString(meeting)).toBe('<visio-meeting class="call"></visio-meeting>');
    const button = createElement(VisioCallButton, { url: 'https://visio.example/abc-defg-hij', intent: 'call', onVisioCallMissed: () => undefined });
    expect(renderToString(button)).toBe('<visio-call-button></visio-call-button>');
  });

  it('have children, which go to slots', () => {
    const page = renderToString(createElement(VisioMeeting, { room: 'demo' }, createElement('h1', { slot: 'lobby-header' satisfies VisioMeetingSlot }, 'Weekly')));
    expect(page).toBe('<visio-meeting><h1 slot="lobby-header">Weekly</h1></visio-meeting>');
  });

  it('are named for tools', () => {
    expect([VisioMeeting.displayName, VisioCallButton.displayName]).toEqual(['VisioMeeting', 'VisioCallButton']);
  });

  it('know the types of their props, events and refs', () => {
    expectTypeOf<NonNullable<VisioMeetingProps['onVisioLeft']>>().parameter(0).toEqualTypeOf<VisioLeftEvent>();
    expectTypeOf<NonNullable<VisioMeetingProps['onVisioHandRaised']>>().parameter(0).toEqualTypeOf<VisioFactEvent<'hand-raised'>>();
    expectTypeOf<VisioMeetingProps['intent']>().toEqualTypeOf<'join' | 'call' | 'watch' | undefined>();
    // @ts-expect-error There is no such intent.
    createElement(VisioMeeting, { intent: 'sleep' });
    // @ts-expect-error Methods are called on the ref.
    createElement(VisioMeeting, { join: () => undefined });
    createElement(VisioMeeting, { ref: createRef<VisioMeetingElement>() });
  });
});
