import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/failure.ts';
import { blankNode, iri, literal } from '../../src/graph/terms.ts';
import { applyBaseline, baselineOf, fingerprint, lookedForIn } from '../../src/validate/baseline.ts';
import { baselineAsJson, parseBaseline } from '../../src/validate/baseline-text.ts';
import { type Finding, type Problem, problemOf } from '../../src/validate/problem.ts';

const problem = (changes: Partial<Finding> = {}, line = 1): Problem =>
  problemOf(
    {
      kind: 'shape',
      severity: 'violation',
      message: { en: 'Give it a wheel.' },
      focus: iri('https://example.org/mill'),
      path: { kind: 'predicate', predicate: iri('https://example.org/wheel') },
      value: literal('none'),
      rule: 'https://example.org/shapes#Wheel',
      ...changes,
    },
    undefined,
    [{ file: 'mill.ttl', line, column: 1, excerpt: '', precision: 'token' }],
  );

const verdict = (found: readonly Problem[], accepted: readonly Problem[]) => {
  const judged = applyBaseline(found, baselineOf(accepted));
  return {
    new: judged.new.length,
    known: judged.known.length,
    stale: judged.stale.reduce((sum, { count }) => sum + count, 0),
  };
};

describe('a baseline', () => {
  const other = { path: { kind: 'predicate' as const, predicate: iri('https://example.org/sail') } };
  it.each<[string, Problem[], Problem[], { new: number; known: number; stale: number }]>([
    ['accepts what it names', [problem()], [problem()], { new: 0, known: 1, stale: 0 }],
    ['fails on what it does not name', [problem()], [], { new: 1, known: 0, stale: 0 }],
    ['is stale where something is mended', [], [problem()], { new: 0, known: 0, stale: 1 }],
    [
      'tells nodes apart',
      [problem({ focus: iri('https://example.org/x') })],
      [problem()],
      { new: 1, known: 0, stale: 1 },
    ],
    ['tells paths apart', [problem(other)], [problem()], { new: 1, known: 0, stale: 1 }],
    ['tells values apart', [problem({ value: literal('one') })], [problem()], { new: 1, known: 0, stale: 1 }],
    ['tells a value from none', [problem({ value: undefined })], [problem()], { new: 1, known: 0, stale: 1 }],
    ['tells rules apart', [problem({ rule: 'other' })], [problem()], { new: 1, known: 0, stale: 1 }],
    ['does not look at the line', [problem({}, 99)], [problem()], { new: 0, known: 1, stale: 0 }],
    [
      'does not look at the words',
      [problem({ message: { en: 'No.' } })],
      [problem()],
      { new: 0, known: 1, stale: 0 },
    ],
    [
      'does not look at the severity',
      [problem({ severity: 'info' })],
      [problem()],
      { new: 0, known: 1, stale: 0 },
    ],
    ['counts two alike', [problem(), problem({}, 2)], [problem()], { new: 1, known: 1, stale: 0 }],
    ['counts one of two mended', [problem()], [problem(), problem({}, 2)], { new: 0, known: 1, stale: 1 }],
    [
      'does not look at the label of a blank node',
      [problem({ focus: blankNode('b7'), value: blankNode('b8') })],
      [problem({ focus: blankNode('b1'), value: blankNode('b2') })],
      { new: 0, known: 1, stale: 0 },
    ],
  ])('%s', (_, found, accepted, expected) => {
    expect(verdict(found, accepted)).toEqual(expected);
  });

  const arbitrary = fc
    .record({ focus: fc.constantFrom('urn:a', 'urn:b'), value: fc.string(), rule: fc.constantFrom('x', 'y') })
    .map(({ focus, value, rule }) => problem({ focus: iri(focus), value: literal(value), rule }));

  it('accepts all that it was made from, once it is read back', () => {
    fc.assert(
      fc.property(fc.array(arbitrary), (problems) => {
        const entries = parseBaseline(baselineAsJson(baselineOf(problems)), 'b.json');
        const judged = applyBaseline(problems, entries);
        expect({ new: judged.new, stale: judged.stale }).toEqual({ new: [], stale: [] });
      }),
      { seed: 20261125, numRuns: 300 },
    );
  });

  it('has the same bytes whatever the order of the problems', () => {
    fc.assert(
      fc.property(fc.array(arbitrary), (problems) => {
        const reversed = [...problems].reverse();
        expect(baselineAsJson(baselineOf(reversed))).toBe(baselineAsJson(baselineOf(problems)));
      }),
      { seed: 20261125, numRuns: 300 },
    );
  });

  it('can be read by a person', () => {
    expect(baselineAsJson(baselineOf([problem(), problem()]))).toBe(`{
  "schemaVersion": 1,
  "problems": [
    {
      "fingerprint": "${fingerprint({ ...problem() })}",
      "kind": "shape",
      "rule": "https://example.org/shapes#Wheel",
      "focus": "https://example.org/mill",
      "path": "https://example.org/wheel",
      "value": "none",
      "count": 2
    }
  ]
}
`);
  });
});

