import { describe, expect, it } from 'vitest';
import { findLinks } from './links.js';

const hrefs = (text: string) => findLinks(text).flatMap(({ href }) => href ?? []);
const same = (text: string) => findLinks(text).map((part) => part.text).join('');

describe('findLinks', () => {
  it('finds addresses of pages, without what ends the sentence', () => {
    const text = 'See (https://example.org/a_(b)), HTTP://EXAMPLE.org:8080/?q=1#x! Or https://visio.example/é.';
    expect(hrefs(text)).toEqual(['https://example.org/a_(b)', 'http://example.org:8080/?q=1#x', 'https://visio.example/%C3%A9']);
    expect(same(text)).toBe(text);
  });

  it('makes a link of nothing else', () => {
    for (const text of [
      'javascript:alert(1)',
      'data:text/html,<script>alert(1)</script>',
      'ftp://example.org file:///etc/passwd mailto:a@b.c www.example.org',
      'https:// http://',
      'https://bank.example@evil.example/',
      'jhttps',
      '<a href="javascript:alert(1)">x</a>',
    ]) {
      expect(hrefs(text)).toEqual([]);
      expect(same(text)).toBe(text);
    }
  });

  it('stops at quotes and markup', () => {
    expect(hrefs('<a href="https://example.org/">x</a>')).toEqual(['https://example.org/']);
    expect(hrefs('https://example.org/<script>')).toEqual(['https://example.org/']);
  });

  it('is quick with hostile text, and has a limit', () => {
    const start = performance.now();
    expect(hrefs('https://a.b/ '.repeat(1_500))).toHaveLength(50);
    for (const text of [`https://${'.'.repeat(20_000)}`, `https://a.b/${')'.repeat(19_000)}`, 'https://'.repeat(2_500)]) expect(same(text)).toBe(text);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
