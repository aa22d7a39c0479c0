// The answers to what is not granted, in Django REST framework's words.

/** Thrown where a request is refused; it is the answer. */
export class Refused extends Error {
  /**
   * @param {number} status
   * @param {unknown} body
   * @param {Record<string, string>} [headers]
   */
  constructor(status, body, headers = {}) {
    super(`${status} ${JSON.stringify(body)}`);
    this.status = status;
    this.body = body;
    this.headers = headers;
    /** @type {string | undefined} */
    this.html = undefined;
  }
}

export const refusals = {
  notAuthenticated: () => new Refused(401, { detail: 'Authentication credentials were not provided.' }),
  /** @param {string} why */
  authenticationFailed: (why) => new Refused(401, { detail: why }),
  forbidden: (why = 'You do not have permission to perform this action.') => new Refused(403, { detail: why }),
  notFound: (why = 'Not found.') => new Refused(404, { detail: why }),
  /** @param {Record<string, unknown>} fields */
  invalid: (fields) => new Refused(400, fields),
  /** @param {number} seconds */
  throttled: (seconds) =>
    new Refused(
      429,
      { detail: `Request was throttled. Expected available in ${seconds} second${seconds === 1 ? '' : 's'}.` },
      { 'Retry-After': String(seconds) },
    ),
  /** What Django takes for an attack, it answers with a page and no JSON. */
  suspicious() {
    const refused = new Refused(400, undefined);
    refused.html = '<!doctype html>\n<html lang="en">\n<head>\n  <title>Bad Request (400)</title>\n</head>\n<body>\n  <h1>Bad Request (400)</h1><p></p>\n</body>\n</html>\n';
    return refused;
  },
};