describe('an entry', () => {
  const [check] = baselineOf([problem({ kind: 'check' })]);
  const [evidence] = baselineOf([
    problem({ kind: 'evidence', focus: iri('https://example.org/id/report/mill/anchor/1-2') }),
  ]);
  const coverage = { paragraphs: 1, covered: 1, share: 1 };
  const report = (slug: string, checked: boolean) => ({
    slug,
    anchors: 1,
    offences: [],
    ...(checked && { coverage }),
  });

  const [shape] = baselineOf([problem()]);
  const [target] = baselineOf([problem({ kind: 'target' })]);
  const run = (more: Partial<Parameters<typeof lookedForIn>[0]> = {}) => ({
    checks: ['x'],
    evidence: [report('mill', true)],
    ...more,
  });

  it.each([
    ['of a check is looked for where checks ran', check, run(), true],
    ['of a check is not looked for where none ran', check, run({ checks: [] }), false],
    ['of evidence is looked for where the text is there', evidence, run(), true],
    [
      'of evidence is not looked for where the text is absent',
      evidence,
      run({ evidence: [report('mill', false)] }),
      false,
    ],
    [
      'of evidence is looked for where another text is absent',
      evidence,
      run({ evidence: [report('mil', false)] }),
      true,
    ],
    ['of a shape is looked for where shapes ran to their end', shape, run(), true],
    [
      'of a shape is not looked for where they were stopped',
      shape,
      run({ incomplete: { en: 'Too slow.' } }),
      false,
    ],
  ])('%s', (_, entry, validation, expected) => {
    expect(lookedForIn(validation)(entry!)).toBe(expected);
  });

  it('of a shape that looks at nothing is not looked for where that is allowed', () => {
    expect(lookedForIn(run(), { allowEmpty: false })(target!)).toBe(true);
    expect(lookedForIn(run(), { allowEmpty: true })(target!)).toBe(false);
  });
});

describe('a file that is no baseline', () => {
  const good = baselineAsJson(baselineOf([problem(), problem({ rule: 'second' })]));
  it.each([
    ['is empty', '', 1, 'Not valid JSON'],
    ['is cut short', good.slice(0, 200), 8, 'Not valid JSON'],
    ['is a list', '[]', 1, 'no schemaVersion'],
    ['has no version', '{ "problems": [] }', 1, 'no schemaVersion'],
    ['is of another version', good.replace('n": 1', 'n": 2'), 2, 'not of version 1'],
    ['has no problems', '{ "schemaVersion": 1 }', 1, 'no list of problems'],
    ['has problems that are no list', '{\n"schemaVersion": 1,\n"problems": {}\n}', 3, 'to be a list'],
    ['has a problem that is none', '{"schemaVersion": 1, "problems": [\nnull]}', 2, 'Not a problem'],
    ['counts none', good.replace('"count": 1', '"count": 0'), 4, 'Not a problem'],
    ['has a key that is unknown', good.replace('"count": 1', '"count": 1, "why": ""'), 4, 'Not a problem'],
    ['was changed by hand', good.replace('"second"', '"third"'), 13, 'Not a problem'],
    [
      'says one thing twice',
      baselineAsJson([...baselineOf([problem()]), ...baselineOf([problem()])]),
      13,
      'twice',
    ],
  ])('and %s is refused with its line', (_, text, line, message) => {
    const refusal = (() => {
      try {
        return parseBaseline(text, 'b.json');
      } catch (error) {
        return error;
      }
    })();
    expect(refusal).toBeInstanceOf(Failure);
    expect(refusal).toMatchObject({
      code: 3,
      file: 'b.json',
      line,
      message: expect.stringContaining(message),
    });
  });
});
