import { describe, expect, it, vi } from 'vitest';
import { Attachments } from './attachments.js';

/** Only its identity matters here, and Node has no elements. */
const element = () => ({}) as HTMLVideoElement;

describe('Attachments', () => {
  it('knows which elements are to show what', () => {
    const attachments = new Attachments();
    const [first, second, other] = [element(), element(), element()];
    attachments.add('ada', 'camera', first, vi.fn());
    attachments.add('ada', 'camera', second, vi.fn());
    attachments.add('ada', 'screen_share', other, vi.fn());
    expect(attachments.of('ada', 'camera')).toEqual([first, second]);
    expect(attachments.of('ada', 'screen_share')).toEqual([other]);
    expect(attachments.of('grace', 'camera')).toEqual([]);
  });

  it('takes ids with a slash apart rightly', () => {
    const attachments = new Attachments();
    attachments.add('a/b', 'screen_share', element(), vi.fn());
    expect(attachments.wishes).toEqual([['screen_share', 'a/b']]);
  });

  it('detaches once', () => {
    const attachments = new Attachments();
    const detach = vi.fn();
    const end = attachments.add('ada', 'camera', element(), detach);
    end();
    end();
    attachments.clear();
    expect(detach).toHaveBeenCalledTimes(1);
    expect(attachments.wishes).toEqual([]);
  });

  it('lets the latest wish for an element hold', () => {
    const attachments = new Attachments();
    const shared = element();
    const [before, after] = [vi.fn(), vi.fn()];
    const end = attachments.add('ada', 'camera', shared, before);
    attachments.add('grace', 'camera', shared, after);
    expect(before).toHaveBeenCalledTimes(1);
    end();
    expect(after).not.toHaveBeenCalled();
    expect(attachments.of('grace', 'camera')).toEqual([shared]);
    expect(attachments.of('ada', 'camera')).toEqual([]);
  });

  it('ends every wish at once', () => {
    const attachments = new Attachments();
    const detach = vi.fn();
    attachments.add('ada', 'camera', element(), detach);
    attachments.add('grace', 'camera', element(), detach);
    attachments.clear();
    expect(detach).toHaveBeenCalledTimes(2);
    expect(attachments.wishes).toEqual([]);
  });
});
