import { parseAst } from 'rollup/parseAst';
import { describe, expect, it } from 'vitest';
import { withoutLogs } from './livekit-from-source.mjs';

const without = (code: string) => withoutLogs(code, parseAst(code));

describe('withoutLogs', () => {
  it('leaves out what is only said', () => {
    expect(without(`this.log.debug('joined', { ...this.logContext, id });`)).toMatch(/^void 0 *;$/);
    expect(without(`log.warn('no'); done();`)).toMatch(/^void 0 *; done\(\);$/);
    expect(without(`send().catch((error) => this.iceLog.error(error.toString()));`)).toMatch(/^send\(\)\.catch\(\(error\) => void 0 *\);$/);
    expect(without(`ready && logger.info('ready');`)).toMatch(/^ready && void 0 *;$/);
  });

  it('leaves everything else where it was, for the source map', () => {
    const code = `const a = 1;\nthis.log.info(\n  'a',\n  a,\n);\nuse(a);\n`;
    const result = without(code);
    expect(result).toHaveLength(code.length);
    expect(result.split('\n')).toHaveLength(code.split('\n').length);
    expect(result.indexOf('use(a)')).toBe(code.indexOf('use(a)'));
  });

  it.each([
    `this.log.debug(await state());`,
    `this.log.debug((count += 1));`,
    `this.log.debug(count++);`,
    `console.warn('a host hears this');`,
    `Math.log(2);`,
    `this.log.setLevel('silent');`,
    `this.login.debug('no log');`,
    `this.emit('log', this.log);`,
  ])('keeps %s', (code) => expect(without(code)).toBe(code));
});
