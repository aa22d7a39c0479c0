// Rooms that the development backend keeps, as La Suite Meet does.
import { expect } from '@playwright/test';
import type { Services } from '../dev/services.mjs';

/** Makes a room as someone of the backend's people, who then owns it. Resolves to the path of its page. */
export async function makeRoom({ backend }: Services, name: string, options: { readonly owner?: string; readonly accessLevel?: string } = {}): Promise<string> {
  const { owner = 'olive', accessLevel = 'public' } = options;
  const { sessionid, csrftoken } = backend.signIn(owner);
  const response = await fetch(new URL('/api/v1.0/rooms/', backend.url), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-csrftoken': csrftoken,
      cookie: `sessionid=${sessionid}; csrftoken=${csrftoken}`,
      origin: new URL(backend.url).origin,
    },
    body: JSON.stringify({ name, access_level: accessLevel }),
  });
  expect(response.status, await response.clone().text()).toBe(201);
  return `/${name}`;
}

/** The address of a room's page for someone: `olive`, `mel`, … of the backend's people, or nobody that it knows. */
export function pageFor({ backend }: Services, path: string, { as = '', name = '' }: { readonly as?: string; readonly name?: string } = {}): string {
  const address = new URL(path, backend.url);
  address.searchParams.set('as', as);
  address.searchParams.set('name', name);
  return address.href;
}
