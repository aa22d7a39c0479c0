/** A part of a text; with `href` it is a link. */
export interface Part {
  readonly text: string;
  readonly href?: string;
}

const ADDRESS = /https?:\/\/[^\s<>"]+/giu;

/** More links than this in one message are text. */
const LINKS = 50;

/** Parts of a text, the links to pages among them: `http:` and `https:`, and nothing else. */
export function findLinks(text: string): readonly Part[] {
  const parts: Part[] = [];
  let end = 0;
  let links = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = withoutSentence(found);
    const href = toHref(address);
    if (href === null || ++links > LINKS) continue;
    if (index > end) parts.push({ text: text.slice(end, index) });
    parts.push({ text: address, href });
    end = index + address.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

/** What ends a sentence is not of the address; nor is a bracket that was not opened inside. */
function withoutSentence(address: string): string {
  let end = address.length;
  /** How many brackets are closed beyond those that were opened. */
  let stray = count(address, ')') - count(address, '(');
  for (;;) {
    const last = address.charAt(end - 1);
    const isStray = last === ')' && stray > 0;
    if (!isStray && !/[.,;:!?'’»…*_\]}]/u.test(last)) return address.slice(0, end);
    if (isStray) stray--;
    end--;
  }
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

function toHref(address: string): string | null {
  try {
    const url = new URL(address);
    // A name and password in front would pass for the host.
    return /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' ? url.href : null;
  } catch {
    return null;
  }
}
