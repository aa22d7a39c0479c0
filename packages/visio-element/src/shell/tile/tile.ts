import { html, noChange, nothing, type PropertyValues } from 'lit';
import { property, state } from '../../base/decorators.js';
import { classMap } from '../../base/class-map.js';
import type { VideoSource } from 'visio-core';
import { untracked } from 'visio-core/reactive';
import { troubleOf, type Trouble } from '../../base/trouble.js';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { hueOf, initials } from '../../ui/avatar/avatar.js';
import { icon } from '../../ui/icon/icon.js';
import { signalIcon } from '../../ui/icon/signal.js';
import type { VisioParticipantMenu } from '../participant-menu/participant-menu.js';
import { tileStyles } from './tile.styles.js';

/**
 * One participant's camera, or their screen: video when there is some, initials when not, and the name with what is
 * to know about them. It fills the box that it is given and watches nobody else.
 *
 * @summary One participant's picture and state.
 *
 * @csspart tile - The whole tile.
 * @csspart name - The label with the name.
 */
export class VisioTile extends VisioElement {
  static override styles = [baseStyles, tileStyles];

  /** Whom it shows. */
  @property({ attribute: 'participant-id' }) participantId = '';

  /** What of theirs it shows. */
  @property() source: VideoSource = 'camera';

  /** Whether it is larger than the others; a screen can then be magnified. */
  @property({ type: Boolean, reflect: true }) large = false;

  /** Whether Tab stops at its menu. Of many tiles one does. */
  @property({ type: Boolean }) tabbable = false;

  /** Whether what magnifies a screen is there. */
  @state() private canZoom = false;

  /** What the video should show, and what it does show. */
  #wanted = '';
  #shown = '';
  #release: (() => void) | undefined;
  /** There only while there is video: browsers build a whole player into each. */
  #video: HTMLVideoElement | null = null;

  /** Goes to its menu's button. */
  focusOptions(): void {
    this.shadowRoot!.querySelector<HTMLElement>('.options')?.focus({ preventScroll: true });
  }

