import { Controls, Description, Primary, Subtitle, Title } from '@storybook/addon-docs/blocks';
import { createElement as h, Fragment } from 'react';

/** The first story and what the element offers. All of its stories at once would be that many meetings. */
export function DocsPage() {
  return h(Fragment, null, h(Title), h(Subtitle), h(Description), h(Primary), h(Controls));
}
