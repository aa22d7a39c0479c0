'use client';
import { tokenProviderBackend } from 'visio-core';
import { MeetingProvider, useConnection, useParticipant, useParticipants, useVideo } from 'visio-react';
import { tokenProvider } from '../token-provider.js';

export function Call({ room, displayName }) {
  const options = { room, displayName, backend: tokenProviderBackend(tokenProvider), microphone: true, camera: true };
  return (
    <MeetingProvider options={options} autoJoin fallback={<p>One moment…</p>}>
      <People />
    </MeetingProvider>
  );
}

function People() {
  const { state } = useConnection();
  const { ids } = useParticipants();
  return (
    <>
      <p>Hooks: {state}</p>
      <ul>
        {ids.map((id) => (
          <Person key={id} id={id} />
        ))}
      </ul>
    </>
  );
}

function Person({ id }) {
  const { participant } = useParticipant(id);
  return (
    <li>
      {participant?.name}
      <video ref={useVideo(id)} muted playsInline autoPlay />
    </li>
  );
}
