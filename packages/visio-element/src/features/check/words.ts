/** A check in words: what works, what is in the way, and what an administrator should open. */
import type { CheckReport, CheckStep } from 'visio-core';
import { VisioError } from 'visio-core';
import type { TextKey, Translator } from 'visio-core/i18n';
import { milliseconds, rate } from '../../base/measures.js';

type Words = Pick<Translator, 'text' | 'error' | 'language'>;

/** Those that tell of the server and the way there. */
const WAYS = ['udp', 'tcp', 'turn'] as const;

/** A sentence about one step; empty while it is not over. */
export function sentence({ name, state, reason, server = '', port, roundTrip, up, down }: CheckStep, { text, error, language }: Words): string {
  if (state === 'pending') return '';
  if (state === 'running') return text('check.running');
  const host = server.replace(/:\d+$/, '') || '…';
  if (name === 'bandwidth' && state === 'passed') {
    const speed = up !== undefined && down !== undefined ? text('check.bandwidth.both', { up: rate(language, up), down: rate(language, down) }) : text('check.bandwidth.one', { rate: rate(language, up ?? down ?? null) });
    return reason === 'LOW' ? `${speed} ${text('check.bandwidth.LOW')}` : speed;
  }
  if (state === 'passed') {
    const works = text(`check.${name}.passed`);
    return roundTrip === undefined ? works : `${works} ${text('check.roundTrip', { time: milliseconds(language, roundTrip) })}`;
  }
  switch (reason) {
    case 'BLOCKED':
      return text(`check.${name as (typeof WAYS)[number]}.BLOCKED`, { host, port: String(port ?? '') });
    case 'NOT_OFFERED':
      return text(`check.${name as (typeof WAYS)[number] | 'bandwidth'}.NOT_OFFERED`, { host });
    case 'SILENT':
      return text(`check.${name as 'microphone' | 'camera'}.SILENT`);
    case 'SERVER_UNREACHABLE':
      return text('check.signalling.SERVER_UNREACHABLE', { server: server || host });
    case 'NOT_REACHED':
    case 'NOT_TESTABLE':
    case 'IN_CALL':
    case 'COMMAND_DISABLED':
      return text(`check.${reason}`);
    case null:
    case 'LOW':
      return '';
    default:
      return error(new VisioError(reason, '', name === 'microphone' || name === 'camera' || name === 'speaker' ? { device: name } : {}));
  }
}

/** What all of it comes to. */
export type Outcome = 'ready' | 'limited' | 'blocked' | 'stopped' | 'call';

export function outcome({ steps }: Pick<CheckReport, 'steps'>): Outcome {
  const step = (name: CheckStep['name']) => steps.find((each) => each.name === name);
  const failed = steps.some(({ state }) => state === 'failed');
  if (steps.some(({ reason }) => reason === 'COMMAND_DISABLED')) return 'stopped';
  if (step('signalling')?.state === 'failed' || !WAYS.some((name) => step(name)?.state === 'passed')) return 'blocked';
  if (failed || step('bandwidth')?.reason === 'LOW') return 'limited';
  return steps.some(({ reason }) => reason === 'IN_CALL') ? 'call' : 'ready';
}

/** The report as lines to hand to an administrator. */
export function toText(report: CheckReport, words: Words): string {
  const { text } = words;
  const lines = [
    text('check.title'),
    report.at,
    text('check.server', { server: report.server || '–' }),
    report.browser,
    '',
    text(`check.outcome.${outcome(report)}`),
    '',
    ...report.steps.map((step) => `[${text(`check.state.${step.state}`)}] ${text(titleOf(step))}: ${sentence(step, words)}${step.reason ? ` (${step.reason})` : ''}`),
  ];
  return `${lines.join('\n')}\n`;
}

export function titleOf({ name }: CheckStep): TextKey {
  return `check.step.${name}`;
}
