import { expect, it } from 'vitest';
import { iri } from '../../src/graph/terms.ts';
import { ParsedDocuments } from '../../src/project/parsed-documents.ts';

const options = { path: 'mill.ttl', base: 'https://example.org/', graph: iri('https://example.org/graph') };
const text = '<mill> a <Mill> .';

it('a document that has not changed is not parsed again', async () => {
  const documents = new ParsedDocuments();
  const parsed = await documents.parse(text, options);
  expect(await documents.parse(text, { ...options })).toBe(parsed);
});

it.each([
  ['text', `${text} `, options],
  ['graph', text, { ...options, graph: iri('https://example.org/other') }],
  ['base', text, { ...options, base: 'https://example.com/' }],
])('a document with another %s is parsed again', async (_, other, otherOptions) => {
  const documents = new ParsedDocuments();
  const parsed = await documents.parse(text, options);
  expect(await documents.parse(other, otherOptions)).not.toBe(parsed);
});

it('a document that was broken for a while is read as it is now', async () => {
  const documents = new ParsedDocuments();
  await documents.parse(text, options);
  await expect(documents.parse('<mill> a', options)).rejects.toThrow('Not valid RDF');
  expect((await documents.parse(text, options)).quads).toHaveLength(1);
});
