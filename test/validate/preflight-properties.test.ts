import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dataset } from '../../src/graph/dataset.ts';
import { knownTerms } from '../../src/validate/preflight/known-terms.ts';
import { preflight } from '../../src/validate/preflight/preflight.ts';
import { translate, Unportable } from '../../src/validate/regular-expression.ts';
import { validateShapes } from '../../src/validate/shapes.ts';
import { loadedFrom, turtle } from '../support.ts';

const sh = (name: string) => `<http://www.w3.org/ns/shacl#${name}>`;
const rdf = (name: string) => `<http://www.w3.org/1999/02/22-rdf-syntax-ns#${name}>`;
const nodes = ['<urn:a>', '<urn:b>', '_:a', '_:b', '_:c'];
const others = [
  rdf('nil'),
  '<urn:p>',
  '"a"',
  '"[a-z]+"',
  '"(?=a"',
  '"en"@en',
  '1',
  '-1',
  'true',
  '"1"^^<urn:t>',
];
const classes = ['NodeShape', 'PropertyShape', 'NodeShap', 'IRI', 'Warning', 'ConstraintComponent'].map(sh);
const predicates = [...knownTerms.filter((name) => /^[a-z]/.test(name)), 'minCuont'].map(sh);
const anyStatement = fc
  .tuple(
    fc.constantFrom(...nodes),
    fc.constantFrom(
      ...predicates,
      rdf('first'),
      rdf('rest'),
      rdf('type'),
      '<https://www.w3.org/ns/shacl#path>',
    ),
    fc.constantFrom(...nodes, ...others, ...classes),
  )
  .map((terms) => `${terms.join(' ')} .`);
const anyGraph = fc.array(anyStatement, { maxLength: 12 }).map((statements) => statements.join('\n'));

/** Constraints that are well formed as a rule, nested a few deep, with shapes, lists and paths by name among them. */
const { shape } = fc.letrec((tie) => {
  const inner = tie('shape') as fc.Arbitrary<string>;
  const path = fc.constantFrom(
    '<urn:p>',
    '( <urn:p> <urn:q> )',
    `[ ${sh('inversePath')} <urn:p> ]`,
    `[ ${sh('zeroOrMorePath')} _:path ]`,
  );
  const constraint = fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc
      .constantFrom(
        ...[
          `nodeKind ${sh('IRI')}`,
          'minLength 1',
          'pattern "^\\\\w*$"',
          'in ( 1 "a" )',
          'in _:list',
          'languageIn ( "nl" )',
        ],
        ...['class <urn:C>', 'maxInclusive 3', 'closed true', 'hasValue 1', 'equals <urn:q>'],
      )
      .map((said) => `${sh(said.split(' ')[0]!)} ${said.slice(said.indexOf(' '))}`),
    fc
      .tuple(fc.constantFrom('and', 'or', 'xone'), inner, inner)
      .map(([name, a, b]) => `${sh(name)} ( ${a} ${b} )`),
    fc.tuple(fc.constantFrom('not', 'node'), inner).map(([name, a]) => `${sh(name)} ${a}`),
    fc
      .tuple(path, inner)
      .map(
        ([way, a]) => `${sh('property')} [ ${sh('path')} ${way} ; ${sh('node')} ${a} ; ${sh('maxCount')} 1 ]`,
      ),
  );
  return {
    shape: fc.oneof(
      { weight: 1, arbitrary: fc.constantFrom('<urn:S>', '<urn:U>', '<urn:U>') },
      {
        weight: 9,
        arbitrary: fc
          .uniqueArray(constraint, { minLength: 1, maxLength: 3, selector: (said) => said.split(' ')[0] })
          .map((all) => `[ ${all.join(' ; ')} ]`),
      },
    ),
  };
}) as { shape: fc.Arbitrary<string> };
const likelyShapes = fc.tuple(shape, shape).map(
  ([s, t]) => `<urn:S> a ${sh('NodeShape')} ; ${sh('targetNode')} <urn:a> ; ${sh('node')} ${s} .
<urn:T> a ${sh('NodeShape')} ; ${sh('targetClass')} <urn:C> ; ${sh('node')} <urn:U> ; ${sh('not')} ${t} .
<urn:U> a ${sh('NodeShape')} ; ${sh('nodeKind')} ${sh('Literal')} .
_:list ${rdf('first')} 1 ; ${rdf('rest')} ( 2 ) .
_:path ${rdf('first')} <urn:p> ; ${rdf('rest')} ( <urn:q> ) .`,
);

const seed = 20260214;
const faultsOf = async (text: string) =>
  preflight(await loadedFrom({ 'shapes.ttl': text }), { sparql: true });

describe('preflight', () => {
  it('ends, throws nothing and places every fault, whatever the shapes', async () => {
    await fc.assert(
      fc.asyncProperty(anyGraph, async (text) => {
        for (const { file, line, column, message } of await faultsOf(text)) {
          expect({ file, line: line! > 0, column: column! > 0 }).toEqual({
            file: 'shapes.ttl',
            line: true,
            column: true,
          });
          expect(Object.keys(message).sort()).toEqual(['en', 'nl']);
        }
      }),
      { seed, numRuns: 2000 },
    );
  });

  it('lets nothing by that the engine throws at', async () => {
    const data = await turtle(
      '<urn:a> a <urn:C> ; <urn:p> <urn:a> , 1 , "a"@nl ; <urn:q> <urn:b> . <urn:b> <urn:p> "𝄞" .',
    );
    let passed = 0;
    await fc.assert(
      fc.asyncProperty(fc.oneof(likelyShapes, anyGraph), async (text) => {
        if ((await faultsOf(text)).length > 0) return;
        passed++;
        const { dataset } = await loadedFrom({ 'shapes.ttl': text });
        expect(Array.isArray(validateShapes(new Dataset(data), dataset))).toBe(true);
      }),
      { seed, numRuns: 1000 },
    );
    expect(passed).toBeGreaterThan(100);
  });
});

describe('a pattern', () => {
  it('is translated to one that JavaScript takes, or refused', () => {
    const pieces = [
      'a',
      '.',
      '\\d',
      '\\W',
      '\\S',
      '\\p{L}',
      '\\-',
      '\\b',
      '[',
      ']',
      '^',
      '-',
      '$',
      '(',
      ')',
      '*',
      '{2}',
      '|',
      '𝄞',
    ];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => parts.join('')),
        fc.constantFrom('', 'i', 's', 'm', 'ism', 'x'),
        (pattern, flags) => {
          try {
            const translated = translate(pattern, flags);
            expect(new RegExp(translated.source, translated.flags).unicode).toBe(true);
          } catch (error) {
            expect(error).toBeInstanceOf(Unportable);
          }
        },
      ),
      { seed, numRuns: 5000 },
    );
  });
});
