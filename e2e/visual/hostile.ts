// Style sheets of pages that elements have to live in, by what they are. Written for these tests.

/** What resets and frameworks do to a page's elements, each in the way that is usual. */
const RESETS = {
  normalized: `
    html { line-height: 1.15; -webkit-text-size-adjust: 100%; }
    body { margin: 0; }
    h1 { font-size: 2em; margin: 0.67em 0; }
    button, input, select, textarea { font-family: inherit; font-size: 100%; line-height: 1.15; margin: 0; }
    button, [type=button], [type=submit] { appearance: button; }
    button, select { text-transform: none; }
    svg:not(:root) { overflow: hidden; }
    [hidden], template { display: none; }`,
  preflight: `
    *, ::before, ::after, ::backdrop { box-sizing: border-box; margin: 0; padding: 0; border: 0 solid #e5e7eb; }
    html, :host { line-height: 1.5; tab-size: 4; font-family: ui-monospace, monospace; }
    ol, ul, menu { list-style: none; }
    img, svg, video, canvas, audio, iframe { display: block; vertical-align: middle; }
    img, video { max-width: 100%; height: auto; }
    button, input, select, textarea { font: inherit; letter-spacing: inherit; color: inherit; border-radius: 0; background-color: transparent; opacity: 1; }
    [hidden]:where(:not([hidden='until-found'])) { display: none !important; }
    dialog { padding: 0; }`,
  rebooted: `
    *, ::before, ::after { box-sizing: border-box; }
    body { margin: 0; font-family: serif; font-size: 1.25rem; font-weight: 300; line-height: 2; color: #212529; background: #fff; -webkit-tap-highlight-color: transparent; }
    a { color: #0d6efd; text-decoration: underline; }
    label { display: inline-block; }
    button { border-radius: 0; }
    button:focus:not(:focus-visible) { outline: 0; }
    [type=button]:not(:disabled), button:not(:disabled) { cursor: pointer; }
    p { margin: 0 0 1rem; }`,
} as const;

/** What can be said of everything in a page at once: what of it is inherited, and what is not. */
const LOUD = `
  :not(html, head, head *, script) {
    box-sizing: content-box !important; margin: 20px !important; padding: 13px !important; border: 5px dashed lime !important; float: none !important; position: static !important; transition: all 2s !important; max-width: 100% !important;
    background: yellow !important; color: red !important; -webkit-text-fill-color: red !important; -webkit-text-stroke: 1px blue !important; text-shadow: 2px 2px red !important; caret-color: transparent !important; accent-color: red !important;
    font: italic small-caps 900 40px/3 fantasy !important; letter-spacing: 0.4em !important; word-spacing: 2em !important; text-transform: uppercase !important; text-align: right !important; text-align-last: right !important; text-indent: 3em !important;
    white-space: nowrap !important; word-break: break-all !important; hyphens: auto !important; writing-mode: vertical-rl !important; text-orientation: upright !important; list-style: square !important; cursor: wait !important; user-select: none !important;
    fill: red !important; stroke: lime !important; stroke-width: 9 !important; stroke-dasharray: 2 !important; fill-opacity: 0.2 !important; border-spacing: 9px !important; tab-size: 1 !important;
  }`;

/** What leaves each element where it was and as large as it was, so that all of it can be held to a page without it. */
export const QUIET: Readonly<Record<string, string>> = {
  ...RESETS,
  'nothing is selected': '* { user-select: none } ::selection { background: red; color: red }',
  'no focus is seen': ':focus, :focus-visible { outline: none !important; box-shadow: none !important }',
  'tags are told': 'dialog, [popover]:not(visio-call-panel, visio-incoming-call), button, input, select, textarea, svg, video, iframe, label, ul, li, p, h1, h2, h3, form, section { display: none !important; position: static !important; inset: auto !important; z-index: -1 !important; opacity: 0 !important; color: red !important }',
  'z-index wars': 'header { position: relative; z-index: 2147483647 } main { isolation: isolate; z-index: 0; position: relative }',
};

/** What may change how large it all is. */
export const HOSTILE: Readonly<Record<string, string>> = {
  unset: ':not(head, head *, script) { all: unset }',
  initial: 'body, body * { all: initial }',
  loud: LOUD,
  'inline, as high as it is': 'visio-meeting { display: inline !important; height: auto !important; min-height: 0 !important } main { flex: none }',
  'in a row': 'main { display: flex } visio-meeting { min-height: 0 }',
  'in a column as high as it is': 'html, body { block-size: auto } main { flex: none; display: flex; flex-direction: column }',
  'a low box that cuts off': 'main { flex: none; block-size: 300px; inline-size: 340px; overflow: hidden } visio-meeting { min-height: 0 }',
  vertical: 'html { writing-mode: vertical-rl }',
  transformed: 'body { transform: translate(12px, 8px) scale(0.9); filter: saturate(1.1); perspective: 900px; will-change: transform } main { contain: layout paint style }',
  zoomed: 'body { zoom: 1.25 }',
  'a root of 200 %': 'html { font-size: 200% }',
  'a root of 62.5 %': 'html { font-size: 62.5% }',
};
