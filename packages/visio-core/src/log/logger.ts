/**
 * Logging for developers of the host. Silent unless the host gives a sink. Never pass a token, a name or a message's text.
 * error: broken, needs work. warn: went on in a worse way. info: life of the meeting. debug: everything else.
 */
export type LogLevel = 'error' | 'warn' | 'info' | 'debug';

/** Receives every line, with what it is about. */
export type LogSink = (level: LogLevel, message: string, context?: Readonly<Record<string, unknown>>) => void;

export const silent: LogSink = () => undefined;
