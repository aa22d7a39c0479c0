/** A whole meeting from hooks alone: its own lobby, tiles, bar, chat and list of people. */
import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import { isVisioError, tokenProviderBackend, type Command, type ReactionEmoji, type TokenProvider } from 'visio-core';
import {
  MeetingProvider,
  useCamera,
  useChat,
  useChatWatched,
  useCommand,
  useConnection,
  useHands,
  useLobby,
  useMessage,
  useMicrophone,
  useParticipant,
  useParticipants,
  usePermissions,
  usePlayback,
  usePreview,
  useReactions,
  useScreenShare,
  useVideo,
} from 'visio-react';

export function Meeting({ room, tokenProvider }: { readonly room: string; readonly tokenProvider: TokenProvider }) {
  return (
    <MeetingProvider options={{ room, backend: tokenProviderBackend(tokenProvider) }} fallback={<p role="status">One moment…</p>}>
      <Screen />
    </MeetingProvider>
  );
}

function Screen() {
  const { state, error, join } = useConnection();
  switch (state) {
    case 'connected':
    case 'reconnecting':
      return <Call />;
    case 'left':
    case 'failed':
      return (
        <main className="center">
          <h1>{state === 'left' ? 'You left the meeting' : 'You are not in the meeting'}</h1>
          {error && <p role="alert">{error.message}</p>}
          <button onClick={ignoreRefusal(join)}>Join again</button>
        </main>
      );
    default:
      return <Lobby />;
  }
}

function Lobby() {
  const { state, displayName, setDisplayName, join, leave } = useLobby();
  const preview = usePreview();
  const isEntering = state === 'joining' || state === 'waiting';
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    ignoreRefusal(join)();
  };
  return (
    <main className="lobby">
      <video ref={preview} className="mirrored" muted playsInline autoPlay aria-label="Preview of your camera" />
      <form onSubmit={onSubmit}>
        <h1>Ready to join?</h1>
        <label>
          Your name
          <input value={displayName} onChange={(event) => setDisplayName(event.target.value)} maxLength={50} autoComplete="name" />
        </label>
        <div className="row">
          <MicrophoneButton />
          <CameraButton />
        </div>
        <button className="primary" disabled={isEntering}>{state === 'waiting' ? 'Waiting to be let in…' : isEntering ? 'Joining…' : 'Join the meeting'}</button>
        {isEntering && <button type="button" onClick={ignoreRefusal(leave)}>Cancel</button>}
      </form>
    </main>
  );
}

function Call() {
  const [panel, setPanel] = useState<'chat' | 'people' | null>(null);
  const { state, leave } = useConnection();
  const { ids, screenSharers } = useParticipants();
  const { unread } = useChat();
  const toggle = (name: 'chat' | 'people') => setPanel((open) => (open === name ? null : name));
  return (
    <main className="call">
      <section className="stage" aria-label="Participants">
        {state === 'reconnecting' && <p role="status">The connection was lost. Reconnecting…</p>}
        <LatestReaction />
        <ul>
          {screenSharers.map((id) => <SharedScreen key={id} id={id} />)}
          {ids.map((id) => <Tile key={id} id={id} />)}
        </ul>
      </section>
      {panel === 'chat' && <ChatPanel />}
      {panel === 'people' && <PeoplePanel />}
      <nav aria-label="Meeting controls">
        <PlaybackButton />
        <MicrophoneButton />
        <CameraButton />
        <ShareButton />
        <HandButton />
        <ReactionButtons />
        <button aria-pressed={panel === 'chat'} onClick={() => toggle('chat')}>Chat{unread > 0 && ` (${unread} unread)`}</button>
        <button aria-pressed={panel === 'people'} onClick={() => toggle('people')}>People ({ids.length})</button>
        <button className="danger" onClick={ignoreRefusal(leave)}>Leave the meeting</button>
      </nav>
    </main>
  );
}

function Tile({ id }: { readonly id: string }) {
  const { participant, isSpeaking, handRaisedAt } = useParticipant(id);
  const { mirrored } = useCamera();
  const video = useVideo(id);
  if (!participant) return null;
  const { isLocal, name, tracks } = participant;
  const hasVideo = tracks.camera !== undefined && !tracks.camera.muted;
  return (
    <li className={isSpeaking ? 'tile speaking' : 'tile'}>
      {hasVideo ? <video ref={video} className={isLocal && mirrored ? 'mirrored' : ''} muted playsInline autoPlay /> : <span aria-hidden="true">{name.slice(0, 1)}</span>}
      <p>
        {isLocal ? 'You' : name || 'Guest'}
        {(tracks.microphone?.muted ?? true) && ' · muted'}
        {handRaisedAt !== null && ' · ✋'}
      </p>
    </li>
  );
}

