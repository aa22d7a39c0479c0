import type { TrackSource } from '../../engine/engine.js';
import { VisioError } from '../../errors/visio-error.js';
import { isInCall, type ConnectionState } from '../../meeting/connection.js';
import type { FeatureContext, MeetingStorage } from '../../meeting/context.js';
import type { Participant } from '../../meeting/roster.js';
import type { Writable } from '../../reactive/index.js';
import type { Chat } from '../chat/chat.js';
import type { Devices } from '../devices/devices.js';
import type { Playback } from '../playback/playback.js';
import type { WaitingRoom } from '../waiting-room/waiting-room.js';
import { DEFAULT_PREFERENCES, type Notice, type NoticeKind, type NoticeOptions, type NoticePreferences, type NoticeText } from './notice.js';
import { PREFERENCES_KEY } from './notices.js';
import { detailOf, hasSound } from './policy.js';
import { Shelf } from './shelf.js';
import type { SoundKind } from './sounds.js';
import { tellWaiting } from './waiting.js';

/** What happens within this time, in milliseconds, is told together, and not at all when it is undone within it. */
const GATHER = 800;

/** Who was cut off with us takes about as long to come back, in milliseconds: until then nobody has left. */
const RETURN = 5_000;

/** The shortest time, in milliseconds, between two tellings of the same sort. */
const PACE = 2_500;

/** How much of a message is told, in characters. */
const START = 120;

/** What is told of someone, as of when it was last looked at. */
interface Facts {
  readonly name: string;
  readonly raised: boolean;
  readonly sharing: boolean;
}

type PeopleKind = Exclude<NoticeKind, 'message'>;

/** What is being told of people: one notice for each kind, with those it names by their ids. */
interface Group {
  id: string | null;
  readonly names: Map<string, string>;
  /** Of these, who has not been told yet. */
  readonly fresh: Map<string, string>;
}

export interface NoticeStore {
  readonly items: Writable<readonly Notice[]>;
  readonly latest: Writable<Notice | null>;
  readonly preferences: Writable<NoticePreferences>;
}

/** The features that notices follow. */
export interface NoticeSources {
  readonly chat: Chat;
  readonly devices: Devices;
  readonly playback: Playback;
  readonly waitingRoom: WaitingRoom;
}

/**
 * Makes notices of what happens. It works on who changed, never on everyone. Not in a batch: of several that are told at once,
 * each is the latest for whoever listens.
 */
