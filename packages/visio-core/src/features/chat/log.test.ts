import { describe, expect, it } from 'vitest';
import { MessageLog, type NewMessage } from './log.js';

const message = (text: string): NewMessage => ({ from: 'a', name: 'A', isLocal: false, text, sentAt: 0, state: 'sent' });

describe('MessageLog', () => {
  it('keeps the latest, and forgets the oldest', () => {
    const log = new MessageLog(3);
    for (const id of ['1', '2', '3', '4', '5']) log.add(id, message(id));
    expect(log.ids.value).toEqual(['3', '4', '5']);
    expect(log.size).toBe(3);
    log.change('1', { text: 'gone' });
    expect(log.peek('1')).toBeUndefined();
    log.change('4', { text: 'changed', edited: true });
    expect(log.get('4').value).toMatchObject({ text: 'changed', edited: true, startsGroup: false });
  });

  it('begins anew after clear', () => {
    const log = new MessageLog();
    log.add('1', message('1'));
    log.clear();
    expect(log.add('2', message('2')).startsGroup).toBe(true);
    expect(log.ids.value).toEqual(['2']);
  });
});
