import { addons } from 'storybook/manager-api';
import { create } from 'storybook/theming/create';

addons.setConfig({ theme: create({ base: window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light', brandTitle: 'Visio meetings', brandUrl: './', brandTarget: '_self' }) });
