import type { AstNode, Plugin } from 'rollup';

export function livekitFromSource(root: string): Plugin;
export function isPartOfLivekit(id: string): boolean;
/** `code` with its value in place of each call of LiveKit's log. */
export function withoutLogs(code: string, program: AstNode): string;