function SharedScreen({ id }: { readonly id: string }) {
  const { participant } = useParticipant(id);
  const video = useVideo(id, 'screen_share');
  return (
    <li className="tile screen">
      <video ref={video} muted playsInline autoPlay />
      <p>Screen of {participant?.name}</p>
    </li>
  );
}

function ChatPanel() {
  const { ids, maxLength, send } = useChat();
  const { enabled, error } = useCommand(send);
  const [text, setText] = useState('');
  const end = useRef<HTMLLIElement>(null);
  const title = useId();
  useChatWatched();
  useEffect(() => void end.current?.scrollIntoView({ block: 'nearest' }), [ids]);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    setText('');
    ignoreRefusal(() => send(text))();
  };
  return (
    <aside aria-labelledby={title}>
      <h2 id={title}>Chat</h2>
      <ol role="log">
        {ids.map((id) => <Message key={id} id={id} />)}
        <li ref={end} />
      </ol>
      <form onSubmit={onSubmit}>
        <input aria-label="Your message" value={text} onChange={(event) => setText(event.target.value)} maxLength={maxLength} />
        <button disabled={!enabled}>Send</button>
      </form>
      {error && <p role="alert">{error.message}</p>}
    </aside>
  );
}

function Message({ id }: { readonly id: string }) {
  const message = useMessage(id);
  return message ? <li><b>{message.isLocal ? 'You' : message.name}</b> {message.text}</li> : null;
}

function PeoplePanel() {
  const { ids } = useParticipants();
  const { queue, lowerAll } = useHands();
  const { enabled } = useCommand(lowerAll);
  const title = useId();
  return (
    <aside aria-labelledby={title}>
      <h2 id={title}>People</h2>
      {enabled && queue.length > 0 && <button onClick={ignoreRefusal(lowerAll)}>Lower all hands</button>}
      <ul>{ids.map((id) => <Person key={id} id={id} />)}</ul>
    </aside>
  );
}

function Person({ id }: { readonly id: string }) {
  const { participant, quality } = useParticipant(id);
  return participant ? <li>{participant.isLocal ? `${participant.name} (you)` : participant.name || 'Guest'}{quality === 'poor' && ' · weak connection'}</li> : null;
}

function MicrophoneButton() {
  const { enabled, error, setEnabled } = useMicrophone();
  return <Toggle name="microphone" on={enabled} command={setEnabled} problem={error?.message} />;
}

function CameraButton() {
  const { enabled, error, setEnabled } = useCamera();
  return <Toggle name="camera" on={enabled} command={setEnabled} problem={error?.message} />;
}

function ShareButton() {
  const { enabled, available, setEnabled } = useScreenShare();
  return available ? <Toggle name="screen share" on={enabled} command={setEnabled} /> : null;
}

function Toggle({ name, on, command, problem }: { readonly name: string; readonly on: boolean; readonly command: Command<[boolean], boolean>; readonly problem?: string | undefined }) {
  const { enabled, pending } = useCommand(command);
  return (
    <button type="button" title={problem} disabled={!enabled || pending} onClick={ignoreRefusal(() => command(!on))}>
      Turn {on ? 'off' : 'on'} {name}
    </button>
  );
}

function HandButton() {
  const { raised, setRaised } = useHands();
  const { hand } = usePermissions();
  return hand ? <button onClick={ignoreRefusal(() => setRaised(!raised))}>{raised ? 'Lower hand' : 'Raise hand'}</button> : null;
}

const GLYPHS: Partial<Record<ReactionEmoji, string>> = { 'thumbs-up': '👍', 'clapping-hands': '👏', 'party-popper': '🎉' };

function ReactionButtons() {
  const { emojis, send } = useReactions();
  return emojis.filter((emoji) => emoji in GLYPHS).map((emoji) => (
    <button key={emoji} aria-label={`React with ${emoji}`} onClick={ignoreRefusal(() => send(emoji))}>{GLYPHS[emoji]}</button>
  ));
}

function LatestReaction() {
  const { recent } = useReactions();
  return <p role="status" className="reactions">{recent.map(({ id, emoji, name }) => <span key={id} title={name}>{GLYPHS[emoji] ?? '🙂'}</span>)}</p>;
}

function PlaybackButton() {
  const { blocked, start } = usePlayback();
  return blocked ? <button className="primary" onClick={ignoreRefusal(start)}>Play sound</button> : null;
}

/** What fails is told by the command's own `error`, and by the connection's. */
function ignoreRefusal(run: () => Promise<unknown>): () => void {
  return () => void run().catch((cause: unknown) => {
    if (!isVisioError(cause)) throw cause;
  });
}
