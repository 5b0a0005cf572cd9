import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { mill, millText, millWith, textOfAll } from '../evidence/mill.ts';
import { textOf } from '../support.ts';
import { meent } from './support.ts';

const evidence = (folder: string, args: readonly string[] = [], console?: Parameters<typeof meent>[1]) =>
  meent(['evidence', ...args, '--project', folder, '--lang', 'en'], console);
const withoutText = () => millWith({ text: () => undefined });
const edited = () => millWith({ text: (text) => text.replace('Daarna', 'Het regent. Daarna') });

describe('meent evidence', () => {
  it('recomputes the anchors and shows for each paragraph its lines, its claims and how much is covered', async () => {
    const { code, out } = await evidence(mill);
    expect(out).toBe(`evening-at-the-mill

11 anchors recomputed: all of them hold.

3 of 3 paragraphs covered, 60.2 % of the text inside an anchor.

lines  claims  share  paragraph
    3       1   48 %  Whose mill it is
  5-6       1   64 %  One more wheel
    8       1   53 %  Closing

3 claims, each with a passage.
`);
    expect(code).toBe(0);
  });

  it('speaks Dutch', async () => {
    const { out } = await meent(['evidence', '--project', mill, '--lang', 'nl']);
    expect(out).toContain('regels  beweringen  deel  alinea');
    expect(out).toContain('Van wie de molen is');
  });

  it.each([
    ['is fine by default', [], 0],
    ['is a problem with --require-evidence', ['--require-evidence'], 1],
  ])('says not checked where the text is absent, which %s', async (_, options, expected) => {
    const { code, out } = await evidence(withoutText(), options);
    expect(out).toMatch(/11 anchors not checked: the text is not in \S*sources.evening-at-the-mill\.txt\./);
    expect(out).not.toMatch(/hold|covered/);
    expect(code).toBe(expected);
  });

  it('names the paragraphs and the claims without evidence, and exits 1', async () => {
    const folder = millWith({
      claims: (text) => text.replace('  meent:anchoredIn <anchor/239-261> .', '  .'),
    });
    const { code, out } = await evidence(folder);
    expect(out).toContain('    8       0    0 %  Closing (without evidence)\n');
    expect(out).toContain(
      '3 claims; without a passage: 1\n  all-may-think-along  Thinking along is open to all.\n',
    );
    expect(code).toBe(1);
  });

  it('needs no text to see that a claim has no passage', async () => {
    const folder = millWith({
      text: () => undefined,
      claims: (text) => text.replace('  meent:anchoredIn <anchor/239-261> .', '  .'),
    });
    expect((await evidence(folder)).code).toBe(1);
  });

  it('shows old and new places after an edit, gives the anchors to paste, and exits 1', async () => {
    const { code, out } = await evidence(edited());
    expect(out).toContain('11 anchors recomputed: 6 no longer hold.');
    expect(out).not.toContain('paragraph');
    expect(out).toContain('  106-237 → nowhere any more\n');
    expect(out).toContain('  178-236 → 190-248 (line 5-6)  · wheel-feeds-bakery\n');
    expect(out).toContain('  239-261 → 106-128 (line 5) or 251-273 (line 8)  · all-may-think-along\n');
    expect(out.match(/^<anchor\/\S+> a meent:TextAnchor/gm)).toEqual([
      '<anchor/157-171> a meent:TextAnchor',
      '<anchor/177-188> a meent:TextAnchor',
      '<anchor/190-248> a meent:TextAnchor',
      '<anchor/251-295> a meent:TextAnchor',
    ]);
    expect(code).toBe(1);
  });

  it('gives anchors that hold when they are pasted', async () => {
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    const { out } = await evidence(millWith({ text: crlf }));
    const turtle = out.slice(out.indexOf('@base'));
    const folder = millWith({ text: crlf, anchors: () => turtle });
    // The two on the first line did not move.
    expect((await evidence(folder)).out).toContain('9 anchors recomputed: all of them hold.');
  });

  it('says in which form the text is to be stored', async () => {
    const { code, out } = await evidence(millWith({ text: (text) => text.normalize('NFD') }));
    expect(out).toContain('Store the text as it was again: normalise to NFC.');
    expect(code).toBe(1);
  });

  it('changes no file', async () => {
    const folder = edited();
    const before = textOfAll(folder);
    await evidence(folder);
    expect(textOfAll(folder)).toEqual(before);
  });

  it('takes one report by its slug, and suggests the nearest for a wrong one', async () => {
    expect((await evidence(mill, ['evening-at-the-mill'])).code).toBe(0);
    const { code, err } = await evidence(mill, ['evening-at-the-mil']);
    expect(err).toContain('Did you mean evening-at-the-mill?');
    expect(code).toBe(2);
  });

  it('is no pass where no text is recorded at all', async () => {
    const { code, out } = await evidence(millWith({ report: () => '', anchors: () => '' }));
    expect(out).toContain('there is no evidence to recompute');
    expect(code).toBe(1);
  });
});

