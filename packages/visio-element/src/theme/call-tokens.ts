import { css } from 'lit';
import { declare } from './declare.js';

/** The tokens that only a call has. */
export const CALL_TOKENS = {
  'color-speaking': '$color-accent-text',

  'stage-background': '$color-sunken',
  'tile-radius': '$radius',
  'bar-padding': '$space-3 $space-4',
  'bar-button-size': '48px',
  'bar-button-radius': '$radius-l',
  'panel-background': '$color-surface',
  'panel-radius': '$radius-l',
  'panel-inline-size': 'min(50cqi,clamp($font-size*20,28cqi,$font-size*22.5))',
  'dialog-background': '$color-surface',
  'dialog-radius': 'calc($radius*1.5)',
  'notice-background': '$color-raised',
  'bubble-radius': '$radius-l',
  'bubble-background': '$color-control',
  'bubble-own-background': '$color-accent',
  'bubble-own-color': '$color-on-accent',
  'sharing-background': 'oklch(from $accent .36 min(c,.1) h)',
  'sharing-color': '#fff',
} as const;

export const callTokens = css`
  :host {
    ${declare(CALL_TOKENS)}
  }
`;
