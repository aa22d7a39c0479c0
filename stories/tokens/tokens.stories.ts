/** What the look is made of, and a place to make another: every custom property that the elements document. */
import 'visio-element';
import 'visio-element/call-button';
import { html, render } from 'lit';
import { createMeeting, staticBackend } from 'visio-core';
import { simulatedEngine } from 'visio-core/engines/simulated';
import manifest from 'virtual:visio-manifest';
import './tokens.css';

interface Token {
  readonly name: string;
  readonly description: string;
  readonly initial: string;
}

const tokens: readonly Token[] = [
  ...new Map(
    manifest.modules
      .flatMap(({ declarations }) => declarations)
      .filter(({ tagName }) => tagName === 'visio-meeting' || tagName === 'visio-call-button')
      .flatMap(({ cssProperties = [] }) => cssProperties)
      .map(({ name, description = '', default: initial = '' }) => [name, { name, description, initial }] as const),
  ).values(),
];

const isColour = ({ name, initial }: Token) => /accent|colou?r|neutral/.test(name) || CSS.supports('color', initial);

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
    const { name, description, initial } = token;
    const value = chosen.get(name) ?? '';
    return html`
      <div class="token">
        <label for=${name}>${name}</label>
        ${isColour(token)
          ? html`<input type="color" aria-label=${`${name}, as a colour`} .value=${/^#\w{6}$/.test(value) ? value : '#3a56d4'} @input=${(event: Event) => choose(token, (event.target as HTMLInputElement).value)} />`
          : ''}
        <p id=${`${name}-is`}>${description}</p>
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
          ${tokens.map(field)}
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
  render(
    html`
      <h1>Tokens</h1>
      <p>Set them on the element, or on anything around it: <code>visio-meeting { --visio-accent: #0b6e4f; }</code></p>
      <table>
        <thead>
          <tr><th scope="col">Name</th><th scope="col">Default</th><th scope="col">What it is for</th></tr>
        </thead>
        <tbody>
          ${tokens.map(
            ({ name, description, initial }) => html`
              <tr>
                <th scope="row"><code>${name}</code></th>
                <td>${CSS.supports('color', initial) ? html`<span class="swatch" style=${`background: ${initial}`}></span> ` : ''}<code>${initial || '–'}</code></td>
                <td>${description}</td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    `,
    root,
  );
  return root;
}

export default { title: 'Design/Tokens', parameters: { controls: { disable: true } }, tags: ['!autodocs'] };

export const All = { render: renderList };
export const ThemeEditor = { render: renderEditor };
