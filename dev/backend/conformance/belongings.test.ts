// What belongs to people: their roles in rooms, and their background images.
import { describe, expect, onTestFinished } from 'vitest';
import { anywhere, aTime, aUuid, expectAnswer, expectPage, forbidden, notAuthenticated, ours, quietly, required, signedIn, useTarget, type Answered } from './target.ts';

const target = useTarget();

describe('resource-accesses/', () => {
  const listed = { allow: 'GET, POST, HEAD, OPTIONS' };
  const one = { allow: 'GET, PUT, PATCH, DELETE, HEAD, OPTIONS' };
  const onlyOwners = { detail: 'Only owners of a room can assign other users as owners.' };
  const lastOwner = { detail: 'A resource should keep at least one owner.' };
  const give = async (who: 'owner' | 'member' | 'administrator', resource: string, to: 'owner' | 'member' | 'administrator', role: string) => {
    const { body } = await target.ask(to, 'GET', '/users/me/');
    return target.ask(who, 'POST', '/resource-accesses/', { body: { user: body.id, resource, role } });
  };
  const ownAccess = async (room: string): Promise<string> => (await target.ask('owner', 'GET', `/rooms/${room}/`)).body.accesses.at(-1).id;

  anywhere('are those of people', async () => {
    expectAnswer(await target.ask('anonymous', 'GET', '/resource-accesses/'), 401, notAuthenticated, listed);
    expectAnswer(await target.ask('anonymous', 'POST', '/resource-accesses/', { body: {} }), 401, notAuthenticated, listed);
  });

  signedIn('giving a role, and what it opens', async () => {
    const { id, slug } = await target.room({ access_level: 'restricted' });
    const { body: mel } = await target.ask('member', 'GET', '/users/me/');
    const answer = await give('owner', id, 'member', 'member');
    expectAnswer(answer, 201, { id: aUuid, user: mel.id, resource: id, role: 'member' }, listed);
    expect((await target.ask('member', 'GET', `/rooms/${slug}/`)).body).toHaveProperty('livekit');
    expectAnswer(await give('owner', id, 'member', 'member'), 400, { non_field_errors: [expect.any(String)] }, listed);
    const path = `/resource-accesses/${answer.body.id}/`;
    expectAnswer(await target.ask('owner', 'GET', path), 200, answer.body, one);
    expectAnswer(await target.ask('member', 'GET', path), 403, forbidden, one);
    expectAnswer(await target.ask('owner', 'PATCH', path, { body: { role: 'administrator' } }), 200, { ...answer.body, role: 'administrator' }, one);
    expect((await target.ask('member', 'GET', `/rooms/${slug}/`)).body).toHaveProperty('accesses');
    expectAnswer(await target.ask('owner', 'DELETE', path), 204, '', one);
    expect((await target.ask('member', 'GET', `/rooms/${slug}/`)).body).not.toHaveProperty('livekit');
  });

  signedIn('is for those who lead the room', async () => {
    const { id } = await target.room();
    expectAnswer(await give('member', id, 'member', 'member'), 403, { detail: 'You must be administrator or owner of a room to add accesses to it.' }, listed);
  });

  ours('administrators make no owners', async () => {
    const { id } = await target.room();
    await give('owner', id, 'administrator', 'administrator');
    expectAnswer(await give('administrator', id, 'member', 'owner'), 403, onlyOwners, listed);
    const { body } = await give('administrator', id, 'member', 'administrator');
    expectAnswer(await target.ask('administrator', 'PATCH', `/resource-accesses/${body.id}/`, { body: { role: 'owner' } }), 403, onlyOwners, one);
    expectAnswer(await target.ask('administrator', 'PATCH', `/resource-accesses/${await ownAccess(id)}/`, { body: { role: 'member' } }), 403, onlyOwners, one);
  });

  signedIn('a room keeps an owner', async () => {
    const { id } = await target.room();
    const path = `/resource-accesses/${await ownAccess(id)}/`;
    expectAnswer(await target.ask('owner', 'PATCH', path, { body: { role: 'member' } }), 403, lastOwner, one);
    expectAnswer(await target.ask('owner', 'DELETE', path), 403, lastOwner, one);
  });

  signedIn('what is no role, person or room', async () => {
    const { id } = await target.room();
    const { body: self } = await target.ask('member', 'GET', '/users/me/');
    const create = (body: unknown) => target.ask('owner', 'POST', '/resource-accesses/', { body });
    expectAnswer(await create({}), 400, { user: required, resource: required }, listed);
    expectAnswer(await create({ user: self.id, resource: id, role: 'king' }), 400, { role: ['"king" is not a valid choice.'] }, listed);
    const nobody = crypto.randomUUID();
    expectAnswer(await create({ user: nobody, resource: id }), 400, { user: [`Invalid pk "${nobody}" - object does not exist.`] }, listed);
  });

  signedIn('the list has those of the rooms that one leads', async () => {
    const { id } = await target.room();
    await give('owner', id, 'member', 'member');
    const listOf = async (who: 'owner' | 'member') => (await target.ask(who, 'GET', '/resource-accesses/')).body.results.filter(({ resource }: { resource: string }) => resource === id);
    expect((await listOf('owner')).map(({ role }: { role: string }) => role)).toEqual(['member', 'owner']);
    expect(await listOf('member')).toEqual([]);
  });
});