  protected override render() {
    const { roster, camera, recording } = this.meeting;
    const person = roster.get(this.participantId).value;
    if (!person) {
      this.#wanted = '';
      // The stage takes the focus over when it takes this tile away: until then it stays.
      return this.shadowRoot!.activeElement ? noChange : nothing;
    }
    const track = person.tracks[this.source];
    // What is not received has nothing to show.
    const isReceived = person.isLocal || this.meeting.quality.dataMode.value !== 'audio-only';
    // One sees oneself before the room does: the picture of the lobby goes on. Not while it is held back from the room.
    const isOwnCamera = person.isLocal && this.source === 'camera';
    const isAhead = isOwnCamera && camera.wanted.value && camera.track.value !== null && !recording.held.value;
    const hasVideo = isAhead || (track !== undefined && !track.muted && isReceived);
    this.#wanted = hasVideo ? `${this.source} ${this.participantId}` : '';
    this.#video = hasVideo ? (this.#video ?? this.#makeVideo()) : null;

    const isScreen = this.source === 'screen_share';
    const name = person.name || this.text('meeting.guest');
    const shownName = isScreen
      ? person.isLocal
        ? this.text('stage.yourScreen')
        : this.text('stage.screenOf', { name })
      : person.isLocal
        ? this.text('meeting.you')
        : name;
    const isMuted = !isScreen && (person.tracks.microphone?.muted ?? true);
    const speaks = !isScreen && !isMuted && roster.isSpeaking(this.participantId).value;
    const trouble = isScreen ? null : troubleOf(roster, this.participantId).value;
    const troubleWords = trouble && this.text(`tile.quality.${trouble}`);
    const label = [
      shownName,
      isMuted && this.text('tile.muted'),
      speaks && this.text('tile.speaking'),
      troubleWords,
    ].filter(Boolean);

    const options = this.text('tile.options', { name: person.isLocal ? this.text('meeting.you') : name });
    const zooms = isScreen && this.large && hasVideo && this.canZoom;
    const marks = isScreen ? [] : this.#marksOf(person.id);

    // There are many tiles. Each place for what may come is a node in all of them, and so is each space: there are few.
    return html`
      <div
        class=${classMap({
          tile: true,
          screen: isScreen,
          speaking: speaks,
          own: isOwnCamera,
          mirrored: isOwnCamera && camera.mirrored.value,
          upright: track?.dimensions !== undefined && track.dimensions.width < track.dimensions.height,
        })}
        part="tile"
        role="group"
        aria-label=${label.join(', ')}
      >
        <div class="avatar" aria-hidden="true" .textContent=${isScreen ? '' : initials(name, this.view.translator.value.language)}></div>${this.#video ?? nothing}${zooms || marks.length > 0 || trouble
          ? html`${zooms ? html`<visio-zoom .view=${this.view}></visio-zoom>` : nothing}${marks.length > 0 ? html`<div class="marks">${marks}</div>` : nothing}${trouble && troubleWords ? this.#renderQuality(trouble, troubleWords) : nothing}`
          : nothing}
        <div class=${classMap({ name: true, muted: isMuted, speaks })} part="name" aria-hidden="true">
          ${isMuted ? icon('mic-off-small', 16) : speaks ? icon('speaking', 16) : nothing}<bdi title=${shownName} .textContent=${shownName}></bdi>
        </div>
        <button class="options" aria-label=${options} title=${options} aria-haspopup="menu" aria-expanded="false" tabindex=${this.tabbable ? 0 : -1}></button>
      </div>
    `;
  }

  /** Those that there are. */
  #marksOf(id: string) {
    return this.view.contributions.value.flatMap(({ mark }) => {
      const content = mark?.(this.view, id) ?? nothing;
      return content === nothing ? [] : [content];
    });
  }

  #renderQuality(quality: Trouble, words: string) {
    return html`<div class="quality ${quality}" title=${words} aria-hidden="true">
      ${signalIcon(quality, 16)}
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.has('participantId')) {
      this.style.setProperty('--hue', String(hueOf(this.participantId)));
      // Of whoever was here before.
      this.shadowRoot!.querySelector<VisioParticipantMenu>('visio-participant-menu')?.close();
    }
    if (changed.has('view')) this.#detach();
    this.#reconcileVideo();
    if (this.large && this.source === 'screen_share' && this.#wanted && !this.canZoom) void this.#fetchZoom();
  }

  async #fetchZoom(): Promise<void> {
    // Without it a screen is only seen whole.
    await Promise.all([import('../zoom/define.js'), this.view.translator.peek().loadRest()]).then(() => (this.canZoom = true), () => undefined);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // All tiles of a place share it: the same listener is added once.
    this.getRootNode().addEventListener('click', openMenu);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => {
      if (!this.isConnected) this.#detach();
    });
  }

  #makeVideo(): HTMLVideoElement {
    const video = this.meeting.engine.takeVideo?.(this.participantId, this.source) ?? document.createElement('video');
    video.muted = video.autoplay = video.playsInline = true;
    // Firefox would stop at it with Tab.
    video.tabIndex = -1;
    video.ariaHidden = 'true';
    video.addEventListener('loadeddata', () => video.classList.add('live'));
    return video;
  }

  /** What is attached is received and decoded: attach what is wanted, and nothing else. */
  #reconcileVideo(): void {
    if (!this.isConnected || this.#wanted === this.#shown) return;
    this.#detach();
    const video = this.#video;
    if (!this.#wanted || !video) return;
    this.#shown = this.#wanted;
    this.#release = untracked(() => this.meeting.attach(this.participantId, this.source, video));
    // What began to run before it was here does not say so again.
    video.classList.toggle('live', video.readyState >= video.HAVE_CURRENT_DATA);
  }

  #detach(): void {
    this.#release?.();
    this.#release = undefined;
    this.#shown = '';
  }
}

/** Opens the menu of the tile whose button was clicked. */
function openMenu(event: Event): void {
  const { target: tile } = event;
  const [clicked] = event.composedPath() as [Element];
  if (!(tile instanceof VisioTile) || !clicked.matches('.options')) return;
  import('../participant-menu/open.js')
    .then(({ openParticipantMenu }) => openParticipantMenu(tile.view, tile.participantId, clicked as HTMLElement))
    .catch(() => undefined);
}
