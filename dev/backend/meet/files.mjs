// A person's own background images: one says that there will be one, puts it where one is told, and says that it is
// there. Where La Suite Meet has an object storage, here /dev/storage/ takes it and /media/ gives it.
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie } from 'hono/cookie';
import { createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { extname } from 'node:path';
import { check, choice, isUuid, nullable, optional, text, uuid } from './fields.mjs';
import { reply } from './http.mjs';
import { paginate } from './pages.mjs';
import { Refused, refusals } from './refused.mjs';

/** @typedef {Record<'id' | 'creator' | 'type' | 'title' | 'filename' | 'upload_state' | 'created_at' | 'updated_at', string> & { mimetype: string | null, size: number | null, description: string | null, deleted_at: string | null, content: Uint8Array | null }} File */

/** @param {import('./index.mjs').Meet} meet */
export function serveFiles({ serve, db, clock, settings, who }) {
  const { files } = settings;
  const by = [who.session];
  const secret = randomBytes(32);
  const now = () => new Date(clock.now()).toISOString().replace('Z', '000Z');
  const permit = (/** @type {import('./http.mjs').Ask} */ { user }) => {
    if (!files.enabled) throw refusals.notFound();
    return user !== null;
  };

  serve('/files/', {
    allow: 'GET, POST, HEAD, OPTIONS',
    by,
    permit,
    get(ask) {
      const wanted = ask.query.get('is_deleted');
      const all = /** @type {File[]} */ (db.all('SELECT * FROM files WHERE creator = ? ORDER BY updated_at DESC, rowid DESC', me(ask).id));
      const shown = wanted === null ? all : all.filter(({ deleted_at }) => (deleted_at !== null) === (wanted === 'true'));
      return reply(paginate(ask, shown.map((file) => json(file, ask)), { size: settings.pageSize, largest: settings.maxPageSize }));
    },
    async post(ask) {
      const { id = randomUUID(), type, filename, title, description = null } = check(await ask.body(), {
        id: optional(uuid),
        type: choice(['background_image']),
        filename: text({ max: 255 }),
        title: optional(text({ max: 255 })),
        description: nullable(text({ blank: true })),
      });
      if (db.get('SELECT id FROM files WHERE id = ?', id)) {
        throw refusals.invalid({ id: ['A file with this ID already exists. You cannot override it.'] });
      }
      const extension = extname(filename);
      if (!files.extensions.includes(extension.toLowerCase())) throw refusals.invalid({ filename: ['This file extension is not allowed.'] });
      const { count } = db.get('SELECT count(*) AS count FROM files WHERE creator = ? AND type = ? AND deleted_at IS NULL', me(ask).id, type);
      if (count >= files.maxCount) throw refusals.forbidden('You have reached the maximum number of files for this type.');
      const time = now();
      db.insert('files', {
        id, creator: me(ask).id, type, filename, title: title ?? filename.slice(0, -extension.length), description, upload_state: 'pending',
        created_at: time, updated_at: time,
      });
      const policy = `${originOf(ask)}/dev/storage/${id}?${new URLSearchParams({ signature: signatureOf(id) })}`;
      return reply({ ...json(find(id), ask), policy }, 201);
    },
  });

  const change = async (/** @type {import('./http.mjs').Ask} */ ask) => {
    const { id } = owned(ask);
    const values = check(await ask.body(), { title: optional(text({ max: 255 })), description: nullable(text({ blank: true })) });
    db.update('files', id, { ...values, updated_at: now() });
    return reply(json(find(id), ask));
  };

  serve('/files/:id/', {
    allow: 'PUT, PATCH, DELETE, OPTIONS',
    by,
    permit,
    put: change,
    patch: change,
    delete(ask) {
      db.update('files', owned(ask).id, { deleted_at: now() });
      return reply(undefined, 204);
    },
  });

  serve('/files/:id/upload-ended/', {
    allow: 'POST, OPTIONS',
    by,
    permit,
    post(ask) {
      const file = owned(ask);
      if (file.upload_state !== 'pending') throw refusals.invalid({ file: 'This action is only available for files in PENDING state.' });
      if (!file.content) throw new Error(`Nothing was put where the file ${file.id} was to be.`);
      const mimetype = typeOf(file.content);
      const wrong =
        file.content.length > files.maxSize
          ? 'The file size is higher than the allowed max size.'
          : files.mimetypes.includes(mimetype)
            ? undefined
            : 'The file type is not allowed.';
      if (wrong) {
        db.run('DELETE FROM files WHERE id = ?', file.id);
        throw new Refused(400, [wrong]);
      }
      db.update('files', file.id, { upload_state: 'ready', mimetype, size: file.content.length, updated_at: now() });
      return reply(json(find(file.id), ask));
    },
  });

  /** @param {import('./http.mjs').Ask} ask */
  const me = (ask) => /** @type {import('./http.mjs').User} */ (ask.user);

  /** @param {string} id @returns {File} */
  const find = (id) => db.get('SELECT * FROM files WHERE id = ?', id);

  /** @param {import('./http.mjs').Ask} ask */
  function owned(ask) {
    const id = ask.param('id');
    const file = isUuid(id) ? find(id) : undefined;
    if (!file || file.creator !== me(ask).id) throw refusals.notFound('No File matches the given query.');
    if (file.deleted_at !== null) throw refusals.notFound();
    return file;
  }

  /**
   * @param {File} file
   * @param {import('./http.mjs').Ask} ask
   */
  function json({ id, created_at, updated_at, title, type, deleted_at, filename, upload_state, mimetype, size, description }, ask) {
    const { full_name, short_name, id: creator } = me(ask);
    const kept = deleted_at === null;
    return {
      id,
      created_at,
      updated_at,
      title,
      type,
      creator: { id: creator, full_name, short_name },
      deleted_at,
      hard_deleted_at: null,
      filename,
      upload_state,
      mimetype,
      size,
      description,
      url: upload_state === 'ready' ? `${originOf(ask)}/media/files/${id}${extname(filename)}` : null,
      abilities: {
        destroy: kept, hard_delete: true, retrieve: true, media_auth: kept, partial_update: kept, update: kept, upload_ended: kept,
      },
    };
  }

  /** @param {string} id */
  const signatureOf = (id) => createHmac('sha256', secret).update(id).digest('base64url');

  return {
    /** In place of the object storage. */
    storage: () => {
      const routes = new Hono();
      const limit = bodyLimit({ maxSize: 4 * files.maxSize, onError: (c) => c.text('EntityTooLarge', 400) });
      routes.put('/dev/storage/:id', limit, async (c) => {
        const id = c.req.param('id');
        const [given, expected] = [Buffer.from(c.req.query('signature') ?? ''), Buffer.from(signatureOf(id))];
        if (given.length !== expected.length || !timingSafeEqual(given, expected)) return c.text('AccessDenied', 403);
        const content = Buffer.from(await c.req.arrayBuffer());
        db.update('files', id, { content });
        return c.body(null, 200);
      });
      routes.get('/media/files/:name', (c) => {
        const id = c.req.param('name').replace(/\..*$/, '');
        const sql =
          "SELECT files.* FROM files JOIN sessions ON sessions.user_id = creator WHERE id = ? AND key = ? AND ends > ? AND upload_state = 'ready'";
        const file = db.get(sql, id, getCookie(c, 'sessionid') ?? null, clock.now());
        return file ? c.body(file.content, 200, { 'Content-Type': file.mimetype }) : c.text('Forbidden', 403);
      });
      return routes;
    },
  };
}

/** @param {import('./http.mjs').Ask} ask */
const originOf = (ask) => `http://${ask.header('host')}`;

/** By its first bytes. @param {Uint8Array} content */
function typeOf(content) {
  const start = Buffer.from(content.subarray(0, 8)).toString('hex');
  if (start === '89504e470d0a1a0a') return 'image/png';
  return start.startsWith('ffd8ff') ? 'image/jpeg' : 'application/octet-stream';
}
