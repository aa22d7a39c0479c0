import { setCustomElementsManifest } from '@storybook/web-components-vite';
import { withActions } from 'storybook/actions/decorator';
import { DocsPage } from './docs-page.mjs';
import manifest from 'virtual:visio-manifest';

setCustomElementsManifest(manifest);

const elements = manifest.modules.flatMap(({ declarations }) => declarations);
const themes = elements.find(({ tagName }) => tagName === 'visio-meeting').attributes.find(({ name }) => name === 'theme').type.text;

/**
 * The toolbar goes before what a story says by itself: stories of whole meetings have attributes, those of parts have args.
 * @param {(update: object) => HTMLElement} story
 * @param {any} context
 */
function byToolbar(story, { args, globals: { lang, dir, theme } }) {
  const element = story({ args: { ...args, ...(lang && { lang, language: lang }), ...(theme && { theme }) } });
  if (dir) element.dir = dir;
  return element;
}

/** @type {import('@storybook/web-components-vite').Preview} */
export default {
  tags: ['autodocs'],
  decorators: [byToolbar, withActions],
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
    actions: { handles: [...new Set(elements.flatMap(({ events = [] }) => events.map(({ name }) => name)))] },
    controls: { expanded: true, sort: 'requiredFirst' },
    docs: { page: DocsPage, story: { inline: false, height: '600px' } },
    options: { storySort: { order: ['Guides', ['Start', 'Embed a call'], 'Design', 'Meetings', ['visio-meeting'], 'Elements', 'Features'] } },
  },
  globalTypes: {
    lang: {
      description: 'Language',
      toolbar: {
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: '', title: 'The story’s language' },
          { value: 'en', title: 'English' },
          { value: 'fr', title: 'Français' },
          { value: 'de', title: 'Deutsch' },
          { value: 'nl', title: 'Nederlands' },
        ],
      },
    },
    dir: {
      description: 'Direction',
      toolbar: {
        icon: 'transfer',
        dynamicTitle: true,
        items: [
          { value: '', title: 'The language’s direction' },
          { value: 'ltr', title: 'From left to right' },
          { value: 'rtl', title: 'From right to left' },
        ],
      },
    },
    theme: {
      description: 'Theme',
      toolbar: {
        icon: 'contrast',
        dynamicTitle: true,
        items: [{ value: '', title: 'The story’s theme' }, ...[...themes.matchAll(/'([\w-]+)'/g)].map(([, value]) => ({ value, title: `Theme: ${value}` }))],
      },
    },
  },
  initialGlobals: { lang: '', dir: '', theme: '' },
};
