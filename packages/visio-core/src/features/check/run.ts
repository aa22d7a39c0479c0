import type { Backend, Credentials } from '../../backends/backend.js';
import { parseServerUrl } from '../../backends/server-url.js';
import type { DeviceKind, Engine, EngineFactory, MediaInput } from '../../engine/engine.js';
import type { ProbeOffer, ProbePath } from '../../engine/transport.js';
import { toVisioError } from '../../errors/visio-error.js';
import { isInCall } from '../../meeting/connection.js';
import type { FeatureContext } from '../../meeting/context.js';
import type { Writable } from '../../reactive/index.js';
import type { Devices } from '../devices/devices.js';
import type { CheckName, CheckReason, CheckReport, CheckStep } from './check.js';
import { checkCamera, checkMicrophone, checkSpeaker, type DeviceOutcome } from './devices.js';

/** The order in which steps are told. */
const NAMES: readonly CheckName[] = ['signalling', 'udp', 'tcp', 'turn', 'microphone', 'camera', 'speaker', 'bandwidth'];

/** Bits a second below which a call is better without video. */
const ENOUGH = 400_000;

export interface CheckAccess extends Credentials {
  /** Of someone else in the same room, to measure the way down. */
  readonly receiverToken?: string | undefined;
  /** Whether the room is nobody's, so that test video may be sent to it. */
  readonly isOwnRoom: boolean;
}

interface CheckOptions {
  readonly engine: Engine;
  access(): Promise<CheckAccess>;
  /** Whether a call is under way: then nothing is joined. */
  readonly inCall: boolean;
  readonly chosen: (kind: DeviceKind) => string;
  readonly signal: AbortSignal;
  readonly tell: (steps: readonly CheckStep[]) => void;
}

interface CheckOutput {
  readonly steps: Writable<readonly CheckStep[]>;
  readonly report: Writable<CheckReport | null>;
}

/** Which check each meeting's steps are of: one that was given up for another no longer tells. */
const current = new WeakMap<CheckOutput['steps'], AbortSignal>();

/** Checks for a meeting, in a room of its own where its backend gives one. */
export async function checkMeeting(
  { engine, connection, access }: FeatureContext,
  devices: Devices,
  signal: AbortSignal,
  { steps, report }: CheckOutput,
): Promise<CheckReport> {
  report.value = null;
  current.set(steps, signal);
  const result = await runCheck({
    engine,
    inCall: isInCall(connection.state.peek()),
    access: async () => accessFor(access(), signal),
    chosen: (kind) => devices.chosen(kind).peek(),
    signal,
    tell: (next) => {
      if (current.get(steps) === signal) steps.value = next;
    },
  });
  if (current.get(steps) === signal) report.value = result;
  return result;
}

/** Asks for a room that nobody else is in; a backend that knows only its own rooms is asked for the meeting's. */
async function accessFor({ backend, room }: ReturnType<FeatureContext['access']>, signal: AbortSignal): Promise<CheckAccess> {
  const ownRoom = `check-${crypto.randomUUID()}`;
  const ask = (name: string) => (backend as Backend).credentials({ room: name, displayName: '', signal, purpose: 'check' });
  const credentials = await ask(ownRoom).catch(() => ask(room));
  const mine = read(credentials.token);
  if (mine.room !== ownRoom) return { ...credentials, isOwnRoom: false };
  const { token } = await ask(ownRoom);
  // With the same identity the second would put out the first.
  const isOther = read(token).room === ownRoom && read(token).identity !== mine.identity;
  return { ...credentials, isOwnRoom: true, receiverToken: isOther ? token : undefined };
}

/** Which server is checked, and as whom. */
export interface ConnectionCheckOptions {
  /** ws:, wss:, http: or https:. */
  readonly serverUrl: string;
  /** A LiveKit access token for a room that nobody else is in: it is entered some times, and test video is sent to it. */
  readonly token: string;
  /** A token of another identity for the same room. Without one the way down is not measured. */
  readonly receiverToken?: string;
  readonly signal?: AbortSignal;
  /** Called with all steps whenever one of them changes. */
  readonly onSteps?: (steps: readonly CheckStep[]) => void;
}

export async function check({ serverUrl, token, receiverToken, signal, onSteps }: ConnectionCheckOptions, createEngine: EngineFactory): Promise<CheckReport> {
  const engine = createEngine({ emit: () => undefined, log: () => undefined });
  try {
    return await runCheck({
      engine,
      inCall: false,
      access: async () => ({ serverUrl, token, receiverToken, isOwnRoom: true }),
      chosen: () => '',
      signal: signal ?? new AbortController().signal,
      tell: onSteps ?? (() => undefined),
    });
  } finally {
    engine.dispose();
  }
}

