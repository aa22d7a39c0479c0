import { html, type TemplateResult } from 'lit';

/**
 * Each icon is one line drawn on a grid of 24 with round ends, in the colour of the text around it. What comes after
 * `|` is drawn faintly: the bars that a weak signal lacks.
 */
const PATHS = {
  mic: 'M9 6.5a3 3 0 0 1 6 0v5a3 3 0 0 1-6 0zM5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3',
  'mic-off':
    'M4 4l16 16M9 9v2.5a3 3 0 0 0 4.9 2.3M9.4 5a3 3 0 0 1 5.6 1.5v4M5.5 11.5a6.5 6.5 0 0 0 10.9 4.8M18.5 11.5a6.5 6.5 0 0 1-.5 2.4M12 18v3',
  camera: 'M5.5 6.5h7A2.5 2.5 0 0 1 15 9v6a2.5 2.5 0 0 1-2.5 2.5h-7A2.5 2.5 0 0 1 3 15V9a2.5 2.5 0 0 1 2.5-2.5zM15 11l4.6-2.9a.9.9 0 0 1 1.4.8v6.2a.9.9 0 0 1-1.4.8L15 13',
  'camera-off':
    'M4 4l16 16M6.5 6.5h-1A2.5 2.5 0 0 0 3 9v6a2.5 2.5 0 0 0 2.5 2.5h7A2.5 2.5 0 0 0 15 15M10.5 6.5h2A2.5 2.5 0 0 1 15 9v2l4.6-2.9a.9.9 0 0 1 1.4.8v6.2a.9.9 0 0 1-.5.8',
  screen: 'M5 4.5h14a2 2 0 0 1 2 2v8.5a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V6.5a2 2 0 0 1 2-2zM8.5 20.5h7M12 13.5V8M9.5 10.2 12 7.7l2.5 2.5',
  'screen-stop':
    'M5 4.5h14a2 2 0 0 1 2 2v8.5a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V6.5a2 2 0 0 1 2-2zM8.5 20.5h7M9.7 8.5l4.6 4.6M14.3 8.5l-4.6 4.6',
  leave:
    'M12 8.5c-5 0-9.3 2.1-9.3 5.6v1.5a1.1 1.1 0 0 0 1.3 1.1l3.3-.7a1.1 1.1 0 0 0 .9-1.1v-1.7a12.5 12.5 0 0 1 7.6 0v1.7a1.1 1.1 0 0 0 .9 1.1l3.3.7a1.1 1.1 0 0 0 1.3-1.1v-1.5c0-3.5-4.3-5.6-9.3-5.6z',
  speaker: 'M4 9.5h3.3L12 5.5v13l-4.7-4H4zM15.5 9.2a4.2 4.2 0 0 1 0 5.6M18 6.5a8 8 0 0 1 0 11',
  chat: 'M6.5 4.5h11A2.5 2.5 0 0 1 20 7v7a2.5 2.5 0 0 1-2.5 2.5H12l-4.6 3.6a.6.6 0 0 1-.9-.5v-3.1A2.5 2.5 0 0 1 4 14V7a2.5 2.5 0 0 1 2.5-2.5zM8.5 9h7M8.5 12.3h4.5',
  hand: 'M8.5 12.5V6a1.4 1.4 0 0 1 2.8 0v5M11.3 10.5V4.7a1.4 1.4 0 0 1 2.8 0v5.8M14.1 11V6a1.4 1.4 0 0 1 2.8 0v8.2a6.3 6.3 0 0 1-6.3 6.3c-2.2 0-3.6-.9-4.7-2.6l-2.7-4.2a1.4 1.4 0 0 1 2.3-1.6l3 2.9',
  smile: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM8.5 14.2a4.2 4.2 0 0 0 7 0M9 9.5v.4M15 9.5v.4',
  more: 'M5.5 12h.01M12 12h.01M18.5 12h.01',
  chevron: 'M6.5 14.5 12 9l5.5 5.5',
  close: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
  alert: 'M12 7.5v5.5M12 16.4v.1M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
  people:
    'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.7 19.5a6.3 6.3 0 0 1 12.6 0M15.7 4.8a3.5 3.5 0 0 1 0 6.4M17.8 13.9a6.3 6.3 0 0 1 3.5 5.6',
  person: 'M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5a7.5 7.5 0 0 1 15 0',
  speaking: 'M6.5 9.5v5M12 5.5v13M17.5 9.5v5',
  'signal-weak': 'M5 19v-3.5|M12 19V10M19 19V4.5',
  'signal-lost': 'M3.5 4.5l6 6M9.5 4.5l-6 6|M5 19v-3.5M12 19V10M19 19V4.5',
} as const;

export type IconName = keyof typeof PATHS;

/** An icon that says nothing to screen readers: whoever shows it has the words. Styled by `.icon` of `baseStyles`. */
export function icon(name: IconName): TemplateResult {
  return drawIcon(PATHS[name]);
}

/** One of ours by its name, or a host's own line. */
export function drawAny(drawing: IconName | { readonly path: string }): TemplateResult {
  return typeof drawing === 'string' ? icon(drawing) : drawIcon(drawing.path);
}

/** An icon that only one feature has, so that nobody else loads its path. */
export function drawIcon(path: string): TemplateResult {
  const [line, faint = ''] = path.split('|');
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${line}></path><path opacity="0.4" d=${faint}></path></svg>`;
}

export const iconNames = Object.keys(PATHS) as readonly IconName[];
