/**
 * A new room for who is not signed in, on a page of another origin than the Visio's: the Visio's own button, in a frame. It is
 * `/sdk/create-button` of La Suite Meet's SDK. Its window belongs to the Visio, so that it knows who is signed in there and
 * may tell the frame what it made; the frame tells us. To the frame we say nothing.
 */
import type { CallRoom } from './events.js';
import { asObject, isSlug, roomAt } from './room-message.js';
import { signInFrameStyles } from './sign-in-frame.styles.js';

export interface SignInFrameOptions {
  /** Where the Visio is. */
  readonly server: string;
  /** What the frame is called. */
  readonly title: string;
  /** Where the frame is going to be shown. */
  readonly root: ShadowRoot;
  /** Ends the listening. */
  readonly signal: AbortSignal;
  /** A room was made. */
  onRoom(room: CallRoom): void;
  /** The person gave up, in the frame. */
  onClear(): void;
  /** The page's own policy (`frame-src`) has no place for the Visio. */
  onBlocked(): void;
}

/** Whether pages of the Visio cannot speak to ours, other than by their frame. */
export function isForeign(server: string): boolean {
  return URL.canParse(server) && /^https?:/i.test(server) && new URL(server).origin !== location.origin;
}

/** The frame, ready to be shown. */
export function createSignInFrame({ server, title, root, signal, onRoom, onClear, onBlocked }: SignInFrameOptions): HTMLElement {
  const { origin } = new URL(server);
  if (!root.adoptedStyleSheets.includes(signInFrameStyles.styleSheet!)) root.adoptedStyleSheets.push(signInFrameStyles.styleSheet!);

  const frame = document.createElement('iframe');
  frame.title = title;
  // It may open its window, and send the page itself nowhere.
  frame.sandbox.add('allow-scripts', 'allow-same-origin', 'allow-forms', 'allow-popups', 'allow-popups-to-escape-sandbox');
  frame.src = `${origin}/sdk/create-button`;

  const place = document.createElement('span');
  place.className = 'visio';
  place.append(frame);
  const onLoad = () => {
    const hadFocus = root.activeElement !== null;
    place.classList.add('ready');
    // Our button, which makes way for it, lets go of it.
    if (hadFocus) frame.focus();
  };
  frame.addEventListener('load', onLoad, { once: true });

  const onMessage = ({ data, source, origin: from }: MessageEvent<unknown>) => {
    if (source === null || source !== frame.contentWindow || from !== origin) return;
    const { type, data: details } = asObject(data);
    const { slug } = asObject(asObject(details)['room']);
    if (type === 'ROOM_CREATED' && isSlug(slug)) onRoom(roomAt(origin, slug));
    if (type === 'STATE_CLEAR') onClear();
  };
  window.addEventListener('message', onMessage, { signal });
  const onViolation = ({ effectiveDirective, disposition, blockedURI }: SecurityPolicyViolationEvent) => {
    if (effectiveDirective === 'frame-src' && disposition === 'enforce' && blockedURI.startsWith(origin)) onBlocked();
  };
  document.addEventListener('securitypolicyviolation', onViolation, { signal });
  return place;
}
