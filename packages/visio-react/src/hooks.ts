'use client';
import { useCallback, useEffect, useMemo, useRef, useState, type RefCallback } from 'react';
import type { ChatSearch, Command, Meeting, Readable, TrackInfo, TrackSource, VideoSource, VisioError } from 'visio-core';
import { mapped } from 'visio-core/reactive';
import { useMeeting } from './meeting-provider.js';
import { useReadable } from './use-readable.js';
import { useTracked, type Tracked } from './use-tracked.js';

/** Where the meeting is in its life, why it failed or ended, and how to join and leave. */
export function useConnection() {
  const meeting = useMeeting();
  return useTracked(useMemo(() => ({ ...meeting.connection, room: meeting.room, roomState: meeting.roomState, join: meeting.join, leave: meeting.leave }), [meeting]));
}

/** The way in: opens the lobby, and with it the preview's devices, while the meeting is new or over. */
export function useLobby() {
  const meeting = useMeeting();
  const lobby = useTracked(
    useMemo(() => ({ state: meeting.connection.state, error: meeting.connection.error, displayName: meeting.displayName, setDisplayName: meeting.setDisplayName, join: meeting.join, leave: meeting.leave }), [meeting]),
  );
  useEffect(() => meeting.openLobby(), [meeting]);
  return lobby;
}

/** Who is in the room: `ids` in the order in which they came, oneself first, `speakers`, `screenSharers`, … */
export function useParticipants(): Tracked<Omit<Meeting['roster'], 'get' | 'isSpeaking' | 'quality'>> {
  return useTracked(useMeeting().roster);
}

/** One participant: renders for what concerns this one, and of that only for what is read. `participant` is `undefined` once they are gone. */
export function useParticipant(id: string) {
  const { roster, hands } = useMeeting();
  return useTracked(
    useMemo(
      () => ({
        participant: roster.get(id),
        isSpeaking: roster.isSpeaking(id),
        quality: roster.quality(id),
        /** When they raised their hand, in milliseconds since 1970; `null` while it is down. */
        handRaisedAt: hands.raisedAt(id),
      }),
      [roster, hands, id],
    ),
  );
}

const NO_TRACKS: Readonly<Partial<Record<TrackSource, TrackInfo>>> = {};

/** What a participant publishes, by source. A muted track is there, with `muted`. */
export function useTracks(id: string): Readonly<Partial<Record<TrackSource, TrackInfo>>> {
  const { roster } = useMeeting();
  return useReadable(useMemo(() => mapped(roster.get(id), (participant) => participant?.tracks ?? NO_TRACKS), [roster, id]));
}

/** The ref of a `<video muted playsInline>` that shows a participant's camera or screen. Only what is seen is received. */
export function useVideo(id: string, source: VideoSource = 'camera'): RefCallback<HTMLVideoElement> {
  const meeting = useMeeting();
  return useAttached(useCallback((element) => meeting.attach(id, source, element), [meeting, id, source]));
}

/** The ref of a `<video muted playsInline>` that shows one's own camera, in the lobby, too. */
export function usePreview(): RefCallback<HTMLVideoElement> {
  const { camera } = useMeeting();
  return useAttached(
    useCallback(
      (element) => {
        const end = camera.track.subscribe((track) => (element.srcObject = track && new MediaStream([track])));
        return () => {
          end();
          element.srcObject = null;
        };
      },
      [camera],
    ),
  );
}

/** React 18 knows no refs that return what ends them: it calls them with `null`. */
function useAttached(attach: (element: HTMLVideoElement) => () => void): RefCallback<HTMLVideoElement> {
  const end = useRef<(() => void) | null>(null);
  return useCallback(
    (element: HTMLVideoElement | null) => {
      end.current?.();
      end.current = element && attach(element);
    },
    [attach],
  );
}

/** The microphone: whether it is on, why not, and how to turn it on and off. */
export function useMicrophone() {
  return useTracked(useMeeting().microphone);
}

/** The camera, as {@link useMicrophone}. */
export function useCamera() {
  return useTracked(useMeeting().camera);
}

/** One's own screen share. */
export function useScreenShare() {
  return useTracked(useMeeting().screenShare);
}

/** Whether the browser holds voices back until a click, and `start` for that click. */
export function usePlayback() {
  return useTracked(useMeeting().playback);
}

