import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exit } from '../../src/failure.ts';
import { checkMappings } from '../../src/sssom/faults.ts';
import { readMappings } from '../../src/sssom/sssom.ts';
import { standingOf } from '../../src/sssom/standing.ts';
import { meent, newFolder, type Surroundings } from '../cli/support.ts';
import { start } from '../processes.ts';
import { root } from '../support.ts';

const cases = join(root, 'test/link/review');
const textOf = (path: string) => readFileSync(join(cases, path), 'utf8');
const plain = textOf('ends-with-its-input/before.sssom.tsv');

/** A copy of the grove with a mapping set. */
function groveWith(set: string, settings: object = {}): { folder: string; file: string } {
  const folder = newFolder();
  cpSync(join(root, 'test/link/projects/grove'), folder, { recursive: true });
  mkdirSync(join(folder, 'data/links'));
  const file = join(folder, 'data/links/proposed.sssom.tsv');
  writeFileSync(file, set);
  const path = join(folder, 'meent.json');
  writeFileSync(path, JSON.stringify({ ...(JSON.parse(readFileSync(path, 'utf8')) as object), ...settings }));
  return { folder, file };
}
const gardener = ['--reviewer', 'A. Gardener', '--date', '2024-04-25'];
const link = (folder: string, args: readonly string[], surroundings?: Surroundings) =>
  meent(['--project', folder, 'link', ...args], surroundings);
const standings = (file: string) =>
  readMappings(readFileSync(file, 'utf8'), 'x').mappings.map((mapping) =>
    [mapping.subject_id, mapping.predicate_id, mapping.object_id, standingOf(mapping)].join(' '),
  );

