/** Gets a token from the development backend, which `npm start` runs. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { TokenProvider } from 'visio-core';
import { Meeting } from './meeting.js';

const tokenProvider: TokenProvider = async ({ room, displayName, signal }) => {
  const response = await fetch('/api/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ room_name: room, participant_name: displayName }),
    signal,
  });
  if (!response.ok) throw new Error(`The token endpoint answered ${response.status}.`);
  const answer = (await response.json()) as { server_url: string; participant_token: string };
  return { serverUrl: answer.server_url, token: answer.participant_token };
};

createRoot(document.querySelector('#root')!).render(
  <StrictMode>
    <Meeting room="hooks" tokenProvider={tokenProvider} />
  </StrictMode>,
);