async function runCheck({ engine, access, inCall, chosen, signal, tell }: CheckOptions): Promise<CheckReport> {
  const steps = new Map<CheckName, CheckStep>(NAMES.map((name) => [name, { name, state: 'pending', reason: null }]));
  let server = '';

  function set(name: CheckName, state: CheckStep['state'], reason: CheckReason | null = null, found: Partial<CheckStep> = {}): void {
    steps.set(name, { name, state, reason, ...(isOfNetwork(name) && server ? { server } : {}), ...found });
    tell([...steps.values()]);
  }

  function skip(reason: CheckReason, names: readonly CheckName[]): void {
    for (const name of names) if (steps.get(name)?.state === 'pending') set(name, 'skipped', reason);
  }

  async function checkNetwork(): Promise<void> {
    set('signalling', 'running');
    try {
      const { isOwnRoom, receiverToken, ...credentials } = await access();
      const serverUrl = parseServerUrl(credentials.serverUrl);
      server = new URL(serverUrl).host;
      const transport = await engine.transport();
      const options = { serverUrl, token: credentials.token, signal };
      const passed: ProbePath[] = [];
      let offer: ProbeOffer = { turn: false, turnTls: false };

      const probe = async (path: ProbePath): Promise<void> => {
        const onSignalled = () => {
          if (steps.get('signalling')?.state === 'running') set('signalling', 'passed');
          set(path, 'running');
        };
        const result = await transport.probe(path, { ...options, onSignalled });
        offer = result.offer;
        const port = result.port ?? undefined;
        if (result.connected) {
          passed.push(path);
          set(path, 'passed', null, { port, roundTrip: result.roundTrip ?? undefined });
        } else if (path === 'tcp' && !port) {
          set(path, 'skipped', 'NOT_OFFERED');
        } else {
          set(path, 'failed', port ? 'BLOCKED' : 'NOT_OFFERED', { port });
        }
      };

      await probe('udp');
      await probe('tcp');
      if (offer.turnTls || offer.turn) await probe('turn');
      else set('turn', 'skipped', 'NOT_OFFERED');

      if (passed.length === 0) return set('bandwidth', 'skipped', 'NOT_REACHED');
      if (!isOwnRoom) return set('bandwidth', 'skipped', 'NOT_OFFERED');
      set('bandwidth', 'running');
      const { up, down } = await transport.measure({ ...options, receiverToken });
      if (up === null && down === null) return set('bandwidth', 'skipped', 'NOT_TESTABLE');
      const isLow = Math.min(up ?? Infinity, down ?? Infinity) < ENOUGH;
      set('bandwidth', 'passed', isLow ? 'LOW' : null, { up: up ?? undefined, down: down ?? undefined });
    } catch (cause) {
      if (signal.aborted) return;
      const { code } = toVisioError(cause, 'SERVER_UNREACHABLE');
      for (const { name, state } of [...steps.values()]) if (isOfNetwork(name) && state === 'running') set(name, 'failed', code);
      skip('NOT_REACHED', NAMES.filter(isOfNetwork));
    }
  }

  /** The call shows what works; what it does not use would have to be tried by leaving it. */
  async function lookAtCall(): Promise<void> {
    const { path, roundTrip, availableOutgoing } = await (await engine.transport()).counters();
    set('signalling', 'passed');
    const used: ProbePath | null = path && (path.relay ? 'turn' : path.protocol);
    if (used) set(used, 'passed', null, { roundTrip: roundTrip ?? undefined });
    if (availableOutgoing !== null) set('bandwidth', 'passed', availableOutgoing < ENOUGH ? 'LOW' : null, { up: availableOutgoing });
    skip('IN_CALL', NAMES.filter(isOfNetwork));
  }

  async function checkDevice(name: DeviceKind, run: (media: MediaInput, id: string) => Promise<DeviceOutcome>): Promise<void> {
    if (signal.aborted) return;
    set(name, 'running');
    try {
      const { state, reason } = await run(engine.media, chosen(name));
      if (!signal.aborted) set(name, state, reason);
    } catch (cause) {
      if (!signal.aborted) set(name, 'failed', toVisioError(cause).code);
    }
  }

  async function checkDevices(): Promise<void> {
    await checkDevice('microphone', checkMicrophone);
    await checkDevice('camera', checkCamera);
    await checkDevice('speaker', checkSpeaker);
  }

  await Promise.all([inCall ? lookAtCall() : checkNetwork(), checkDevices()]);
  if (signal.aborted) {
    for (const { name, state } of [...steps.values()]) if (state === 'pending' || state === 'running') set(name, 'skipped', 'COMMAND_DISABLED');
  }
  return {
    at: new Date().toISOString(),
    server,
    browser: globalThis.navigator?.userAgent ?? '',
    steps: [...steps.values()],
  };
}

function isOfNetwork(name: CheckName): boolean {
  return ['signalling', 'udp', 'tcp', 'turn', 'bandwidth'].includes(name);
}

/** Whom and where to a token lets in. It is only looked at: whether it is good the server knows. */
function read(token: string): { identity: unknown; room: unknown } {
  try {
    const payload = (token.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/');
    const { sub, video } = JSON.parse(atob(payload)) as { sub?: unknown; video?: { room?: unknown } };
    return { identity: sub, room: video?.room };
  } catch {
    return { identity: undefined, room: undefined };
  }
}
