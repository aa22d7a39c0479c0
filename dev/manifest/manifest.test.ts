import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createMeeting, type FactMap } from 'visio-core';
import { simulatedEngine } from 'visio-core/engines/simulated';
import { describe, expect, it } from 'vitest';
import { root } from '../bootstrap.mjs';
import { CORE_TOKENS } from '../../packages/visio-element/src/theme/core-tokens.js';
import { TOKENS } from '../../packages/visio-element/src/theme/tokens.js';
import { analyze, elementsOf } from './analyze.mjs';
import { builtOutputs, keptOutputs } from './outputs.mjs';

const manifest = analyze();
const elements = elementsOf(manifest);
const meetingElement = elements.find(({ tagName }) => tagName === 'visio-meeting')!;

/** Each fact of a call; one that is missing here fails the build. */
const FACTS: { readonly [Type in keyof FactMap]: true } = {
  'participant-joined': true,
  'participant-left': true,
  'participant-changed': true,
  'track-published': true,
  'track-muted': true,
  'track-unmuted': true,
  'track-unpublished': true,
  'speakers-changed': true,
  'quality-changed': true,
  'message-received': true,
  'hand-raised': true,
  'hand-lowered': true,
  'reaction-received': true,
  caption: true,
  'recording-starting': true,
  'recording-started': true,
  'recording-stopped': true,
  'recording-saving': true,
  'recording-failed': true,
  'person-waiting': true,
  'person-admitted': true,
  'person-refused': true,
  'role-changed': true,
  'permissions-changed': true,
};

/** The names of all commands in a meeting and its features, in kebab case. */
function commandsOf(value: unknown, depth = 0): string[] {
  if (typeof value === 'function') return 'enabled' in value && 'pending' in value ? [value.name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)] : [];
  if (typeof value !== 'object' || value === null || depth > 3) return [];
  return Object.values(value).flatMap((each) => commandsOf(each, depth + 1));
}

describe('the manifest', () => {
  it('has the public elements, and no others', () => {
    expect(elements.map(({ tagName, name }) => [tagName, name])).toEqual([
      ['visio-meeting', 'VisioMeeting'],
      ['visio-call-button', 'VisioCallButton'],
    ]);
  });

  it('leaves private members out', () => {
    for (const { members } of elements) {
      const names = members.map(({ name }) => name);
      expect(names.filter((name) => /^[#_]|Callback$|^(render|updated|willUpdate|styles|view|connection|hasNext|wishes|target)$/.test(name))).toEqual([]);
      expect(names).toContain('displayName');
    }
    expect(JSON.stringify(manifest)).not.toMatch(/"privacy"|packages\/|\/src\//);
  });

  it.each(elements.map((element) => [element.tagName, element] as const))('describes everything of <%s>', (_, { members, attributes, events, slots, cssParts, cssProperties }) => {
    for (const list of [members, attributes, events, slots, cssParts, cssProperties]) {
      expect(list.length).toBeGreaterThan(0);
      expect(list.filter(({ description }) => !description).map(({ name }) => name)).toEqual([]);
      expect(new Set(list.map(({ name }) => name)).size).toBe(list.length);
    }
  });

  it('has every fact and every command of a meeting as an event', () => {
    const { engine: _, ...meeting } = createMeeting({ engine: simulatedEngine({ sound: false }) });
    const commands = [...new Set(commandsOf(meeting))];
    meeting.dispose();
    expect(commands.length).toBeGreaterThan(30);
    const expected = ['state-changed', 'joined', 'left', 'error', ...Object.keys(FACTS), ...commands.map((command) => `before-${command}`)];
    expect(meetingElement.events.map(({ name }) => name).sort()).toEqual(expected.map((type) => `visio-${type}`).sort());
  });

  it('has each token, of the elements that are made of it', () => {
    const names = (tag: string) => elements.find(({ tagName }) => tagName === tag)!.cssProperties.map(({ name }) => name);
    expect(names('visio-meeting')).toEqual([...TOKENS.map(({ name }) => name), '--visio-call-scheme']);
    const core = Object.keys(CORE_TOKENS).map((name) => `--visio-${name}`);
    expect(names('visio-call-button').sort()).toEqual([...core, '--visio-call-block-size'].sort());
  });
});

describe('what is made from it', () => {
  it.each([...keptOutputs(manifest)])('%s is as the elements are documented (or else: npm run manifest)', async (file, text) => {
    expect(await readFile(join(root, file), 'utf8')).toBe(text);
  });

  it('tells editors what an attribute may be', () => {
    const data = JSON.parse([...builtOutputs(manifest)].find(([file]) => file.endsWith('html-data.json'))![1]) as {
      tags: { name: string; attributes: { name: string; values?: { name: string }[]; valueSet?: string }[] }[];
    };
    const attribute = (name: string) => data.tags[0]!.attributes.find((each) => each.name === name);
    expect(attribute('layout')?.values?.map(({ name }) => name)).toEqual(['auto', 'grid', 'speaker', 'sidebar']);
    expect(attribute('intent')?.values?.map(({ name }) => name)).toEqual(['join', 'call', 'watch']);
    expect(attribute('skip-lobby')?.valueSet).toBe('v');
  });
});
