/** A meeting on the simulated engine with a view on it, and a themed box to put elements in: for tests and stories. */
import { css, html, LitElement } from 'lit';
import { property } from '../base/decorators.js';
import { createMeeting, staticBackend, type LayoutMode, type Meeting } from 'visio-core';
import { simulatedBackend, simulatedDirector, simulatedEngine, type Director, type SimulatedBackend, type SimulatedOptions } from 'visio-core/engines/simulated';
import { loadTranslator, type Language } from 'visio-core/i18n';
import { define } from '../base/define.js';
import { features } from '../features/index.js';
import { createViewState, type ViewState } from '../shell/meeting/view-state.js';
import type { MeetingView, VisioElement } from '../base/visio-element.js';
import { callTokens } from '../theme/call-tokens.js';
import { highContrastStyles } from '../theme/high-contrast.styles.js';
import { themeStyles } from '../theme/theme.styles.js';
import { CALL_ICONS } from '../ui/icon/call-icons.js';
import { END_ICONS } from '../ui/icon/end-icons.js';
import { addIcons } from '../ui/icon/icon.js';

addIcons({ ...END_ICONS, ...CALL_ICONS });

export interface SimulateOptions extends SimulatedOptions {
  readonly language?: Language;
  readonly displayName?: string;
  readonly microphone?: boolean;
  readonly camera?: boolean;
  readonly token?: string;
  readonly serverUrl?: string;
}

export interface Simulation {
  readonly meeting: Meeting;
  readonly view: ViewState & { readonly meeting: Meeting };
  readonly director: Director;
}

export async function simulate(options: SimulateOptions = {}): Promise<Simulation> {
  const { language = 'en', displayName = 'Ada Lovelace', microphone = true, camera = true, token = 'any', serverUrl = 'wss://simulated', ...engine } = options;
  const meeting = createMeeting({
    engine: simulatedEngine({ sound: false, ...engine }),
    backend: staticBackend(serverUrl, token),
    displayName,
    microphone,
    camera,
  });
  const translator = await loadTranslator(language);
  // Elements are shown here without the places that would wait for it.
  await translator.loadRest();
  const view = { meeting, ...createViewState(translator, features) };
  return { meeting, view, director: simulatedDirector(meeting)! };
}

/** Gives a meeting a backend with a waiting room and moderation, before it is joined. */
export function giveBackend({ meeting, director }: Simulation): SimulatedBackend {
  const backend = simulatedBackend(() => director);
  meeting.setBackend(backend);
  return backend;
}

/** Joins as one who moderates, with such a backend. */
export async function joinAsModerator(simulation: Simulation): Promise<SimulatedBackend> {
  const backend = giveBackend(simulation);
  const { meeting, director } = simulation;
  await meeting.join();
  director.setAttributes(director.localId, { room_role: 'owner' });
  const { admit } = meeting.waitingRoom;
  await new Promise<void>((done) => {
    const end = admit.enabled.subscribe((is) => {
      if (is) queueMicrotask(() => (end(), done()));
    });
  });
  return backend;
}

/** Stands where `<visio-meeting>` stands: tokens, and a box of a fixed size whose size is asked for. */
export class VisioTestFrame extends LitElement {
  static override styles = [
    themeStyles,
    callTokens,
    highContrastStyles,
    css`
      :host {
        position: relative;
        display: block;
        container: visio-meeting / size;
        inline-size: var(--frame-width, 100%);
        block-size: var(--frame-height, 100%);
        overflow: hidden;
      }
    `,
  ];

  @property({ reflect: true }) theme: 'auto' | 'light' | 'dark' | 'high-contrast' = 'auto';

  /** What ends with the frame. */
  readonly ends = new Set<() => void>();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const end of this.ends) end();
    this.ends.clear();
  }

  protected override render() {
    return html`<slot></slot>`;
  }

  resize(width: number, height: number): void {
    this.style.setProperty('--frame-width', `${width}px`);
    this.style.setProperty('--frame-height', `${height}px`);
  }
}

define('visio-test-frame', VisioTestFrame);

declare global {
  interface HTMLElementTagNameMap {
    'visio-test-frame': VisioTestFrame;
  }
}

export interface FrameOptions {
  readonly width?: number;
  readonly height?: number;
  readonly theme?: 'auto' | 'light' | 'dark' | 'high-contrast';
}

export function createFrame({ width = 1024, height = 640, theme = 'auto' }: FrameOptions = {}): VisioTestFrame {
  const frame = document.createElement('visio-test-frame');
  frame.theme = theme;
  frame.resize(width, height);
  return frame;
}

/** What elements of a meeting can be shown by themselves. */
type ElementName = { [Name in keyof HTMLElementTagNameMap]: HTMLElementTagNameMap[Name] extends VisioElement ? Name : never }[keyof HTMLElementTagNameMap];

export function createView<Name extends ElementName>(name: Name, view: MeetingView): HTMLElementTagNameMap[Name] & VisioElement {
  const element = document.createElement(name) as HTMLElementTagNameMap[Name] & VisioElement;
  element.view = view;
  return element;
}

export interface StoryArgs extends SimulateOptions, FrameOptions {
  readonly layout?: LayoutMode;
  readonly watching?: boolean;
  readonly panel?: string;
}

/** For stories: a frame at once, and the element in it when its meeting is as `prepare` leaves it. */
export function showInFrame<Name extends ElementName>(
  name: Name,
  args: StoryArgs,
  prepare: (simulation: Simulation) => unknown,
  complete?: (element: HTMLElementTagNameMap[Name], simulation: Simulation) => unknown,
): HTMLElement {
  const frame = createFrame(args);
  void (async () => {
    const simulation = await simulate(args);
    frame.ends.add(() => simulation.meeting.dispose());
    simulation.meeting.layout.setDefault(args.layout ?? 'auto');
    simulation.view.watching.value = args.watching ?? false;
    simulation.view.panel.value = args.panel ?? null;
    await prepare(simulation);
    const element = createView(name, simulation.view);
    frame.append(element);
    await complete?.(element, simulation);
  })();
  return frame;
}
