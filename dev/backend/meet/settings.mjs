// What an operator of La Suite Meet sets in the environment, with its defaults; where its default is "off" and there
// is something to develop against, it is on here.
import { randomBytes } from 'node:crypto';

/**
 * @typedef {'public' | 'trusted' | 'restricted'} AccessLevel
 * @typedef {'camera' | 'microphone' | 'screen_share' | 'screen_share_audio'} Source
 */

/**
 * @typedef {ReturnType<typeof defaults>} Settings
 * @typedef {{ [Name in keyof Settings]?: Settings[Name] extends readonly unknown[] | string | number | boolean | undefined
 *   ? Settings[Name] : Partial<Settings[Name]> }} Changes
 */

/**
 * @param {Changes} [changes]
 * @returns {Settings}
 */
export function createSettings(changes = {}) {
  const settings = /** @type {Record<string, any>} */ (defaults());
  for (const [name, value] of Object.entries(changes)) {
    const isGroup = typeof value === 'object' && !Array.isArray(value);
    settings[name] = isGroup ? { ...settings[name], ...value } : value;
  }
  return /** @type {Settings} */ (settings);
}

function defaults() {
  return {
    language: 'en-us',
    languages: ['en-us', 'fr-fr', 'nl-nl', 'de-de'],
    timeZone: 'UTC',
    /** Of which pages of other origins may read answers; undefined: none is answered at all, see security.mjs. */
    allowedOrigins: /** @type {readonly string[] | undefined} */ (undefined),
    /** Whose pages, beside our own, may write with a session. */
    trustedOrigins: /** @type {readonly string[]} */ ([]),
    /** Where one may return to after signing in, beside our own origin. */
    returnOrigins: /** @type {readonly string[]} */ ([]),
    pageSize: 20,
    maxPageSize: 100,

    session: { seconds: 12 * 3600 },
    rooms: {
      allowUnregistered: true,
      defaultAccessLevel: /** @type {AccessLevel} */ ('public'),
      callbackSeconds: 600,
    },
    lobby: { waitingSeconds: 3, deniedSeconds: 5, acceptedSeconds: 6 * 3600, notification: 'participantWaiting' },
    /** Requests a minute. */
    throttles: { request_entry: 150, creation_callback: 600, connection_test: 30, roomkit_join: 300 },
    sources: /** @type {Source[]} */ (['camera', 'microphone', 'screen_share', 'screen_share_audio']),
    canEditDisplayName: true,
    users: { listing: false },
    recording: {
      enabled: true,
      modes: ['screen_recording', 'transcript'],
      /** @type {number | null} */ expirationDays: null,
      /** In milliseconds. @type {number | null} */ maxDuration: null,
      folder: 'recordings',
      /**
       * Development only, as there is no egress service here. `none`: recordings fail to start, as they do where an
       * operator runs none; `manual`: they begin and end when /dev/egress/ is told so; `automatic`: at once.
       * @type {'none' | 'manual' | 'automatic'}
       */
      egress: 'automatic',
    },
    subtitle: { enabled: true, agent: 'multi-user-transcriber' },
    connectionTest: { enabled: true, seconds: 300, prefix: 'connection-test' },
    telephony: { enabled: false, phoneNumber: '+33 1 23 45 67 89', country: 'FR', pinLength: 10 },
    roomkit: { enabled: false, token: '' },
    files: {
      enabled: true,
      maxCount: 10,
      maxSize: 2_097_152,
      extensions: ['.jpeg', '.jpg', '.png'],
      mimetypes: ['image/jpeg', 'image/png'],
    },
    externalApi: {
      enabled: true,
      defaultAccessLevel: /** @type {AccessLevel} */ ('trusted'),
      allowPublic: false,
      createsUsers: true,
      secret: randomBytes(32),
      seconds: 3600,
    },
    addons: { enabled: true, secret: randomBytes(32), sessionSeconds: 3600, transitSeconds: 120, tokenSeconds: 7200, scope: 'rooms:create' },
  };
}