export function createRules(context: FeatureContext, { chat, devices, playback, waitingRoom }: NoticeSources, { items, latest, preferences }: NoticeStore) {
  const { connection, roster, scope, there } = context;
  const shelf = new Shelf(items, scope);
  /** Of whom something was told since the call came; `undefined` for who has left. Of all others it is as it was then. */
  const known = new Map<string, Facts | undefined>();
  const changed = new Set<string>();
  const groups = new Map<PeopleKind, Group>();
  let messageId: string | null = null;
  let inCall = false;

  const people = pace(tellPeople, GATHER);
  const messages = pace(tellMessage, 0);
  preferences.value = recall(context.storage);

  function pace(tell: () => void, wait: number) {
    let cancel: (() => void) | null = null;
    let toldAt = -Infinity;
    return {
      ask(least = wait) {
        cancel ??= scope.timeout(
          () => {
            cancel = null;
            // What changes while the connection is broken is told once it is back.
            if (connection.state.peek() !== 'connected') return;
            toldAt = performance.now();
            tell();
          },
          Math.max(least, toldAt + PACE - performance.now()),
        );
      },
      stop() {
        cancel?.();
        cancel = null;
        toldAt = -Infinity;
      },
    };
  }

  /** What is the case with someone now; `undefined` when they are not there. */
  function look(person: Participant | undefined): Facts | undefined {
    return (
      person && {
        name: person.name,
        raised: Boolean(person.attributes['handRaisedAt']),
        sharing: person.tracks.screen_share !== undefined,
      }
    );
  }

  function onState(now: ConnectionState): void {
    if (now === 'connected' && inCall) {
      people.stop();
      return people.ask(RETURN);
    }
    if (isInCall(now) === inCall) return;
    inCall = !inCall;
    if (!inCall) forget();
  }

  function forget(): void {
    people.stop();
    messages.stop();
    known.clear();
    changed.clear();
    for (const { id } of groups.values()) if (id !== null) shelf.remove(id);
    if (messageId !== null) shelf.remove(messageId);
    latest.value = null;
  }

  function tellPeople(): void {
    const touched = new Set<PeopleKind>();

    function note(kind: PeopleKind, id: string, name: string, was: boolean, is: boolean): void {
      if (was === is) return;
      const group = groupOf(kind);
      touched.add(kind);
      for (const names of [group.names, group.fresh]) {
        if (is) names.set(id, name);
        else names.delete(id);
      }
    }

    for (const id of changed) {
      const before = known.has(id) ? known.get(id) : look(there().get(id));
      const now = look(roster.get(id).peek());
      const name = (now ?? before)?.name;
      // Came and went.
      if (name === undefined) continue;
      if (now || there().has(id)) known.set(id, now);
      else known.delete(id);
      note('join', id, name, Boolean(before), Boolean(now));
      note('leave', id, name, !before, !now);
      note('hand', id, name, before?.raised ?? false, now?.raised ?? false);
      note('share', id, name, before?.sharing ?? false, now?.sharing ?? false);
    }
    changed.clear();
    for (const kind of touched) tellGroup(kind, groupOf(kind));
  }

  function groupOf(kind: PeopleKind): Group {
    let group = groups.get(kind);
    if (!group) groups.set(kind, (group = { id: null, names: new Map(), fresh: new Map() }));
    return group;
  }

  function tellGroup(kind: PeopleKind, group: Group): void {
    const size = roster.count.peek();
    const detail = detailOf(kind, size);
    const { names, fresh } = group;
    const end = () => {
      group.id = null;
      names.clear();
    };
    if (detail === 'none' || names.size === 0) {
      fresh.clear();
      if (group.id !== null) shelf.remove(group.id);
      else end();
      return;
    }
    const make = (of: Map<string, string>, id?: string) =>
      shelf.make({ kind, text: textOf(kind, [...of.values()], detail === 'names'), ...(kind === 'hand' && { about: 'people' }) }, id);
    const notice = make(names, group.id ?? undefined);
    if (fresh.size === 0) return shelf.change(notice);
    latest.value = make(fresh);
    fresh.clear();
    if (!preferences.peek()[kind]) return end();
    group.id = notice.id;
    shelf.put(notice, end);
    sound(kind, size);
  }

  function tellMessage(): void {
    const message = chat.latest.peek();
    const count = chat.unread.peek();
    const size = roster.count.peek();
    const detail = detailOf('message', size);
    if (!message || count === 0 || detail === 'none') return;
    const unread: NoticeText = { key: 'chat.unread', values: { count } };
    const text = message.text.length > START ? `${message.text.slice(0, START).trimEnd()}…` : message.text;
    const said = detail === 'count' ? { text: unread } : { from: message.name, text, ...(count > 1 && { aside: unread }) };
    const notice = shelf.make({ kind: 'message', about: 'chat', ...said }, messageId ?? undefined);
    latest.value = shelf.make(notice);
    if (!preferences.peek().message) return;
    messageId = notice.id;
    shelf.put(notice, () => (messageId = null));
    sound('message', size);
  }

  function sound(kind: SoundKind, size: number): void {
    if (!hasSound(size) || !preferences.peek().sounds || playback.blocked.peek()) return;
    import('./sounds.js').then(
      ({ play }) => play(kind, devices.chosen('speaker').peek(), scope),
      () => undefined,
    );
  }

  const markSharer = (id: string, source: TrackSource) => source === 'screen_share' && mark(id);
  context.onEvent({
    participant: ({ participant }) => mark(participant.id),
    'participant-left': ({ id }) => mark(id),
    track: ({ id, track }) => markSharer(id, track.source),
    'track-removed': ({ id, source }) => markSharer(id, source),
  });

  function mark(id: string): void {
    if (!inCall || id === roster.localId.peek()) return;
    changed.add(id);
    people.ask();
  }

  scope.own(connection.state.subscribe(onState));
  tellWaiting(scope, waitingRoom, { shelf, latest, sound: () => sound('waiting', roster.count.peek()) });
  scope.own(
    chat.latest.subscribe((message) => {
      if (message && inCall) messages.ask();
    }),
  );
  scope.own(
    chat.unread.subscribe((count) => {
      if (count === 0 && messageId !== null) shelf.remove(messageId);
    }),
  );

  return {
    show(options: NoticeOptions): () => void {
      const notice = shelf.make(options);
      shelf.put(notice);
      latest.value = notice;
      return () => shelf.remove(notice.id);
    },

    dismiss(id: string): undefined {
      shelf.remove(id);
    },

    hold: () => shelf.hold(),

    setPreferences(changes: Partial<NoticePreferences>): NoticePreferences {
      if (!isPartial(changes)) throw new VisioError('INVALID_ARGUMENT', 'Notice preferences are true or false, by their names.');
      preferences.value = { ...preferences.peek(), ...changes };
      for (const { id, kind } of items.peek()) if (kind in changes && !preferences.peek()[kind as NoticeKind]) shelf.remove(id);
      remember(context.storage, preferences.peek());
      return preferences.peek();
    },
  };
}

const KEYS = {
  join: 'call.joined',
  leave: 'call.left',
  hand: 'call.raised',
  share: 'call.shares',
} as const;

function textOf(kind: PeopleKind, names: readonly string[], withNames: boolean): NoticeText {
  const key = KEYS[kind];
  const [name = '', other = ''] = names;
  if (withNames && names.length === 1) return { key, values: { name } };
  if (withNames && names.length === 2) return { key: `${key}.two`, values: { name, other } };
  return { key: `${key}.many`, values: { count: names.length } };
}

function isPartial(value: unknown): value is Partial<NoticePreferences> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).every(([key, on]) => Object.hasOwn(DEFAULT_PREFERENCES, key) && typeof on === 'boolean')
  );
}

function recall(storage: MeetingStorage | null): NoticePreferences {
  try {
    const value: unknown = JSON.parse(storage?.getItem(PREFERENCES_KEY) ?? '{}');
    return isPartial(value) ? { ...DEFAULT_PREFERENCES, ...value } : DEFAULT_PREFERENCES;
  } catch {
    // Somebody else's text, or storage that the browser forbids.
    return DEFAULT_PREFERENCES;
  }
}

function remember(storage: MeetingStorage | null, preferences: NoticePreferences): void {
  try {
    storage?.setItem(PREFERENCES_KEY, JSON.stringify(preferences));
  } catch {
    // Full or forbidden: the choice still holds for this meeting.
  }
}
