import type { ParticipantInfo } from '../../engine/engine.js';

/**
 * The participant attribute by which the server says that someone interprets: `true`, or nothing. Those who may set their
 * own attributes could say it of themselves; in rooms of La Suite Meet nobody may.
 */
export const INTERPRETER_ATTRIBUTE = 'visio.interpreter';

/** Whether a moderator marked someone as sign-language interpreter. */
export function isInterpreter(participant: Pick<ParticipantInfo, 'attributes'> | undefined): boolean {
  return participant?.attributes[INTERPRETER_ATTRIBUTE] === 'true';
}