describe('files/', () => {
  const listed = { allow: 'GET, POST, HEAD, OPTIONS' };
  const one = { allow: 'PUT, PATCH, DELETE, OPTIONS' };
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const aFile = (more = {}) => ({
    id: aUuid,
    created_at: aTime,
    updated_at: aTime,
    title: 'beach',
    type: 'background_image',
    creator: { id: aUuid, full_name: expect.any(String), short_name: expect.any(String) },
    deleted_at: null,
    hard_deleted_at: null,
    filename: 'beach.png',
    upload_state: 'pending',
    mimetype: null,
    size: null,
    description: null,
    url: null,
    abilities: { destroy: true, hard_delete: true, retrieve: true, media_auth: true, partial_update: true, update: true, upload_ended: true },
    ...more,
  });
  const create = (more = {}) => target.ask('owner', 'POST', '/files/', { body: { filename: 'beach.png', type: 'background_image', ...more } });
  const put = ({ body }: Answered, content: Buffer) => fetch(body.policy, { method: 'PUT', body: new Uint8Array(content), headers: { 'x-amz-acl': 'private' } });
  const end = (id: string) => target.ask('owner', 'POST', `/files/${id}/upload-ended/`);

  anywhere('files anonymous', async (context) => {
    await target.need(context, ({ background_image }) => background_image.upload_is_enabled);
    const answer = await target.ask('anonymous', 'GET', '/files/');
    expectAnswer(answer, 401, notAuthenticated, listed);
    expect(answer.headers.get('www-authenticate')).toBe('Session');
  });

  ours('one is announced, put where it is told, and then there', async () => {
    const created = await create();
    expectAnswer(created, 201, aFile({ policy: expect.stringMatching(/^http/) }), listed);
    const { id } = created.body;
    expect((await put(created, png)).status).toBe(200);
    const ended = await end(id);
    const url = `${target.url}/media/files/${id}.png`;
    expectAnswer(ended, 200, aFile({ upload_state: 'ready', mimetype: 'image/png', size: png.length, url }), { allow: 'POST, OPTIONS' });
    expectAnswer(await end(id), 400, { file: 'This action is only available for files in PENDING state.' });
    expect((await target.ask('owner', 'GET', '/files/?is_deleted=false')).body.results).toContainEqual(ended.body);
    const { sessionid } = target.backend.signIn('olive');
    const shown = await fetch(url, { headers: { cookie: `sessionid=${sessionid}` } });
    expect([shown.headers.get('content-type'), Buffer.from(await shown.arrayBuffer())]).toEqual(['image/png', png]);
    expect((await fetch(url)).status).toBe(403);
  });

  ours('changed, and deleted', async () => {
    const { id } = (await create({ title: 'Sea', description: 'blue' })).body;
    expectAnswer(await target.ask('owner', 'PATCH', `/files/${id}/`, { body: { title: 'Ocean', filename: 'x.exe' } }), 200, aFile({ title: 'Ocean', description: 'blue' }), one);
    expectAnswer(await target.ask('member', 'PATCH', `/files/${id}/`, { body: { title: 'x' } }), 404, { detail: 'No File matches the given query.' }, one);
    expectAnswer(await target.ask('owner', 'GET', `/files/${id}/`), 405, { detail: 'Method "GET" not allowed.' }, one);
    expectAnswer(await target.ask('owner', 'DELETE', `/files/${id}/`), 204, '', one);
    expectAnswer(await target.ask('owner', 'DELETE', `/files/${id}/`), 404, { detail: 'Not found.' }, one);
    const ids = async (query: string) => (await target.ask('owner', 'GET', `/files/?${query}`)).body.results.map((file: { id: string }) => file.id);
    expect(await ids('is_deleted=false')).not.toContain(id);
    expect(await ids('is_deleted=true')).toContain(id);
  });

  ours('what is no image is refused', async () => {
    expectAnswer(await create({ filename: 'beach.gif' }), 400, { filename: ['This file extension is not allowed.'] }, listed);
    expectAnswer(await create({ type: 'attachment' }), 400, { type: ['"attachment" is not a valid choice.'] }, listed);
    expectAnswer(await target.ask('owner', 'POST', '/files/', { body: {} }), 400, { filename: required, type: required }, listed);
    const text = await create();
    await put(text, Buffer.from('just text'));
    expectAnswer(await end(text.body.id), 400, ['The file type is not allowed.']);
    const large = await create();
    await put(large, Buffer.concat([png, Buffer.alloc(2_097_152)]));
    expectAnswer(await end(large.body.id), 400, ['The file size is higher than the allowed max size.']);
    const { id } = (await create()).body;
    expectAnswer(await create({ id }), 400, { id: ['A file with this ID already exists. You cannot override it.'] }, listed);
    quietly();
    expectPage(await end(id), 500); // nothing was put there
    expect((await fetch(`${target.url}/dev/storage/${id}?signature=x`, { method: 'PUT', body: 'x' })).status).toBe(403);
  });

  ours('ten of them', async () => {
    const kept = [];
    for (;;) {
      const answer = await target.ask('administrator', 'POST', '/files/', { body: { filename: 'x.png', type: 'background_image' } });
      if (answer.status !== 201) {
        expectAnswer(answer, 403, { detail: 'You have reached the maximum number of files for this type.' }, listed);
        break;
      }
      kept.push(answer.body.id);
    }
    expect(kept).toHaveLength(10);
  });

  ours('where it is off there is nothing', async () => {
    target.backend.settings.files.enabled = false;
    onTestFinished(() => void (target.backend.settings.files.enabled = true));
    expectAnswer(await target.ask('anonymous', 'GET', '/files/'), 404, { detail: 'Not found.' }, listed);
  });
});
