import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Dataset } from '../../src/graph/dataset.ts';
import { checkEvidence } from '../../src/validate/evidence.ts';
import { evidenceMessages } from '../../src/validate/evidence-messages.ts';
import { filesBelow, quadsOf, root, textOf } from '../support.ts';

const folder = 'test/evidence/rules';
const examples = filesBelow(folder, /\.ttl$/);

describe('an example of a rule of evidence', () => {
  it.each(examples)('offends against that rule only, where it says so: %s', async (file) => {
    const [evidence] = await checkEvidence(new Dataset(await quadsOf(file)), join(root, folder));
    const expected = /^#\+ expect: (.*)$/m.exec(textOf(file))![1];
    const rule = file.split('/').at(-2);
    expect(evidence!.offences.map(({ rule: broken, focus }) => `${broken} ${focus.value}`)).toEqual(
      expected === 'conforms' ? [] : [`${rule} ${expected}`],
    );
  });

  it('is there for each rule, one that keeps it and one that breaks it', () => {
    const wanted = Object.keys(evidenceMessages).flatMap((rule) => [
      `${folder}/${rule}/broken.ttl`,
      `${folder}/${rule}/conforming.ttl`,
    ]);
    expect(examples).toEqual(wanted.sort());
  });
});
