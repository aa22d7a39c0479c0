import type { Painter } from './pictures.js';

/** Lines long and small enough to see whether a shared text can be read: the Universal Declaration of Human Rights. */
const PAGES: readonly (readonly string[])[] = [
  [
    'Article premier',
    'Tous les êtres humains naissent libres et égaux en dignité et en droits.',
    'Ils sont doués de raison et de conscience et doivent agir les uns',
    'envers les autres dans un esprit de fraternité.',
  ],
  [
    'Article 19',
    'Everyone has the right to freedom of opinion and expression; this right',
    'includes freedom to hold opinions without interference and to seek, receive',
    'and impart information and ideas through any media, regardless of frontiers.',
  ],
  [
    'Article 27',
    'Toute personne a le droit de prendre part librement à la vie culturelle',
    'de la communauté, de jouir des arts et de participer au progrès',
    'scientifique et aux bienfaits qui en résultent.',
  ],
];

/** Seconds that each page is shown. */
const TURN = 8;

/** Someone's screen: pages of text with a diagram that grows, and a pointer that wanders. */
export function createSlides(seed: number): Painter {
  const hue = Math.abs(seed) % 360;
  return (c, width, height, seconds) => {
    const t = seconds % 86_400;
    const page = Math.floor(t / TURN) % PAGES.length;
    const progress = (t % TURN) / TURN;
    c.save();
    c.scale(width / 1280, height / 720);

    c.fillStyle = '#fbfbf9';
    c.fillRect(0, 0, 1280, 720);
    c.fillStyle = `hsl(${hue} 45% 34%)`;
    c.fillRect(0, 0, 24, 720);
    c.textBaseline = 'top';
    (PAGES[page] ?? []).forEach((text, i) => {
      c.fillStyle = i === 0 ? `hsl(${hue} 45% 34%)` : '#333';
      c.font = i === 0 ? '600 64px system-ui, sans-serif' : '27px system-ui, sans-serif';
      // The page writes itself.
      c.globalAlpha = Math.max(0, Math.min(1, progress * 10 - i));
      c.fillText(text, 96, i === 0 ? 72 : 150 + i * 44);
    });
    c.globalAlpha = 1;

    for (let i = 0; i < 7; i++) {
      const full = 60 + ((i * 53 + page * 71) % 150);
      const bar = full * Math.min(1, progress * 3);
      c.fillStyle = `hsl(${hue + i * 12} 42% ${44 + i * 4}%)`;
      c.fillRect(96 + i * 118, 610 - bar, 84, bar);
    }
    c.fillStyle = '#888';
    c.font = '20px system-ui, sans-serif';
    c.fillText(`${page + 1} / ${PAGES.length}`, 1180, 668);

    c.fillStyle = '#000a';
    c.beginPath();
    c.arc(640 + Math.sin(t * 0.9) * 380, 400 + Math.sin(t * 1.4) * 180, 9, 0, 7);
    c.fill();
    c.restore();
  };
}
