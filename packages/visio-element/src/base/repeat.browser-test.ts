import { expect } from '@open-wc/testing';
import { html, render } from 'lit';
import { repeat } from './repeat.js';

describe('repeat', () => {
  const list = document.createElement('ul');
  const show = (keys: readonly string[]) => render(repeat(keys, (key) => key, (key) => html`<li>${key}</li>`), list);
  const shown = () => [...list.children].map(({ textContent }) => textContent).join('');

  it('keeps no comment of an item that went, and every element of one that stays', () => {
    show(['a', 'b', 'c']);
    const [first] = list.children;
    const nodes = list.childNodes.length;
    for (const keys of ['cab', 'bca', 'xyz', '', 'abcdef', 'fd', 'dxf', 'abc']) {
      show([...keys]);
      expect(shown()).to.equal(keys);
    }
    expect(list.childNodes).to.have.length(nodes);
    const [kept] = list.children;
    show(['b', 'a', 'c']);
    expect(list.children[1] === kept && first !== kept).to.equal(true);
  });
});
