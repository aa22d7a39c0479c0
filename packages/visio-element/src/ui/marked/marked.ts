import { html, type TemplateResult } from 'lit';
import type { Mark } from 'visio-core';

/** Words with what was found in them marked. They begin at `offset` of the text that the marks are of. */
export function renderMarked(words: string, marks: readonly Mark[], offset = 0): string | readonly (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = [];
  let done = 0;
  for (const mark of marks) {
    const start = Math.max(done, mark.start - offset);
    const end = Math.min(words.length, mark.end - offset);
    if (end <= start) continue;
    if (start > done) parts.push(words.slice(done, start));
    parts.push(html`<mark part="mark">${words.slice(start, end)}</mark>`);
    done = end;
  }
  if (parts.length === 0) return words;
  return done < words.length ? [...parts, words.slice(done)] : parts;
}
