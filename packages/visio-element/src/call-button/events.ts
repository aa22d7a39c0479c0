const EVERYONE_HEARS = { bubbles: true, composed: true } as const;

/** A room, as an address or, with a `backend`, by its name. */
export interface CallRoom {
  /** Where people join; empty when only its name is known. */
  readonly url: string;
  /** The name that the button's `backend` knows it by; empty when there is only an address. */
  readonly room: string;
}

/** A room was made for this call. */
export class VisioRoomCreatedEvent extends CustomEvent<CallRoom> {
  static readonly type = 'visio-room-created';
  constructor(room: CallRoom) {
    super(VisioRoomCreatedEvent.type, { ...EVERYONE_HEARS, detail: room });
  }
}

/** With `open="link"`: here is the link. */
export class VisioCallLinkEvent extends CustomEvent<CallRoom> {
  static readonly type = 'visio-call-link';
  constructor(room: CallRoom) {
    super(VisioCallLinkEvent.type, { ...EVERYONE_HEARS, detail: room });
  }
}

/** Whether one is called, or calls. */
export type CallDirection = 'incoming' | 'outgoing';

/** How ringing ended. */
export type RingResult = 'answered' | 'refused' | 'cancelled' | 'missed';

/** One calls: it is for the host to let the other person's page ring. */
export class VisioCallRingingEvent extends CustomEvent<CallRoom> {
  static readonly type = 'visio-call-ringing';
  constructor(room: CallRoom) {
    super(VisioCallRingingEvent.type, { ...EVERYONE_HEARS, detail: room });
  }
}

/**
 * Ringing ended: `visio-call-answered`, `visio-call-refused`, `visio-call-cancelled` (by who calls) or `visio-call-missed`
 * (nobody did anything in time).
 */
export class VisioRingEvent extends CustomEvent<CallRoom & { readonly direction: CallDirection }> {
  constructor(result: RingResult, direction: CallDirection, room: CallRoom) {
    super(`visio-call-${result}`, { ...EVERYONE_HEARS, detail: { direction, ...room } });
  }
}

/** Where a call of a button is. */
export type CallProgress = 'opened' | 'joined' | 'closed';

/**
 * A call opened, was joined, or closed. Fired by what shows it: the panel of the page, which outlives the button, or the
 * button itself; listen on `document` for all of them.
 */
export class VisioCallChangedEvent extends CustomEvent<CallRoom & { readonly progress: CallProgress }> {
  static readonly type = 'visio-call-changed';
  constructor(progress: CallProgress, room: CallRoom) {
    super(VisioCallChangedEvent.type, { ...EVERYONE_HEARS, detail: { progress, ...room } });
  }
}

type RingEvents = { [Result in RingResult as `visio-call-${Result}`]: VisioRingEvent };

declare global {
  interface HTMLElementEventMap extends RingEvents {
    'visio-room-created': VisioRoomCreatedEvent;
    'visio-call-link': VisioCallLinkEvent;
    'visio-call-ringing': VisioCallRingingEvent;
    'visio-call-changed': VisioCallChangedEvent;
  }
  interface DocumentEventMap {
    'visio-room-created': VisioRoomCreatedEvent;
    'visio-call-changed': VisioCallChangedEvent;
  }
}
