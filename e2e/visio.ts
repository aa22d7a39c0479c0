// A Visio of the tests: its rooms, and its API as someone who is signed in asks it.
import type { Services } from '../dev/services.mjs';
import { expect } from './fixtures.ts';

export interface VisioRoom {
  readonly id: string;
  readonly slug: string;
}

export type AskVisio = (method: string, path: string, body?: object) => Promise<Response>;

/** Asks the API as one of the development backend's people. */
export function as(nick: string, { backend }: Services): AskVisio {
  const { sessionid, csrftoken } = backend.signIn(nick);
  return (method, path, body) =>
    fetch(`${backend.url}/api/v1.0/${path}`, {
      method,
      headers: { cookie: `sessionid=${sessionid}; csrftoken=${csrftoken}`, 'x-csrftoken': csrftoken, origin: backend.url, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
}

/** A new room of someone's, with a name that can be joined however it is written. */
export async function makeRoom(ask: AskVisio, accessLevel: 'public' | 'trusted' | 'restricted' = 'public'): Promise<VisioRoom> {
  const letters = Array.from({ length: 10 }, () => String.fromCharCode(97 + Math.floor(Math.random() * 26))).join('');
  const response = await ask('POST', 'rooms/', { name: `${letters.slice(0, 3)}-${letters.slice(3, 7)}-${letters.slice(7)}`, access_level: accessLevel });
  expect(response.status).toBe(201);
  return (await response.json()) as VisioRoom;
}

/** How often the backend was asked for what begins so, as in `GET /rooms/x`. Held and cut off ones are among them once they are over. */
export function asked({ backend }: Services, method: string, part: string): number {
  return backend.requests.filter((request) => request.method === method && request.path.includes(part)).length;
}
