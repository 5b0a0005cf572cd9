import { describe, expect, it } from 'vitest';
import { loadData } from '../../src/project/load.ts';
import { openProject } from '../../src/project/project.ts';
import { checkEvidence } from '../../src/validate/evidence.ts';
import { millWith } from '../evidence/mill.ts';

async function evidenceIn(folder: string) {
  const project = openProject(folder);
  const { dataset } = await loadData(project);
  return (await checkEvidence(dataset, project.sources))[0]!;
}

/** The offences by rule and the last part of their node, with the hint. */
const offencesIn = async (folder: string) =>
  (await evidenceIn(folder)).offences.map(({ rule, focus, hint }) => ({
    offence: `${rule} ${/[^/]+(?:\/[^/]+)?$/.exec(focus.value)![0]}`,
    hint: hint?.['en'],
  }));

describe('the evidence of a report', () => {
  it('is in order where the text is the recorded one', async () => {
    expect(await evidenceIn(millWith())).toMatchObject({ anchors: 11, offences: [] });
  });

  it('is not checked where the text is absent', async () => {
    const evidence = await evidenceIn(millWith({ text: () => undefined }));
    expect(evidence).toEqual({ slug: 'evening-at-the-mill', anchors: 11, offences: [] });
  });

  it.each([
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n'), 'make the line ends LF'],
    ['another normal form', (text: string) => text.normalize('NFD'), 'normalise to NFC'],
    ['a byte order mark', (text: string) => `\ufeff${text}`, 'remove the byte order mark'],
  ])('says so where the text has %s', async (_, change, hint) => {
    const [first] = await offencesIn(millWith({ text: change }));
    expect(first).toEqual({
      offence: 'text-in-other-form evening-at-the-mill/text',
      hint: `Store the text as it was again: ${hint}.`,
    });
  });

  it('says where the words of an anchor went, or that they are gone', async () => {
    const folder = millWith({
      text: (text) => text.replace('Zo eindigt', 'Tot slot: iedereen. Zo eindigt').replace('Truus', 'Trui'),
    });
    const offences = await offencesIn(folder);
    expect(offences[0]).toEqual({
      offence: 'text-changed evening-at-the-mill/text',
      hint: 'Find the old text, or set 9 anchors again; meent evidence evening-at-the-mill suggests places.',
    });
    const hints = offences.slice(1).map(({ offence, hint }) => `${offence}: ${hint}`);
    expect(hints).toContain(
      'anchor-changed anchor/145-159: The same words: 145-159 → 144-158. Set the anchor again.',
    );
    expect(hints).toContain(
      'anchor-changed anchor/239-261: The same words: 239-261 → 105-127 or 238-260. Set the anchor again.',
    );
    expect(hints).toContain(
      'anchor-changed anchor/22-32: The words of 22-32 are no longer in the text. ' +
        'Look for the passage and set the anchor with meent anchor.',
    );
  });

  it('names the new digest where all anchors still hold', async () => {
    const [offence, ...others] = await offencesIn(millWith({ text: (text) => `${text}\n` }));
    expect(others).toEqual([]);
    expect(offence!.hint).toMatch(
      /^All anchors still hold\. .* schema:sha256 "[0-9a-f]{64}" ; schema:contentSize "291 B"\.$/,
    );
  });

  it('also looks for anchors that point outside the text', async () => {
    const offences = await offencesIn(millWith({ text: (text) => text.replace(/^[^]*?\n\n/, '') }));
    expect(offences.map(({ offence }) => offence)).toContain('anchor-outside-text anchor/239-283');
    expect(offences.at(-1)!.hint).toContain('239-283 → 217-261');
  });

  it('has hints in Dutch and English', async () => {
    const { offences } = await evidenceIn(millWith({ text: (text) => text.toUpperCase() }));
    for (const { hint } of offences) if (hint) expect(Object.keys(hint)).toEqual(['nl', 'en']);
  });

  it('wants something to rest on each paragraph', async () => {
    const folder = millWith({
      claims: (text) => text.replace('<anchor/165-176> , <anchor/178-236>', '<anchor/106-237>'),
    });
    expect(await offencesIn(folder)).toEqual([]);
    const bare = millWith({ claims: (text) => text.replace('<anchor/239-261>', '<anchor/74-103>') });
    expect((await offencesIn(bare)).map(({ offence }) => offence)).toEqual([
      'paragraph-without-evidence paragraph/closing',
    ]);
  });
});
