/** What each token is for, on which level it stands, and what it is by default: for documentation, and for who makes a theme. */
import { CALL_TOKENS } from './call-tokens.js';
import { CORE_TOKENS } from './core-tokens.js';
import { THEME_TOKENS } from './theme-tokens.js';

export type TokenLevel = 'base' | 'meaning' | 'component';

export interface Token {
  /** As a host sets it: `--visio-…`. */
  readonly name: string;
  readonly level: TokenLevel;
  /** What it is for, as a phrase. */
  readonly meaning: string;
  /** In CSS, with other tokens by the names that a host gives them. */
  readonly initial: string;
}

type Name = keyof typeof CORE_TOKENS | keyof typeof THEME_TOKENS | keyof typeof CALL_TOKENS;

const MEANINGS: Readonly<Record<TokenLevel, Readonly<Partial<Record<Name | 'motion', string>>>>> = {
  base: {
    accent: 'the accent; what is written on it is white or black, whichever is read best',
    neutral: 'the tint of all greys',
    'neutral-0': 'white',
    'neutral-50': 'the lightest grey',
    'neutral-100': 'a grey',
    'neutral-200': 'a grey',
    'neutral-400': 'a grey',
    'neutral-500': 'the middle grey',
    'neutral-600': 'a grey',
    'neutral-700': 'a grey',
    'neutral-750': 'a grey',
    'neutral-800': 'a grey',
    'neutral-850': 'a grey',
    'neutral-900': 'a grey',
    'neutral-950': 'the darkest grey',
    danger: 'the colour of what ends, removes or fails',
    warning: 'the colour of what needs care',
    success: 'the colour of what is well',
    font: 'the font family',
    'font-size': 'the size that all type is reckoned from',
    'weight-strong': 'the weight of labels and names',
    'weight-title': 'the weight of titles',
    space: 'the step that distances are reckoned from',
    radius: 'the radius that all corners are reckoned from',
    duration: 'how long a transition takes',
    motion: 'what times are multiplied by; 0 is no motion',
  },
  meaning: {
    'text-xs': 'the size of times and counts',
    'text-s': 'the size of hints and labels',
    'text-m': 'the size of text',
    'text-l': 'the size of titles',
    'text-xl': 'the size of a screen’s title',
    'space-1': 'one step',
    'space-2': 'two steps',
    'space-3': 'three steps',
    'space-4': 'four steps',
    'space-5': 'five steps',
    'space-6': 'six steps',
    'radius-s': 'corners of small things',
    'radius-m': 'corners of controls',
    'radius-l': 'corners of the bar’s buttons and of panels',
    'radius-xl': 'corners of what lies over others',
    'color-surface': 'the background of screens and panels',
    'color-raised': 'the background of what lies over others',
    'color-sunken': 'the background of the call, and of quiet boxes',
    'color-control': 'the background of buttons',
    'color-control-hover': 'the background of buttons, under the pointer',
    'color-control-line': 'the border of buttons',
    'color-field': 'the background of what one writes in or chooses from',
    'color-text': 'text',
    'color-text-quiet': 'text that stands back',
    'color-line': 'lines between things',
    'color-line-strong': 'the border of fields',
    'color-accent': 'the background of the main button',
    'color-accent-hover': 'the background of the main button, under the pointer',
    'color-on-accent': 'what is written on the accent',
    'color-accent-text': 'links, and marks of what is chosen',
    'color-accent-line': 'the edge of what has the accent, and switches',
    'color-focus': 'the ring of the focus',
    'color-danger': 'the background of buttons that end something',
    'color-danger-hover': 'the background of buttons that end something, under the pointer',
    'color-on-danger': 'what is written on buttons that end something',
    'color-danger-soft': 'the background of what is off or has failed',
    'color-danger-soft-hover': 'the background of what is off or has failed, under the pointer',
    'color-danger-text': 'what is written of a failure',
    'color-warning-text': 'what is written of a warning',
    'color-success-text': 'what is written of what is well',
    'color-shade': 'the background of what is written on a picture',
    'color-on-shade': 'what is written on a picture',
    'color-backdrop': 'what a dialog lays over everything else',
    'color-speaking': 'the ring around who speaks',
    shadow: 'the shadow of what lies over others',
  },
  component: {
    'button-size': 'the least height of buttons',
    'button-radius': 'the corners of buttons',
    'field-radius': 'the corners of what one writes in or chooses from',
    'stage-background': 'the background of the call',
    'tile-radius': 'the corners of tiles',
    'bar-padding': 'the distance around the bar’s controls',
    'bar-button-size': 'the height of the bar’s buttons',
    'bar-button-radius': 'the corners of the bar’s buttons',
    'panel-background': 'the background of the side panel',
    'panel-radius': 'the corners of the side panel',
    'panel-inline-size': 'the width of the side panel, beside the stage',
    'dialog-background': 'the background of dialogs',
    'dialog-radius': 'the corners of dialogs',
    'notice-background': 'the background of notices',
    'bubble-radius': 'the corners of messages',
    'bubble-background': 'the background of others’ messages',
    'bubble-own-background': 'the background of one’s own messages',
    'bubble-own-color': 'the text of one’s own messages',
    'sharing-background': 'the background of the strip that tells of one’s own share',
    'sharing-color': 'what is written on that strip',
  },
};

const INITIAL: Readonly<Record<string, string>> = { ...CORE_TOKENS, ...THEME_TOKENS, ...CALL_TOKENS, motion: '1' };

/** All tokens, level by level. */
export const TOKENS: readonly Token[] = Object.entries(MEANINGS).flatMap(([level, meanings]) =>
  Object.entries(meanings).map(([name, meaning]) => ({
    name: `--visio-${name}`,
    level: level as TokenLevel,
    meaning,
    initial: INITIAL[name]!.replace(/\$([\w-]+)/g, 'var(--visio-$1)'),
  })),
);
