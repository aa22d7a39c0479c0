// What a body may say, and what is answered if it does not: the fields of Django REST framework and, where La Suite
// Meet has schemas, of pydantic; in their words.
import { refusals } from './refused.mjs';

/** What is wrong with one value. */
class Wrong extends Error {
  /** @param {...unknown} messages */
  constructor(...messages) {
    super();
    this.messages = messages;
  }
}

/**
 * For rules elsewhere.
 * @param {string} message
 */
export const wrong = (message) => new Wrong(message);

/**
 * @typedef {object} Rule
 * @property {(value: unknown) => unknown} read throws what is wrong
 * @property {boolean} [optional]
 * @property {boolean} [nullable]
 */

/**
 * @param {any} body
 * @param {Record<string, Rule>} rules
 * @param {{ partial?: boolean }} [options] partial: nothing is required
 * @param {(errors: Record<string, unknown>) => Error} [refuse]
 * @returns {any} the values given, as they were understood
 */
export function check(body, rules, { partial = false } = {}, refuse = refusals.invalid) {
  if (!isRecord(body)) {
    throw refuse({ non_field_errors: [`Invalid data. Expected a dictionary, but got ${pythonType(body)}.`] });
  }
  /** @type {Record<string, unknown>} */
  const values = {};
  /** @type {Record<string, unknown>} */
  const errors = {};
  for (const [name, { read, optional, nullable }] of Object.entries(rules)) {
    const value = body[name];
    try {
      if (value === undefined) {
        if (!optional && !partial) throw new Wrong('This field is required.');
      } else if (value === null) {
        if (!nullable) throw new Wrong('This field may not be null.');
        values[name] = null;
      } else {
        values[name] = read(value);
      }
    } catch (error) {
      if (!(error instanceof Wrong)) throw error;
      errors[name] = error.messages;
    }
  }
  if (Object.keys(errors).length > 0) throw refuse(errors);
  return values;
}

/**
 * @param {Rule} rule
 * @returns {Rule}
 */
export const optional = (rule) => ({ ...rule, optional: true });

/**
 * @param {Rule} rule
 * @returns {Rule}
 */
export const nullable = (rule) => ({ ...rule, optional: true, nullable: true });

/**
 * @param {{ max?: number, blank?: boolean }} [options]
 * @returns {Rule}
 */
export function text({ max, blank = false } = {}) {
  return {
    read(value) {
      if (typeof value !== 'string' && typeof value !== 'number') throw new Wrong('Not a valid string.');
      const string = String(value).trim();
      if (string.includes('\0')) throw new Wrong('Null characters are not allowed.');
      if (string === '' && !blank) throw new Wrong('This field may not be blank.');
      if (max !== undefined && string.length > max) throw new Wrong(`Ensure this field has no more than ${max} characters.`);
      return string;
    },
  };
}

/** @type {Rule} */
export const boolean = {
  read(value) {
    if (value === true || value === false) return value;
    const word = typeof value === 'number' || typeof value === 'string' ? String(value).toLowerCase() : '';
    if (['t', 'y', 'yes', 'true', 'on', '1'].includes(word)) return true;
    if (['f', 'n', 'no', 'false', 'off', '0'].includes(word)) return false;
    throw new Wrong('Must be a valid boolean.');
  },
};

/** @type {Rule} */
export const uuid = {
  read(value) {
    if (typeof value === 'string' && isUuid(value)) return asUuid(value);
    throw new Wrong('Must be a valid UUID.');
  },
};

/** @type {Rule} */
export const record = {
  read(value) {
    if (isRecord(value)) return value;
    throw new Wrong(`Expected a dictionary of items but got type "${pythonType(value)}".`);
  },
};

/** @type {Rule} */
export const emails = {
  read(value) {
    if (!Array.isArray(value)) throw new Wrong(`Expected a list of items but got type "${pythonType(value)}".`);
    if (value.length === 0) throw new Wrong('This list may not be empty.');
    const wrong = Object.fromEntries(
      value.flatMap((email, index) => (isEmail(email) ? [] : [[String(index), ['Enter a valid email address.']]])),
    );
    if (Object.keys(wrong).length > 0) throw new WrongItems(wrong);
    return value;
  },
};

/** Of lists, each wrong item is named by its place. */
class WrongItems extends Wrong {
  /** @param {Record<string, string[]>} items */
  constructor(items) {
    super();
    // An object where others have a list.
    this.messages = /** @type {any} */ (items);
  }
}

