// One tile of the floor.
import { isSeen } from './contract.js';

const muted = '<svg viewBox="0 0 24 24" hidden><path d="M4 4l16 16M9 9v2.5a3 3 0 0 0 4.9 2.3M9.4 5a3 3 0 0 1 5.6 1.5v4M12 18v3"></path></svg>';
const weak = '<svg viewBox="0 0 24 24"><path d="M5 19v-3.5M12 19V10M19 19V4.5"></path></svg>';

export function createTile() {
  const element = document.createElement('div');
  element.className = 'tile';
  element.setAttribute('role', 'group');
  element.innerHTML = `<span class="avatar"></span><div class="label">${muted}<bdi></bdi></div><div class="quality" hidden>${weak}</div>`;
  const [avatar, label, quality] = /** @type {HTMLElement[]} */ ([...element.children]);
  const [icon, name] = label.children;
  /** @type {HTMLVideoElement | null} */
  let video = null;

  const tile = {
    element,
    /** @type {import('livekit-client').Participant | undefined} */
    person: undefined,

    /** @param {import('livekit-client').Participant} [person] */
    show(person) {
      if (tile.person === person) return;
      tile.person = person;
      element.hidden = !person;
      video?.remove();
      video = null;
      if (!person) return;
      name.textContent = person.name || person.identity;
      avatar.textContent = name.textContent.slice(0, 1);
      tile.showMuted();
      tile.showSpeaking();
      tile.showQuality();
      tile.showVideo();
    },
    showMuted() {
      icon.toggleAttribute('hidden', tile.person.isMicrophoneEnabled);
      describe();
    },
    showSpeaking() {
      element.classList.toggle('speaking', tile.person.isSpeaking);
      describe();
    },
    showQuality() {
      quality.hidden = !['poor', 'lost'].includes(tile.person.connectionQuality);
      describe();
    },
    showVideo() {
      const track = tile.person.getTrackPublication(/** @type {any} */ ('camera'))?.track;
      if (!track || video) return;
      video = /** @type {HTMLVideoElement} */ (track.attach());
      element.prepend(video);
    },
    read: () => ({
      name: name.textContent,
      muted: isSeen(icon),
      speaking: window.getComputedStyle(element).outlineStyle !== 'none',
      poor: isSeen(quality),
    }),
  };

  /** For screen readers, as ours does. */
  function describe() {
    const words = [
      name.textContent,
      !icon.hasAttribute('hidden') && 'Microphone off',
      element.classList.contains('speaking') && 'Speaking',
      !quality.hidden && 'Weak connection',
    ];
    element.setAttribute('aria-label', words.filter(Boolean).join(', '));
  }

  return tile;
}
