import { describe, expect, it } from 'vitest';
import { exit } from '../../src/failure.ts';
import { textOf } from '../support.ts';
import { meent } from './support.ts';

const commands = [
  'build',
  'validate',
  'explain',
  'query',
  'test',
  'export',
  'site',
  'evidence',
  'anchor',
  'published',
  'diff',
];

const ofLink = ['propose', 'review', 'accept', 'reject', 'verify', 'enrich'];

describe('meent --help', () => {
  it('lists every command, and what each exit code means', async () => {
    const { code, out, err } = await meent(['--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const listed = [...out.matchAll(/^ {2}(\w+) (?:\[|<)/gm)].map((match) => match[1]!);
    expect(listed.filter((name) => name !== 'help')).toEqual(commands);
    for (const number of Object.values(exit)) expect(out).toMatch(new RegExp(`[ \\n]${number} [a-z]`));
  });

  it.each(commands)('of %s says how to use it, with an example', async (command) => {
    const { code, out, err } = await meent([command, '--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(new RegExp(`^Usage: meent ${command}`));
    expect(out).toMatch(new RegExp(`\nExamples?:\n {2}meent ${command}`));
    expect(await meent(['help', command])).toEqual({ code: 0, out, err: '' });
  });

  it('of site tells of the pages that work in the browser, of every option, and has an example of each way to use it', async () => {
    const { out } = await meent(['site', '--help']);
    for (const told of ['search/', 'query/', '--with-sources', '--check', '--serve', '--ready', '--output'])
      expect(out).toContain(told);
    const examples = out.slice(out.indexOf('\nExamples:'));
    for (const way of ['meent site  ', '--serve ', '--serve 0 --with-sources', '-o ', '--check'])
      expect(examples).toContain(way);
  });

  it('of link lists its commands, each with how to use it and an example', async () => {
    const { out } = await meent(['link', '--help']);
    expect([...out.matchAll(/^ {2}(\w+) \[/gm)].map((match) => match[1])).toEqual([...ofLink, 'help']);
    for (const command of ofLink) {
      const { code, out, err } = await meent(['link', command, '--help']);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toMatch(new RegExp(`^Usage: meent link ${command}`));
      expect(out).toMatch(new RegExp(`\nExamples:\n {2}meent link ${command}`));
    }
  });

  it('fits in 80 columns, but for examples and codes', async () => {
    for (const command of [...commands, 'link propose', 'link review', 'link accept', 'link reject']) {
      const { out } = await meent([...command.split(' '), '--help']);
      const usage = out.slice(0, out.indexOf('\nExample'));
      expect(usage.split('\n').filter((line) => line.length > 80)).toEqual([]);
    }
  });
});

it.each(['--version', '-V'])('meent %s prints the version of package.json', async (option) => {
  const { version } = JSON.parse(textOf('package.json')) as { version: string };
  expect(await meent([option])).toEqual({ code: 0, out: `${version}\n`, err: '' });
});