describe('meent link review', () => {
  it.each(readdirSync(cases))('%s', async (name) => {
    const { folder, file } = groveWith(textOf(`${name}/before.sssom.tsv`));
    const args = existsSync(join(cases, name, 'arguments.json'))
      ? (JSON.parse(textOf(`${name}/arguments.json`)) as string[])
      : [];
    const said: string[] = [];
    const { code, out, err } = await link(folder, ['review', ...gardener, ...args], {
      stdin: textOf(`${name}/answers.txt`),
      onWrite: (text) => void said.push(text),
    });
    expect(said.join('')).toHaveLength(out.length + err.length);
    await expect(`${said.join('')}exit code ${code}\n`).toMatchFileSnapshot(
      join(cases, name, 'transcript.txt'),
    );
    const after = readFileSync(file, 'utf8');
    await expect(after).toMatchFileSnapshot(join(cases, name, 'after.sssom.tsv'));
    // What review writes is as SSSOM wants it, and holds no formula.
    expect(checkMappings(readMappings(after, 'x')).filter(({ rule }) => rule !== 'unknown-slot')).toEqual([]);
  });

  it('lets a person take back the last answer, also where there is no question left', async () => {
    const { folder, file } = groveWith(plain);
    const before = standings(file);
    const stdin = `${'s\n'.repeat(before.length - 1)}n\nundo\ny\n\n`;
    const { code, err } = await link(folder, ['review', ...gardener], { stdin, typed: true });
    expect(code).toBe(exit.fine);
    expect(err).toMatch(/That was the last one: Enter to end, or undo > [^]*That was the last one/);
    expect(standings(file)).toEqual(before.with(-1, before.at(-1)!.replace(/ \w+$/, ' accepted')));
  });

  it('asks for the name of who decides, and takes no answer for one', async () => {
    const { folder, file } = groveWith(plain);
    const { code, err } = await link(folder, ['review', '--date', '2024-04-25'], {
      stdin: 'y\n\nÅ. Gärtner|Forester\ny\nq\n',
      typed: true,
    });
    expect(code).toBe(exit.fine);
    expect(err.match(/Your name/g)).toHaveLength(3);
    expect(readMappings(readFileSync(file, 'utf8'), 'x').mappings[1]).toMatchObject({
      reviewer_label: 'Å. Gärtner\\|Forester',
      review_date: '2024-04-25',
    });
  });

  it('takes the name from meent.json', async () => {
    const { folder, file } = groveWith(plain, { reviewer: 'B. Forester' });
    expect((await link(folder, ['review'], { stdin: 'y\n' })).err).toContain('by B. Forester');
    expect(readFileSync(file, 'utf8')).toContain('\tB. Forester\t');
  });

  it('invents no name where nobody can be asked, and changes nothing', async () => {
    const { folder, file } = groveWith(plain);
    const env = { USER: 'root', GIT_AUTHOR_NAME: 'root' };
    const { code, err } = await link(folder, ['review'], { stdin: 'y\ny\n', env });
    expect(code).toBe(exit.usage);
    expect(err).toContain('Nobody is named who decides');
    expect(readFileSync(file, 'utf8')).toBe(plain);
  });

  it('asks a person again who makes a slip, and says what there is to say', async () => {
    const { folder, file } = groveWith(plain);
    const stdin = 'yse\n?\ny owl:sameass\nundo\ny\nq\n';
    const { code, err } = await link(folder, ['review', ...gardener], { stdin, typed: true });
    expect(code).toBe(exit.fine);
    expect(err).toContain('That is no answer: yse');
    expect(err).toContain('y skos:closeMatch   yes, but by this relation');
    expect(err).toContain('Did you mean owl:sameAs?');
    expect(err).toContain('There is nothing to undo.');
    expect(standings(file)[1]).toBe('thing:oakham owl:sameAs town:T3 accepted');
  });

  it('is not asked about what was decided in a spreadsheet', async () => {
    const rows = plain
      .trimEnd()
      .split('\n')
      .map((line) =>
        line.startsWith('#')
          ? line
          : line.startsWith('subject_id')
            ? `${line}\treviewer_label\treviewer_agreement`
            : `${line}\tA. Gardener\t${line.includes('T3') ? '1' : '-1'}`,
      );
    const { folder } = groveWith(`${rows.join('\r\n')}\r\n`);
    expect(await link(folder, ['review', ...gardener])).toMatchObject({
      code: exit.fine,
      out: '',
      err: 'There is nothing to decide.\n',
    });
  });

  it('shows what others wrote without acting on it, in colour or not', async () => {
    const { folder } = groveWith(plain.replace('hamlet in the north', 'hamlet\u001b[2J\u202E'));
    const ran = await link(folder, ['review', ...gardener], { stdin: 's\ns\nq\n', colour: true });
    expect(ran.out).toContain('hamlet\\u001B[2J\\u202E');
    expect(ran.out.match(/\u001b\[\d+m/g)).toEqual(
      Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? '\u001b[1m' : '\u001b[22m')),
    );
    const without = await link(folder, ['review', ...gardener], { stdin: 's\ns\nq\n' });
    expect(without.out).toBe(ran.out.replace(/\u001b\[\d+m/g, ''));
  });

  it('keeps what somebody else wrote into the file meanwhile', async () => {
    const { folder, file } = groveWith(plain);
    const others = plain.replace('0.95', '0.94');
    const onWrite = (text: string) => text.startsWith('accepted') && writeFileSync(file, others);
    const { code, err } = await link(folder, ['review', ...gardener], { stdin: 'y\nn\n', onWrite });
    expect(code).toBe(exit.unwritable);
    expect(err).toContain('The file has been changed by somebody else meanwhile');
    expect(readFileSync(file, 'utf8')).toBe(others);
  });

  it('loses at most the answer being typed to kill -9', async () => {
    const { folder, file } = groveWith(plain);
    const { child, finished } = start(process.execPath, [
      join(root, 'bin/meent.js'),
      ...['--project', folder, '--lang', 'en', 'link', 'review', ...gardener],
    ]);
    child.stdin!.write('y\n');
    await new Promise<void>((resolve) =>
      child.stderr!.on('data', (part: string) => part.includes('accepted:') && resolve()),
    );
    child.stdin!.write('n becau');
    child.kill('SIGKILL');
    expect(await finished).toMatchObject({ signal: 'SIGKILL' });
    expect(readdirSync(join(folder, 'data/links'))).toEqual(['proposed.sssom.tsv']);
    expect(standings(file).filter((each) => !each.endsWith('proposed'))).toEqual([
      'thing:oakham owl:sameAs town:T3 accepted',
    ]);
    const { err } = await link(folder, ['review', ...gardener], { stdin: 'n\nq\n' });
    expect(err).toContain('rejected: Eikheim thing:oakham owl:sameAs town:T4');
  });
});

