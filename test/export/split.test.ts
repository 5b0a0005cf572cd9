import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { textOf as textOfFile } from '../../src/export/export-file.ts';
import { type Answered, framedFile } from '../../src/export/framed-file.ts';
import type { FramedForm } from '../../src/export/framed-text.ts';
import { frameAndReadBack } from '../../src/export/framing.ts';
import { type ContextDocument, toJsonLd } from '../../src/export/json-ld.ts';
import { split } from '../../src/export/split.ts';
import type { Dataset } from '../../src/graph/dataset.ts';
import { evaluate } from '../../src/query/engine.ts';
import { readQueries } from '../../src/query/library.ts';
import { ownGraph, ownProject, textOf, turtle } from '../support.ts';

const context = JSON.parse(textOf('ontology/context.jsonld')) as ContextDocument;
const queries = await readQueries(ownProject(), 'exports');
let dataset: Dataset;
beforeAll(async () => ({ dataset } = await ownGraph()));

const framer = { frame: frameAndReadBack };
const whole = { worthParts: Infinity, part: 0 };
const written = async (answer: Answered, form: FramedForm, part: number) =>
  textOfFile(await framedFile(answer, form, framer, part === 0 ? whole : { worthParts: 0, part }));

/** What an export query of this repository answers, with its frame. */
async function answerOf(name: string): Promise<Answered> {
  const { sparql, file } = queries.find((query) => query.name === name)!;
  const answer = await evaluate(sparql, dataset, { path: name });
  const frame = file.path.replace(/\.rq$/, '.frame.jsonld');
  return {
    name,
    file: name,
    context,
    quads: answer.form === 'CONSTRUCT' ? answer.quads : [],
    frame: existsSync(frame) ? (JSON.parse(readFileSync(frame, 'utf8')) as object) : undefined,
  };
}

describe('framed in parts', () => {
  it.each(queries.map(({ name }) => name))(
    'the export %s has the same bytes as framed at once',
    async (name) => {
      const answer = await answerOf(name);
      const parts = [...(await split(answer.quads, context, answer.frame, 100))!];
      expect(parts.length).toBeGreaterThan(1);
      expect(await written(answer, 'jsonld', 100)).toBe(await toJsonLd(answer.quads, context, answer.frame));
      expect(await written(answer, 'jsonl', 100)).toBe(await written(answer, 'jsonl', 0));
    },
  );

  it('an answer without a frame has the same bytes as laid flat at once', async () => {
    const { quads } = await answerOf('actors');
    const answer = { name: 'x', file: 'x', context, quads };
    expect(await written(answer, 'jsonld', 1)).toBe(await toJsonLd(quads, context));
  });

  it('an empty answer has the same bytes', async () => {
    const answer = { name: 'x', file: 'x', context, quads: [], frame: { '@type': 'Claim' } };
    expect(await written(answer, 'jsonld', 1)).toBe(await toJsonLd([], context, answer.frame));
    expect(await written(answer, 'jsonl', 1)).toBe('');
  });

  const things = `
    :a a meent:Claim ; meent:about :b , :c ; meent:restates :d . :b meent:near :c . :c meent:near :b , :e .
    :d a meent:Claim ; meent:supports :a ; meent:about :b . :e meent:note "e" .
    :v a meent:Value . :a meent:invokesValue :v . :d meent:invokesValue :v .`;
  it.each<[string, object]>([
    ['embeds what it does not mention, once', { '@type': 'Claim' }],
    ['embeds nothing', { '@type': 'Claim', '@embed': '@never' }],
    ['embeds always, through circles', { '@type': 'Claim', '@embed': '@always' }],
    [
      'embeds under one property',
      { '@type': 'Claim', '@embed': '@never', 'meent:about': { '@embed': '@always' } },
    ],
    [
      'asks what is only referred to for a type',
      { '@type': 'Claim', restates: { '@type': 'Claim', '@embed': '@never' } },
    ],
    [
      'goes against a property',
      { '@type': 'Value', invokedBy: { '@embed': '@always', invokesValue: { '@embed': '@never' } } },
    ],
    [
      'goes against a property by keyword',
      { '@type': 'Value', '@reverse': { invokesValue: { restates: {} } } },
    ],
  ])('by a frame that %s, nodes come out as at once', async (_, frame) => {
    const quads = [...(await turtle(things))];
    const parts = [...(await split(quads, context, frame, 1))!];
    const framed = await Promise.all(
      parts.map(({ roots, nquads }) =>
        frameAndReadBack({ roots, nquads, form: 'jsonl', context, frame, file: 'x' }),
      ),
    );
    const { '@graph': nodes } = JSON.parse(await toJsonLd(quads, context, frame));
    expect(framed.map(({ text }) => JSON.parse(text))).toEqual(nodes);
  });
});

describe('an answer is framed at once', () => {
  const claim = ':a a meent:Claim ; meent:about :b .';
  it.each<[string, string, object]>([
    ['with a blank node', `${claim} :b meent:near [] .`, { '@type': 'Claim' }],
    ['by a frame without a type', claim, { about: {} }],
    ['by a frame for any type', claim, { '@type': {} }],
    ['by a frame with an @id', claim, { '@id': 'https://example.org/a', '@type': 'Claim' }],
    ['by a frame that wants all', claim, { '@type': 'Claim', '@requireAll': true }],
    ['by a frame that includes', claim, { '@type': 'Claim', '@included': { '@type': 'Value' } }],
    ['by a frame with a graph', claim, { '@graph': { '@type': 'Claim' } }],
    ['by two frames', claim, [{ '@type': 'Claim' }, { '@type': 'Value' }]],
  ])('%s', async (_, text, frame) => {
    expect(await split([...(await turtle(text))], context, frame, 1)).toBeUndefined();
  });
});

describe('an answer of which parts are lost is refused, and the first triple that is lost is named:', () => {
  it.each<[string, object]>([
    ['of nodes that the frame does not select', { '@type': 'Value' }],
    ['of nodes that it does not embed', { '@type': 'Claim', '@embed': '@never' }],
  ])('%s', async (_, frame) => {
    const quads = [...(await turtle(':a a meent:Claim ; meent:about :b . :b meent:near :c .'))];
    const answer = { name: 'x', file: 'x.rq', context, quads, frame };
    await expect(written(answer, 'jsonld', 1)).rejects.toMatchObject({
      code: 70,
      message: expect.stringMatching(/: [13] triples are lost$/),
      hint: expect.stringMatching(/^The first is: <https:\/\/example\.org\/[ab]> </),
      file: 'x.rq',
    });
  });
});