/**
 * @param {readonly string[]} choices
 * @returns {Rule}
 */
export function choice(choices) {
  return {
    read(value) {
      if (typeof value === 'string' && choices.includes(value)) return value;
      throw new Wrong(`"${pythonString(value)}" is not a valid choice.`);
    },
  };
}

/**
 * A schema of pydantic that refuses what it does not know.
 * @param {string} name
 * @param {Record<string, (value: unknown) => Flaw[]>} properties
 * @returns {Rule}
 */
export function schema(name, properties) {
  return {
    read(value) {
      const flaws = isRecord(value)
        ? Object.entries(value).flatMap(([key, inner]) =>
            (properties[key] ?? unknown)(inner).map((flaw) => ({ ...flaw, loc: [key, ...flaw.loc] })),
          )
        : [flawed('model_type', `Input should be a valid dictionary or instance of ${name}`, value)];
      if (flaws.length === 0) return value;
      throw new Wrong(
        ...flaws.map(({ type, loc, msg, input, ctx }) => ({
          type, loc, msg, input, ...(ctx && { ctx }), url: `https://errors.pydantic.dev/2.13/v/${type}`,
        })),
      );
    },
  };
}

/**
 * @typedef {{ type: string, loc: string[], msg: string, input: string, ctx?: Record<string, string> }} Flaw
 */

/**
 * @param {string} type
 * @param {string} msg
 * @param {unknown} value
 * @param {Record<string, string>} [ctx]
 * @returns {Flaw}
 */
const flawed = (type, msg, value, ctx) => ({ type, loc: [], msg, input: pythonString(value), ...(ctx && { ctx }) });

/** @param {unknown} value */
const unknown = (value) => [flawed('extra_forbidden', 'Extra inputs are not permitted', value)];

/**
 * @param {unknown} value
 * @returns {Flaw[]}
 */
export function flag(value) {
  if (value === null || typeof value === 'boolean' || value === 0 || value === 1) return [];
  if (typeof value === 'string' && /^(t|y|yes|true|on|1|f|n|no|false|off|0)$/i.test(value)) return [];
  return typeof value === 'string' || typeof value === 'number'
    ? [flawed('bool_parsing', 'Input should be a valid boolean, unable to interpret input', value)]
    : [flawed('bool_type', 'Input should be a valid boolean', value)];
}

/**
 * @param {unknown} value
 * @returns {Flaw[]}
 */
export function words(value) {
  return value === null || typeof value === 'string' ? [] : [flawed('string_type', 'Input should be a valid string', value)];
}

/** @param {readonly string[]} allowed */
export function oneOf(allowed) {
  const quoted = allowed.map((word) => `'${word}'`);
  const expected = `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
  /**
   * @param {unknown} value
   * @returns {Flaw[]}
   */
  return (value) =>
    typeof value === 'string' && allowed.includes(value)
      ? []
      : [flawed('literal_error', `Input should be ${expected}`, value, { expected })];
}

/**
 * @param {(value: unknown) => Flaw[]} item
 * @param {{ orNull?: boolean }} [options]
 */
export function listOf(item, { orNull = false } = {}) {
  /**
   * @param {unknown} value
   * @returns {Flaw[]}
   */
  return (value) => {
    if (value === null && orNull) return [];
    if (!Array.isArray(value)) return [flawed('list_type', 'Input should be a valid list', value)];
    return value.flatMap((inner, index) => item(inner).map((flaw) => ({ ...flaw, loc: [String(index), ...flaw.loc] })));
  };
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
export function isRecord(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @param {unknown} value */
export function isEmail(value) {
  return typeof value === 'string' && value.length <= 320 && /^[^\s@<>"(),:;]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(value);
}

/** With its hyphens or without, as Python takes both. @param {string} value */
export function isUuid(value) {
  return /^[0-9a-f]{32}$/i.test(value.replaceAll('-', ''));
}

/** @param {string} value */
export function asUuid(value) {
  return value.replaceAll('-', '').toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** @param {unknown} value */
function pythonType(value) {
  if (value === null) return 'NoneType';
  if (Array.isArray(value)) return 'list';
  return { string: 'str', boolean: 'bool', object: 'dict', number: Number.isInteger(value) ? 'int' : 'float' }[typeof value] ?? 'object';
}

/**
 * @param {unknown} value
 * @returns {string}
 */
function pythonString(value) {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
