// The database: SQLite as Node has it, in memory or in a file.
import { DatabaseSync } from 'node:sqlite';
import { randomUUID } from 'node:crypto';

const schema = `
  PRAGMA foreign_keys = ON;
  CREATE TABLE IF NOT EXISTS users (
    id TEXT PRIMARY KEY, sub TEXT UNIQUE, nick TEXT UNIQUE, email TEXT UNIQUE, full_name TEXT, short_name TEXT,
    timezone TEXT NOT NULL, language TEXT NOT NULL, access_level TEXT, configuration TEXT NOT NULL DEFAULT '{}');
  CREATE TABLE IF NOT EXISTS sessions (
    key TEXT PRIMARY KEY, user_id TEXT NOT NULL REFERENCES users ON DELETE CASCADE, ends INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS rooms (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, slug TEXT NOT NULL UNIQUE, access_level TEXT NOT NULL,
    configuration TEXT NOT NULL, pin_code TEXT UNIQUE);
  CREATE TABLE IF NOT EXISTS accesses (
    id TEXT PRIMARY KEY, resource TEXT NOT NULL REFERENCES rooms ON DELETE CASCADE,
    user_id TEXT NOT NULL REFERENCES users ON DELETE CASCADE, role TEXT NOT NULL, UNIQUE (resource, user_id));
  CREATE TABLE IF NOT EXISTS recordings (
    id TEXT PRIMARY KEY, room TEXT NOT NULL REFERENCES rooms ON DELETE CASCADE,
    owner TEXT NOT NULL REFERENCES users ON DELETE CASCADE, mode TEXT NOT NULL, options TEXT NOT NULL,
    status TEXT NOT NULL, worker_id TEXT UNIQUE, created_at TEXT NOT NULL, updated_at TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS files (
    id TEXT PRIMARY KEY, creator TEXT NOT NULL REFERENCES users ON DELETE CASCADE, type TEXT NOT NULL,
    title TEXT NOT NULL, filename TEXT NOT NULL, upload_state TEXT NOT NULL, mimetype TEXT, size INTEGER,
    description TEXT, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT, content BLOB);
  CREATE TABLE IF NOT EXISTS applications (
    client_id TEXT PRIMARY KEY, client_secret TEXT NOT NULL, name TEXT NOT NULL, is_active INTEGER NOT NULL,
    scopes TEXT NOT NULL, domains TEXT NOT NULL);
`;

/** The people of this backend. Whoever sits at this machine may be any of them. */
const people = [
  { nick: 'olive', email: 'owner@example.org', full_name: 'Olive Owner', short_name: 'Olive' },
  { nick: 'mel', email: 'member@example.org', full_name: 'Mel Member', short_name: 'Mel' },
  { nick: 'ada', email: 'ada@example.org', full_name: 'Ada Administrator', short_name: 'Ada' },
  { nick: 'tom', email: 'tom@example.org', full_name: 'Tom Trusted', short_name: 'Tom' },
];

/** The one application that may ask for tokens of people. */
export const application = { client_id: 'development-application', client_secret: 'development-secret', domain: 'example.org' };

/**
 * @typedef {string | number | null | Uint8Array} Value
 * @typedef {Record<string, Value>} Row
 * @typedef {ReturnType<typeof openDatabase>} Database
 */

/**
 * @param {string} file `:memory:`, or where it is kept
 * @param {import('./settings.mjs').Settings} settings
 */
export function openDatabase(file, settings) {
  const connection = new DatabaseSync(file);
  connection.exec(schema);
  /** @type {Map<string, import('node:sqlite').StatementSync>} */
  const statements = new Map();
  /** @param {string} sql */
  const prepared = (sql) => {
    const statement = statements.get(sql) ?? connection.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };

  const database = {
    /**
     * @param {string} sql
     * @param {...Value} values
     * @returns {any}
     */
    get: (sql, ...values) => prepared(sql).get(...values),
    /**
     * @param {string} sql
     * @param {...Value} values
     * @returns {any[]}
     */
    all: (sql, ...values) => prepared(sql).all(...values),
    /**
     * @param {string} sql
     * @param {...Value} values
     */
    run: (sql, ...values) => prepared(sql).run(...values),
    /**
     * @param {string} table
     * @param {Row} row
     */
    insert(table, row) {
      const columns = Object.keys(row);
      const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
      prepared(sql).run(...Object.values(row));
    },
    /**
     * @param {string} table
     * @param {string} id
     * @param {Row} changes
     */
    update(table, id, changes) {
      if (Object.keys(changes).length === 0) return;
      const sql = `UPDATE ${table} SET ${Object.keys(changes).map((column) => `${column} = ?`).join(', ')} WHERE id = ?`;
      prepared(sql).run(...Object.values(changes), id);
    },
    close: () => connection.close(),
  };

  for (const person of people) {
    if (database.get('SELECT id FROM users WHERE nick = ?', person.nick)) continue;
    database.insert('users', { id: randomUUID(), sub: randomUUID(), ...person, timezone: settings.timeZone, language: settings.language });
  }
  if (!database.get('SELECT client_id FROM applications WHERE client_id = ?', application.client_id)) {
    database.insert('applications', {
      client_id: application.client_id,
      client_secret: application.client_secret,
      name: 'Development application',
      is_active: 1,
      scopes: 'rooms:create rooms:list rooms:retrieve rooms:update rooms:delete',
      domains: application.domain,
    });
  }
  return database;
}
