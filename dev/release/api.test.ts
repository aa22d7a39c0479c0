// The public surface of each package: what the report says of it, and what its docstrings say.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { report, reportFile, undocumented } from './api.mjs';

describe.each(['packages/visio-core', 'packages/visio-element', 'packages/visio-react'])('%s', (dir) => {
  it('has the surface that its report says: a change that is meant is written by `npm run api`', () => {
    expect(report(dir)).toBe(readFileSync(reportFile(dir), 'utf8'));
  });

  it('says what each export is, and what of it is called or measured', () => {
    expect(undocumented(dir)).toEqual([]);
  });
});

it('reports what is exported, what that names, and nothing private', () => {
  const core = report('packages/visio-core');
  for (const line of ['## visio-core/engines/simulated', 'function createMeeting(', 'interface Writable<T>', 'Named by these, and not exported:']) expect(core).toContain(line);
  expect(core).not.toMatch(/#private|^\s*private /m);
  const element = report('packages/visio-element');
  for (const line of ['class VisioMeeting extends LitElement', '// @csspart stage', '// @slot lobby-header', '// @cssprop --visio-accent', '// @cssprop --visio-call-scheme', '// @fires {VisioJoinedEvent} visio-joined']) expect(element).toContain(line);
});