describe('meent link accept and reject', () => {
  it.each<[string[], string, string[]]>([
    [['accept', 'oakham', 'T3', ...gardener], 'accepted: ', ['thing:oakham owl:sameAs town:T3 accepted']],
    [
      ['accept', 'thing:oakham', 'https://example.org/town/T3', ...gardener],
      'accepted: ',
      ['thing:oakham owl:sameAs town:T3 accepted'],
    ],
    [
      ['accept', 'elmbridge', 'town:T1', '--as', 'sameAs', ...gardener],
      'accepted: ',
      ['thing:elmbridge rdfs:seeAlso town:T1 rejected', 'thing:elmbridge owl:sameAs town:T1 accepted'],
    ],
    [
      ['accept', 'pruning', '7', '--rule', 'Two labels agree'],
      'accepted: ',
      ['thing:pruning skos:closeMatch tree:7 accepted'],
    ],
    [['reject', 'oakham', 'T4', ...gardener], 'rejected: ', ['thing:oakham owl:sameAs town:T4 rejected']],
    [
      ['reject', 'oakham', 'T4', '--because', 'in the north', ...gardener],
      'rejected: ',
      ['thing:oakham owl:sameAs town:T4 rejected', 'thing:oakham owl:sameAs town:T4 rejected'],
    ],
  ])('%j is %s', async (args, said, expected) => {
    const { folder, file } = groveWith(plain);
    const { code, out, err } = await link(folder, args);
    expect({ code, err }).toEqual({ code: exit.fine, err: '' });
    expect(out).toContain(said);
    expect(standings(file).filter((each) => !each.endsWith('proposed'))).toEqual(expected);
    const decided = readFileSync(file, 'utf8');
    expect((await link(folder, args)).out).toContain(`${said.slice(0, 8)} already`);
    expect(readFileSync(file, 'utf8')).toBe(decided);
  });

  it.each<[string, string[], string, string]>([
    [
      'owl:sameAs without the name of a person',
      ['accept', 'oakham', 'T3', '--rule', 'Two labels agree'],
      'owl:sameAs is accepted by nobody but a person',
      '--reviewer',
    ],
    ['anything without a name or a rule', ['accept', 'pruning', '7'], 'Nobody is named', '--reviewer'],
    ['a name of blanks', ['accept', 'oakham', 'T3', '--reviewer', ' '], 'Not the name of a person', ''],
    ['a name that is a formula', ['accept', 'oakham', 'T3', '--reviewer', '=A1'], '=A1', ''],
    ['a name with a line end', ['accept', 'oakham', 'T3', '--reviewer', 'A\nB'], 'A\\nB', ''],
    ['a thing that is misspelt', ['accept', 'oakhm', 'T3', ...gardener], 'oakhm', 'Did you mean oakham?'],
    ['another side that is misspelt', ['reject', 'oakham', 'T33', ...gardener], 'T33', 'Did you mean T3?'],
    [
      'an IRI of which nothing is said',
      ['accept', 'https://grove.example/id/oakhan', 'T3', ...gardener],
      'No mapping has this subject',
      'Did you mean https://grove.example/id/oakham?',
    ],
    [
      'a pair that nobody has proposed',
      ['accept', 'pruning', 'town:T3', ...gardener],
      'No mapping has this object: town:T3',
      '',
    ],
    [
      'a relation that is none',
      ['accept', 'oakham', 'T3', '--as', 'sameas', ...gardener],
      'sameas',
      'sameAs',
    ],
    [
      'a relation that the pair has not',
      ['reject', 'oakham', 'T3', '--as', 'seeAlso', ...gardener],
      'The pair has no mapping with the relation rdfs:seeAlso',
      'It has owl:sameAs.',
    ],
    [
      'a day that is none',
      ['accept', 'oakham', 'T3', '--reviewer', 'A', '--date', '2024-02-30'],
      'Not a day',
      '',
    ],
    ['to merge concepts', ['accept', 'pruning', '7', '--as', 'sameAs', ...gardener], 'does not fit', ''],
    [
      'to make a concept of a place',
      ['accept', 'oakham', 'T3', '--as', 'exactMatch', ...gardener],
      'does not fit',
      '',
    ],
  ])('refuses %s with 2, and changes nothing', async (_, args, message, hint) => {
    const { folder, file } = groveWith(plain);
    const { code, err } = await link(folder, args);
    expect(err).toContain(message);
    expect(err).toContain(hint);
    expect(code).toBe(exit.usage);
    expect(readFileSync(file, 'utf8')).toBe(plain);
  });

  it('decides otherwise only where that is said', async () => {
    const { folder, file } = groveWith(plain);
    await link(folder, ['accept', 'oakham', 'T3', ...gardener]);
    const reject = ['reject', 'oakham', 'T3', '--reviewer', 'B. Forester'];
    expect(await link(folder, reject)).toMatchObject({
      code: exit.usage,
      err: expect.stringContaining('It was accepted before') as string,
    });
    expect((await link(folder, [...reject, '--overrule'])).code).toBe(exit.fine);
    expect(standings(file)[1]).toBe('thing:oakham owl:sameAs town:T3 rejected');
  });

  it('accepts no second identity in one authority, and says which is the first', async () => {
    const { folder } = groveWith(plain);
    await link(folder, ['accept', 'oakham', 'T3', ...gardener]);
    const { code, err } = await link(folder, ['accept', 'oakham', 'T4', ...gardener]);
    expect(code).toBe(exit.usage);
    expect(err).toContain('https://example.org/town/T3 was accepted as the same already');
  });

  it('asks which relation is meant where there are several', async () => {
    const { folder, file } = groveWith(
      `${plain}thing:oakham\tEikheim\trdfs:seeAlso\ttown:T3\tEikheim\tsemapv:LexicalMatching\n`,
    );
    const { code, err } = await link(folder, ['accept', 'oakham', 'T3', ...gardener]);
    expect(code).toBe(exit.usage);
    expect(err).toContain('--as owl:sameAs, --as rdfs:seeAlso');
    await link(folder, ['accept', 'oakham', 'T3', '--as', 'seeAlso', ...gardener]);
    expect(standings(file).filter((each) => each.endsWith('accepted'))).toEqual([
      'thing:oakham rdfs:seeAlso town:T3 accepted',
    ]);
  });

  it('speaks Dutch too', async () => {
    const { folder } = groveWith(plain);
    const { out } = await meent([
      '--lang',
      'nl',
      '--project',
      folder,
      'link',
      'accept',
      'oakham',
      'T3',
      ...gardener,
    ]);
    expect(out).toMatch(/^aanvaard: Eikheim thing:oakham owl:sameAs town:T3/);
  });
});
