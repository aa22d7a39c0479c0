/** What the look is made of, and a place to make another. */
import 'visio-element';
import 'visio-element/call-button';
import { html, render } from 'lit';
import { createMeeting, staticBackend } from 'visio-core';
import { simulatedEngine } from 'visio-core/engines/simulated';
import { TOKENS, type Token, type TokenLevel } from '../../packages/visio-element/src/theme/tokens.js';
import './tokens.css';

const LEVELS = {
  base: 'Base: what makes it yours',
  meaning: 'Meaning: what it is for',
  component: 'Component: what one part has of its own',
} as const;

const levels = (Object.keys(LEVELS) as TokenLevel[]).map((level) => ({ title: LEVELS[level], tokens: TOKENS.filter((token) => token.level === level) }));

const isColour = ({ name, initial }: Token) => name.startsWith('--visio-color-') || CSS.supports('color', initial);

/** What colours are by default, as a field for colours wants them. Ours are inside the elements: here they are a page's own. */
function readColours(root: HTMLElement): (token: Token) => string {
  const probe = root.appendChild(document.createElement('span'));
  for (const { name, initial } of TOKENS) probe.style.setProperty(name, initial);
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
  const hex = new Map<Token, string>();
  for (const token of TOKENS.filter(isColour)) {
    probe.style.setProperty('color', `var(${token.name})`);
    canvas.fillStyle = getComputedStyle(probe).color;
    canvas.fillRect(0, 0, 1, 1);
    hex.set(token, `#${[...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)].map((value) => value.toString(16).padStart(2, '0')).join('')}`);
  }
  probe.remove();
  return (token) => hex.get(token) ?? '#000000';
}

interface Args {
  readonly theme?: 'auto' | 'light' | 'dark' | 'high-contrast';
}

function preview(isInCall: boolean, theme: Args['theme']): HTMLElement {
  const meeting = createMeeting({ engine: simulatedEngine({ scenario: 'team-9', sound: false }), backend: staticBackend('wss://simulated', 'any'), displayName: 'Ada Lovelace' });
  if (isInCall) meeting.join().catch(() => undefined);
  return Object.assign(document.createElement('visio-meeting'), { meeting, theme: theme ?? 'auto' });
}

function renderEditor({ theme }: Args): HTMLElement {
  const root = document.createElement('div');
  root.className = 'theme-editor';
  root.dataset['theme'] = theme ?? 'auto';
  const previews = [preview(false, theme), preview(true, theme)];
  const colourOf = readColours(document.body);
  const chosen = new Map<string, string>();
  let told = '';

  const css = () => `visio-meeting,\nvisio-call-button {\n${[...chosen].map(([name, value]) => `  ${name}: ${value};\n`).join('')}}\n`;

  const choose = ({ name }: Token, value: string) => {
    if (value.trim() === '') chosen.delete(name);
    else chosen.set(name, value.trim());
    for (const each of previews) each.style.setProperty(name, chosen.get(name) ?? '');
    told = '';
    draw();
  };

  const copy = async () => {
    told = await navigator.clipboard.writeText(css()).then(
      () => 'Copied.',
      () => 'Your browser does not allow it here: copy it from the field.',
    );
    draw();
  };

  const field = (token: Token) => {
    const { name, meaning, initial } = token;
    const value = chosen.get(name) ?? '';
    return html`
      <div class="token">
        <label for=${name}>${name}</label>
        ${isColour(token)
          ? html`<input type="color" aria-label=${`${name}, as a colour`} .value=${/^#\w{6}$/.test(value) ? value : colourOf(token)} @input=${(event: Event) => choose(token, (event.target as HTMLInputElement).value)} />`
          : ''}
        <p id=${`${name}-is`}>${meaning}</p>
        <input id=${name} type="text" spellcheck="false" aria-describedby=${`${name}-is`} placeholder=${initial} .value=${value} @input=${(event: Event) => choose(token, (event.target as HTMLInputElement).value)} />
      </div>
    `;
  };

  const draw = () =>
    render(
      html`
        <form @submit=${(event: Event) => event.preventDefault()} aria-label="Theme">
          <h2>Your theme</h2>
          <textarea aria-label="The theme as CSS" rows="7" readonly spellcheck="false" .value=${css()}></textarea>
          <div class="copy">
            <button type="button" @click=${copy}>Copy the CSS</button>
            <span role="status">${told}</span>
          </div>
          ${levels.map(({ title, tokens }) => html`<h3>${title}</h3>${tokens.map(field)}`)}
        </form>
        <div class="previews">${previews}</div>
      `,
      root,
    );
  draw();
  return root;
}

function renderList({ theme }: Args): HTMLElement {
  const root = document.createElement('div');
  root.className = 'token-list';
  root.dataset['theme'] = theme ?? 'auto';
  // So that each can be seen.
  for (const { name, initial } of TOKENS) root.style.setProperty(name, initial);
  render(
    html`
      <h1>Tokens</h1>
      <p>Set them on the element, or on anything around it: <code>visio-meeting { --visio-accent: #0b6e4f; }</code></p>
      <table>
        <thead>
          <tr><th scope="col">Name</th><th scope="col">Default</th><th scope="col">What it is for</th></tr>
        </thead>
        ${levels.map(
          ({ title, tokens }) => html`
            <tbody>
              <tr><th scope="rowgroup" colspan="3">${title}</th></tr>
              ${tokens.map(
                (token) => html`
                  <tr>
                    <th scope="row"><code>${token.name}</code></th>
                    <td>${isColour(token) ? html`<span class="swatch" style=${`background: var(${token.name})`}></span> ` : ''}<code>${token.initial}</code></td>
                    <td>${token.meaning}</td>
                  </tr>
                `,
              )}
            </tbody>
          `,
        )}
      </table>
    `,
    root,
  );
  return root;
}

export default { title: 'Design/Tokens', parameters: { controls: { disable: true } }, tags: ['!autodocs'] };

export const All = { render: renderList };
export const ThemeEditor = { render: renderEditor };
