import { css, html, LitElement } from 'lit';
import { property } from '../../base/decorators.js';
import { define } from '../../base/define.js';
import { PROGRAM, TELEPHONE, TELEPHONE_SMALL } from '../../features/callers/icons.js';
import { PAPER } from '../../features/chat/attachments.js';
import { ATTACH, LIVE, SAVE, SEND } from '../../features/chat/composer.js';
import { CHECK_ICONS } from '../../features/check/check.js';
import { features } from '../../features/index.js';
import { LARGE, PIN, UNPIN } from '../../features/layout/actions.js';
import { LAYOUT_ICONS } from '../../features/layout/layout-options.js';
import { DEMOTE, PROMOTE, REMOVE } from '../../features/moderation/actions.js';
import { CHOSEN } from '../../features/moderation/moderation.js';
import { BACK } from '../../features/picture-in-picture/icons.js';
import { RECORD, TRANSCRIPT, TRANSCRIPT_SMALL } from '../../features/recording/icons.js';
import { ADD, BIN, NONE, PICTURE, UPLOAD } from '../../features/settings/video-settings.js';
import { MINUS, PLUS } from '../../shell/zoom/zoom.js';
import { createFrame, type FrameOptions } from '../../testing/simulate.js';
import type { Story, StoryMeta } from '../../testing/story.js';
import { baseStyles } from '../../theme/base.styles.js';
import { DONE, LINK } from '../copy/copy.js';
import { CALL_ICONS } from './call-icons.js';
import { END_ICONS } from './end-icons.js';
import type { IconSize } from './fit.js';
import { drawIcon, LOBBY_ICONS } from './icon.js';
import { SEARCH } from './search.js';
import { signalIcon } from './signal.js';

/** Those that one feature has for itself. */
const OWN: Readonly<Record<string, string>> = {
  link: LINK,
  done: DONE,
  telephone: TELEPHONE,
  'telephone-small': TELEPHONE_SMALL,
  program: PROGRAM,
  paper: PAPER,
  attach: ATTACH,
  live: LIVE,
  save: SAVE,
  send: SEND,
  ...CHECK_ICONS,
  pin: PIN,
  unpin: UNPIN,
  large: LARGE,
  ...Object.fromEntries(Object.entries(LAYOUT_ICONS).map(([name, drawing]) => [`layout ${name}`, drawing])),
  promote: PROMOTE,
  demote: DEMOTE,
  remove: REMOVE,
  chosen: CHOSEN,
  search: SEARCH,
  back: BACK,
  record: RECORD,
  transcript: TRANSCRIPT,
  'transcript-small': TRANSCRIPT_SMALL,
  add: ADD,
  bin: BIN,
  none: NONE,
  picture: PICTURE,
  upload: UPLOAD,
  minus: MINUS,
  plus: PLUS,
};

/** Those of buttons, menus and pages of settings. */
function ofControls(): readonly (readonly [string, string])[] {
  return features.flatMap(({ name, control, settings }) => {
    const drawn = control?.icon ?? settings?.icon;
    return typeof drawn === 'object' ? [[name, drawn.path] as const] : [];
  });
}

const SIZES: readonly IconSize[] = [16, 20, 24, 40];

class VisioStoryIcons extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(230px, 1fr));
        gap: var(--_space-1) var(--_space-4);
        padding: var(--_space-4);
        background: var(--_color-surface);
        color: var(--_color-text);
        font: var(--_text-s) var(--_font);
      }

      p {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--_space-3);
        min-block-size: 44px;
      }

      :host([magnified]) {
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 560px), 1fr));
      }

      :host([magnified]) .icon {
        zoom: 3;
      }
    `,
  ];

  /** As large as it takes to see how lines lie on pixels. */
  @property({ type: Boolean, reflect: true }) magnified = false;

  protected override render() {
    const drawings = [...Object.entries({ ...LOBBY_ICONS, ...END_ICONS, ...CALL_ICONS, ...OWN }), ...ofControls()];
    const qualities = ['unknown', 'lost', 'poor', 'good', 'excellent'] as const;
    return [
      ...drawings.map(([name, path]) => html`<p>${SIZES.map((size) => drawIcon(path, size))} ${name}</p>`),
      ...qualities.map((quality) => html`<p>${SIZES.map((size) => signalIcon(quality, size))} ${quality}</p>`),
    ];
  }
}
define('visio-story-icons', VisioStoryIcons);

const meta: StoryMeta<FrameOptions & Partial<VisioStoryIcons>> = {
  title: 'Theme/Icons',
  render: ({ theme = 'auto', magnified = false }) => {
    const frame = createFrame({ width: 1200, height: 1800, theme });
    frame.append(Object.assign(document.createElement('visio-story-icons'), { magnified }));
    return frame;
  },
};
export default meta;

type IconsStory = Story<FrameOptions & Partial<VisioStoryIcons>>;

export const All: IconsStory = { args: { theme: 'light' } };

export const Dark: IconsStory = { args: { theme: 'dark' } };

export const HighContrast: IconsStory = { args: { theme: 'high-contrast' } };

export const Magnified: IconsStory = { args: { magnified: true } };