/** The devices there are, which are chosen (`''` is the system's), and `choose`. */
export function useDevices() {
  const { devices } = useMeeting();
  return useTracked(
    useMemo(
      () => ({ ...devices, microphone: devices.chosen('microphone'), camera: devices.chosen('camera'), speaker: devices.chosen('speaker') }),
      [devices],
    ),
  );
}

/** The chat: `ids` of messages, `unread`, `send`, … What a message says is in {@link useMessage}. */
export function useChat() {
  return useTracked(useMeeting().chat);
}

/** One message; `undefined` when there is none of that id (any more). */
export function useMessage(id: string) {
  const { chat } = useMeeting();
  return useReadable(useMemo(() => chat.get(id), [chat, id]));
}

const NO_IDS: readonly string[] = [];
const NOTHING: ChatSearch = { found: { value: NO_IDS, peek: () => NO_IDS, subscribe: () => () => undefined }, marks: () => [] };

/**
 * The messages that have a text: `found`, their ids, which follows the conversation, and `marks(words)`, where the text
 * stands in words. What was found before stays until the answer is there. `error` tells why there is none: the text has
 * more than 200 characters, or the code for it could not be fetched.
 */
export function useChatSearch(text: string): { readonly found: readonly string[]; readonly marks: ChatSearch['marks']; readonly error: VisioError | null } {
  const { chat } = useMeeting();
  const [{ search, error }, setAnswer] = useState<{ search: ChatSearch; error: VisioError | null }>({ search: NOTHING, error: null });
  const isEmpty = text.trim() === '';
  useEffect(() => {
    if (isEmpty) return;
    let isWanted = true;
    chat.search(text).then(
      (search) => isWanted && setAnswer({ search, error: null }),
      (error: unknown) => isWanted && setAnswer({ search: NOTHING, error: error as VisioError }),
    );
    return () => {
      isWanted = false;
    };
  }, [chat, text, isEmpty]);
  const { found, marks } = isEmpty ? NOTHING : search;
  return { found: useReadable(found), marks, error: isEmpty ? null : error };
}

/** Tells the chat that its messages are seen, as long as the component is there. */
export function useChatWatched(): void {
  const { chat } = useMeeting();
  useEffect(() => chat.watch(), [chat]);
}

/** Raised hands: the `queue`, first come first, and one's own. */
export function useHands() {
  return useTracked(useMeeting().hands);
}

/** Reactions: `recent` ones, and `send`. */
export function useReactions() {
  return useTracked(useMeeting().reactions);
}

/** Recording and transcript: what runs, what may be started, and whether this person has to agree first (`held`). */
export function useRecording() {
  return useTracked(useMeeting().recording);
}

/** Captions: whether they are on, and the `latest` lines. */
export function useCaptions() {
  return useTracked(useMeeting().captions);
}

/** How people are laid out, who is pinned, which screen is large. */
export function useLayout() {
  return useTracked(useMeeting().layout);
}

/** Who waits to be let in, for moderators, and how to let them. */
export function useWaitingRoom() {
  return useTracked(useMeeting().waitingRoom);
}

/** What moderators do. What may be done about one person is `rights(id)`, a readable for {@link useReadable}. */
export function useModeration() {
  return useTracked(useMeeting().moderation);
}

/** Notices of what happened, in words that are shown to people. */
export function useNotices() {
  return useTracked(useMeeting().notices);
}

/** A command and its state: whether it may be `run` now, whether it is under way, and what its last call failed with. */
export function useCommand<Args extends readonly unknown[], Result>(
  command: Command<Args, Result>,
): Tracked<{ run: Command<Args, Result>; enabled: Readable<boolean>; pending: Readable<boolean>; error: Command['error'] }> {
  return useTracked(useMemo(() => ({ run: command, enabled: command.enabled, pending: command.pending, error: command.error }), [command]));
}

/** What this person may do now: rights, connection and browser allow it. */
export function usePermissions() {
  const meeting = useMeeting();
  return useTracked(
    useMemo(
      () => ({
        microphone: meeting.microphone.setEnabled.enabled,
        camera: meeting.camera.setEnabled.enabled,
        screenShare: meeting.screenShare.setEnabled.enabled,
        chat: meeting.chat.send.enabled,
        files: meeting.chat.sendFile.enabled,
        hand: meeting.hands.setRaised.enabled,
        reactions: meeting.reactions.send.enabled,
        recording: meeting.recording.start.enabled,
        moderation: meeting.moderation.muteAll.enabled,
        admission: meeting.waitingRoom.admitAll.enabled,
      }),
      [meeting],
    ),
  );
}
