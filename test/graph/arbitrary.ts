import type { Quad, Term } from '@rdfjs/types';
import fc from 'fast-check';
import { blankNode, defaultGraph, iri, literal, quad } from '../../src/graph/terms.ts';

/** Any string that JavaScript can hold, half characters and controls included. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 })
    .map((codes) => String.fromCharCode(...codes)),
  fc.constantFrom(
    '',
    '"',
    '\\',
    '\n',
    '\r\n',
    "'''",
    '"""',
    '\u0085',
    '\uFEFF',
    '\uFFFD',
    '-0',
    '1.',
    '1e5',
    'true',
    '007',
  ),
);

const localName = fc.oneof(
  fc.string({ unit: fc.constantFrom(..."abz019._-~%:/#?()'@!é𝄞") }),
  fc.constantFrom('', '__proto__', 'constructor', 'toString', 'a%zz', '..', 'a.', '-'),
);
const goodIri = fc
  .tuple(fc.constantFrom('https://example.org/', 'https://example.org/ns#', 'urn:x:'), localName)
  .map(([namespace, local]) => namespace + local);
const anyIri = fc.oneof({ weight: 12, arbitrary: goodIri }, { weight: 1, arbitrary: anyText });
const label = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom('a', 'b', 'b0', 'c14n0', '0', 'é', 'x.y') },
  { weight: 1, arbitrary: anyText },
);

const node: fc.Arbitrary<Term> = fc.oneof(anyIri.map(iri), label.map(blankNode));
const language = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom('nl', 'en', 'nl-BE', 'zh-Hant-TW', 'x-own') },
  { weight: 1, arbitrary: anyText.filter((text) => text !== '') },
);
const datatype = fc.oneof(
  fc
    .constantFrom('string', 'integer', 'decimal', 'double', 'boolean', 'date')
    .map((name) => `http://www.w3.org/2001/XMLSchema#${name}`),
  anyIri,
);
const literals: fc.Arbitrary<Term> = fc.oneof(
  anyText.map((text) => literal(text)),
  fc.tuple(anyText, language).map(([text, tag]) => literal(text, tag)),
  fc.tuple(anyText, datatype).map(([text, type]) => literal(text, iri(type))),
);

/** Quads of RDF 1.1, some with terms that no syntax can hold. */
export const anyQuads: fc.Arbitrary<Quad[]> = fc.array(
  fc
    .tuple(
      node,
      anyIri.map(iri),
      fc.oneof(node, literals),
      fc.oneof(fc.constant(defaultGraph()), anyIri.map(iri)),
    )
    .map(([s, p, o, g]) => quad(s as never, p, o as never, g)),
  { maxLength: 5 },
);
