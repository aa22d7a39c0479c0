import type { ConnectionState, EndReason, Fact, FactMap, VisioError } from 'visio-core';

const EVERYONE_HEARS = { bubbles: true, composed: true } as const;

/** The meeting was joined. */
export class VisioJoinedEvent extends CustomEvent<{ readonly participantId: string }> {
  static readonly type = 'visio-joined';
  constructor(participantId: string) {
    super(VisioJoinedEvent.type, { ...EVERYONE_HEARS, detail: { participantId } });
  }
}

/** The meeting ended for this participant, after it had been joined or while it was being joined. */
export class VisioLeftEvent extends CustomEvent<{ readonly reason: EndReason }> {
  static readonly type = 'visio-left';
  constructor(reason: EndReason) {
    super(VisioLeftEvent.type, { ...EVERYONE_HEARS, detail: { reason } });
  }
}

/** Something failed. The person was told already, in words. */
export class VisioErrorEvent extends CustomEvent<{ readonly error: VisioError }> {
  static readonly type = 'visio-error';
  constructor(error: VisioError) {
    super(VisioErrorEvent.type, { ...EVERYONE_HEARS, detail: { error } });
  }
}

/** The meeting went from one state to another. */
export class VisioStateChangedEvent extends CustomEvent<{ readonly state: ConnectionState }> {
  static readonly type = 'visio-state-changed';
  constructor(state: ConnectionState) {
    super(VisioStateChangedEvent.type, { ...EVERYONE_HEARS, detail: { state } });
  }
}

/**
 * A command is about to run: `visio-before-` and its verb, as in `visio-before-join` or
 * `visio-before-set-camera-enabled`. `preventDefault()` prevents it.
 */
export class VisioBeforeEvent extends CustomEvent<{ readonly command: string; readonly args: readonly unknown[] }> {
  constructor(command: string, args: readonly unknown[]) {
    const verb = command.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    super(`visio-before-${verb}`, { ...EVERYONE_HEARS, cancelable: true, detail: { command, args } });
  }
}

/**
 * Something happened in the call: `visio-` and the fact's type, as in `visio-participant-joined` or `visio-message-received`.
 * `detail` is the fact of visio-core.
 */
export class VisioFactEvent<Type extends keyof FactMap = keyof FactMap> extends CustomEvent<{ readonly type: Type } & FactMap[Type]> {
  constructor(fact: Extract<Fact, { type: Type }>) {
    // A fact is its type and what belongs to it; the compiler cannot see that of a type that it does not know yet.
    super(`visio-${fact.type}`, { ...EVERYONE_HEARS, detail: fact as unknown as { readonly type: Type } & FactMap[Type] });
  }
}

type FactEvents = { [Type in keyof FactMap as `visio-${Type}`]: VisioFactEvent<Type> };

declare global {
  interface HTMLElementEventMap extends FactEvents {
    'visio-joined': VisioJoinedEvent;
    'visio-left': VisioLeftEvent;
    'visio-error': VisioErrorEvent;
    'visio-state-changed': VisioStateChangedEvent;
    [type: `visio-before-${string}`]: VisioBeforeEvent;
  }
}
