import type { VisioErrorCode } from '../../errors/codes.js';
import type { FeatureContext } from '../../meeting/context.js';
import { signal, type Command, type Readable } from '../../reactive/index.js';
import type { Devices } from '../devices/devices.js';

/** What is checked, in this order. */
export type CheckName = 'signalling' | 'udp' | 'tcp' | 'turn' | 'microphone' | 'camera' | 'speaker' | 'bandwidth';

/** How far a step of a check is. */
export type CheckState = 'pending' | 'running' | 'passed' | 'failed' | 'skipped';

/** Why a step failed or was skipped; beside these, the code of a {@link VisioError}. */
export type CheckReason =
  | VisioErrorCode
  /** A firewall, or the server's settings, let nothing through this way. */
  | 'BLOCKED'
  /** The server has no such way. */
  | 'NOT_OFFERED'
  /** What it builds on failed. */
  | 'NOT_REACHED'
  /** The device works, but nothing at all comes from it. */
  | 'SILENT'
  /** This browser cannot tell. */
  | 'NOT_TESTABLE'
  /** It would end the call that is under way. */
  | 'IN_CALL'
  /** It passed, but is not enough for video. */
  | 'LOW';

/** One thing that is checked, and what came of it. */
export interface CheckStep {
  readonly name: CheckName;
  readonly state: CheckState;
  /** `null` while there is nothing to say. */
  readonly reason: CheckReason | null;
  /** Of steps that are about the server: its host, and the port where it has one of its own. */
  readonly server?: string | undefined;
  /** Where the server listens for this way. */
  readonly port?: number | undefined;
  /** Milliseconds to the server and back, for ways that passed. */
  readonly roundTrip?: number | undefined;
  /** Bits a second, at least, for `bandwidth`. */
  readonly up?: number | undefined;
  /** Bits a second, at least, for `bandwidth`. */
  readonly down?: number | undefined;
}

/** The outcome of a check, without names, addresses of people, device labels or tokens. */
export interface CheckReport {
  /** When it ended, as ISO 8601. */
  readonly at: string;
  /** The host of the server: a name and a port. Empty when it is not known. */
  readonly server: string;
  /** The browser's own description. */
  readonly browser: string;
  readonly steps: readonly CheckStep[];
}

/** Finds out, before a call, whether it will work, and what is in the way when not. */
export interface Check {
  /** All steps with how far they are; empty until the first start. */
  readonly steps: Readable<readonly CheckStep[]>;
  /** Of the last check that came to its end; `null` before, and while one runs. */
  readonly report: Readable<CheckReport | null>;
  /**
   * Checks everything; resolves to the report. It asks the backend for credentials with `purpose` `check`, and enters
   * that room some times for some seconds. During a call only what does not disturb it is checked.
   */
  readonly start: Command<[], CheckReport>;
  /** Gives a check up: what did not run is skipped. A new start does so, too. */
  stop(): void;
}

export function createCheck(context: FeatureContext, devices: Devices): Check {
  const steps = signal<readonly CheckStep[]>([]);
  const report = signal<CheckReport | null>(null);
  let end = () => {};
  return {
    steps,
    report,
    start: context.command({
      name: 'checkConnection',
      async run() {
        end();
        const running = new AbortController();
        end = context.scope.own(() => running.abort());
        const { checkMeeting } = await import('./run.js');
        return checkMeeting(context, devices, running.signal, { steps, report });
      },
    }),
    stop: () => end(),
  };
}
