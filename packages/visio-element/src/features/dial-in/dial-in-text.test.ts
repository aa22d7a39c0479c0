import { loadTranslator } from 'visio-core/i18n';
import { describe, expect, it } from 'vitest';
import { dialInText, dialInUrl, groupNumber, groupPin } from './dial-in-text.js';

describe('what one dials', () => {
  it.each([
    ['+33123456789', '+33 1 23 45 67 89'],
    ['+33 1 23 45 67 89', '+33 1 23 45 67 89'],
    ['+12125550134', '+1 212 555 0134'],
    ['+352621123456', '+352 6 21 12 34 56'],
    ['3631', '3631'],
    ['<b>', '<b>'],
  ])('%s is read as %s', (number, read) => {
    expect(groupNumber(number)).toBe(read);
  });

  it.each([
    ['1234567890', '123 456 7890'],
    ['123 456 7890', '123 456 7890'],
    ['1234', '1234'],
    ['', ''],
  ])('the PIN %s as %s', (pin, read) => {
    expect(groupPin(pin)).toBe(read);
  });

  it('is one line, in the reader’s language', async () => {
    for (const [language, line] of [
      ['en', 'By telephone: +33 1 23 45 67 89, then PIN 123 456 7890#'],
      ['fr', 'Par téléphone\u00a0: +33 1 23 45 67 89, puis le code PIN 123 456 7890#'],
    ] as const) {
      const translator = await loadTranslator(language);
      await translator.loadRest();
      expect(dialInText(translator, { number: '+33123456789', pin: '1234567890' })).toBe(line);
    }
  });

  it('can be called, unless it is something else', () => {
    expect(dialInUrl({ number: '+33 1 23 45 67 89', pin: '123 456' })).toBe('tel:+33123456789,,123456%23');
    expect(dialInUrl({ number: 'javascript:alert(1)', pin: '1' })).toBeNull();
    expect(dialInUrl({ number: '+33123456789', pin: '1,2' })).toBeNull();
  });
});
