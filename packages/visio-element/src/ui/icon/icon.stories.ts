import { html, LitElement } from 'lit';
import { define } from '../../base/define.js';
import { createFrame } from '../../testing/simulate.js';
import type { Story, StoryMeta } from '../../testing/story.js';
import { baseStyles } from '../../theme/base.styles.js';
import { CALL_ICONS } from './call-icons.js';
import { icon, LOBBY_ICONS, type IconName } from './icon.js';
import { signalIcon } from './signal.js';

class VisioStoryIcons extends LitElement {
  static override styles = [baseStyles];

  protected override render() {
    const names = [...Object.keys(LOBBY_ICONS), ...Object.keys(CALL_ICONS)] as IconName[];
    const qualities = ['unknown', 'lost', 'poor', 'good', 'excellent'] as const;
    return [...names.map((name) => html`<p>${icon(name)} ${name}</p>`), ...qualities.map((quality) => html`<p>${signalIcon(quality)} ${quality}</p>`)];
  }
}
define('visio-story-icons', VisioStoryIcons);

const meta: StoryMeta<object> = {
  title: 'Theme/Icons',
  render: () => {
    const frame = createFrame({ width: 360, height: 900 });
    frame.append(document.createElement('visio-story-icons'));
    return frame;
  },
};
export default meta;

export const All: Story<object> = {};