describe('meent evidence --show', () => {
  it('prints what a claim says, who says it, how, and its passages in their surroundings', async () => {
    const { code, out } = await evidence(mill, ['--show', 'wheel-feeds-bakery']);
    expect(out)
      .toBe(`wheel-feeds-bakery  <https://example.org/id/report/evening-at-the-mill/claim/wheel-feeds-bakery>
nl    Met een extra rad heeft de bakkerij meel genoeg.
en    With an extra wheel the bakery has flour enough.
who   Bram Maalsteen
mode  reported speech

evening-at-the-mill 165-176, line 5
3 │ …in het café. Volgens haar is de molen van het hele dorp.
4 │
5 │ Iedereen mag meedenken. Daarna vertelt Bram Maalsteen over »drie ideeën«. Eén rad erbij geeft
6 │ volgens hem genoeg meel voor de bakker.
7 │
8 │ Iedereen mag meedenken. Zo eindigt de avond.

evening-at-the-mill 178-236, line 5-6
3 │ …Volgens haar is de molen van het hele dorp.
4 │
5 │ Iedereen mag meedenken. Daarna vertelt Bram Maalsteen over drie ideeën. »Eén rad erbij geeft
6 │ volgens hem genoeg meel voor de bakker«.
7 │
8 │ Iedereen mag meedenken. Zo eindigt de avond.
`);
    expect(code).toBe(0);
  });

  it.each([
    'mill:wheel-feeds-bakery',
    'https://example.org/id/report/evening-at-the-mill/claim/wheel-feeds-bakery',
    'claim/wheel-feeds-bakery',
  ])('takes %s too', async (name) => {
    const { out } = await evidence(mill, ['--show', name]);
    expect(out).toMatch(/^wheel-feeds-bakery /);
  });

  it.each(['wheel-feeds-bakry', 'mill:wheel-feeds-bakry', 'https://example.org/wheel-feeds-bakry'])(
    'does not know %s, and suggests the nearest',
    async (name) => {
      const { code, out, err } = await evidence(mill, ['--show', name]);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain('Did you mean wheel-feeds-bakery?');
    },
  );

  it('prints places only where the text is absent', async () => {
    const { code, out } = await evidence(withoutText(), ['--show', 'wheel-feeds-bakery']);
    expect(out).toMatch(/evening-at-the-mill 165-176 {2}not checked: the text is not in /);
    expect(out).not.toContain('│');
    expect(code).toBe(0);
    expect((await evidence(withoutText(), ['--show', 'wheel-feeds-bakery', '--require-evidence'])).code).toBe(
      1,
    );
  });

  it('shows no other words than those that the claim was anchored in', async () => {
    const { code, out } = await evidence(edited(), ['--show', 'all-may-think-along']);
    expect(out).toContain(
      'something else stands here now; the words of then: 106-128 (line 5) or 251-273 (line 8)\n',
    );
    expect(out).not.toContain('│');
    expect(code).toBe(1);
  });

  it('marks the passage in bold where output may be coloured', async () => {
    const args = ['--show', 'all-may-think-along'];
    const bold = '\u001b[1m»Iedereen mag meedenken«\u001b[22m';
    expect((await evidence(mill, args, { colour: true })).out).toContain(bold);
    expect((await evidence(mill, args, { width: 80 })).out).not.toContain('\u001b');
    expect((await evidence(mill, args)).out).not.toContain('\u001b');
  });

  it('lets neither text nor labels steer the terminal', async () => {
    const folder = millWith({
      text: (text) => text.replace(' Zo eindigt', '\u001b[2J\u202e\u009b Zo eindigt'),
      claims: (text) => text.replace('Thinking along', 'Thinking\\u001B[2J along'),
    });
    const { out } = await evidence(folder, ['--show', 'all-may-think-along']);
    expect(out).toContain('Thinking\\u001B[2J along');
    expect(out).toContain('»Iedereen mag meedenken«.\\u001B[2J\\u202E\\u009B Zo eindigt de avond.');
    expect(out).not.toMatch(/[\u001b\u202e\u009b]/);
  });
});

describe('meent evidence --format json', () => {
  let isValid: (content: unknown) => boolean;
  beforeAll(() => {
    const ajv = new Ajv2020({ strict: true, strictTypes: false, formats: { iri: /^[a-z]+:/ } });
    isValid = ajv.compile(JSON.parse(textOf('evidence.schema.json')));
  });

  it.each([
    ['a report in order', () => mill, []],
    ['a report without its text', withoutText, []],
    ['a report that drifted', edited, []],
    ['a claim', () => mill, ['--show', 'wheel-feeds-bakery']],
    ['a claim without the text', withoutText, ['--show', 'wheel-feeds-bakery']],
    ['a claim whose passage changed', edited, ['--show', 'all-may-think-along']],
  ])('describes %s as the schema says, without words of the text', async (_, folder, args) => {
    const { out } = await evidence(folder(), [...args, '--format', 'json']);
    expect(isValid(JSON.parse(out))).toBe(true);
    for (const words of ['drie ideeën', 'mag meedenken', 'hele dorp']) {
      expect(millText).toContain(words);
      expect(out).not.toContain(words);
    }
  });

  it('gives each place with its lines', async () => {
    const { out } = await evidence(edited(), ['--format', 'json']);
    const [report] = JSON.parse(out).reports;
    expect(report.drift).toMatchObject({ textChanged: true, form: null, complete: true });
    expect(report.drift.anchors[3]).toEqual({
      iri: 'https://example.org/id/report/evening-at-the-mill/anchor/178-236',
      start: 178,
      end: 236,
      places: [{ start: 190, end: 248, firstLine: 5, lastLine: 6 }],
    });
  });
});
