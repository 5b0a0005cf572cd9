import { basename } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/failure.ts';
import { addMappings, curieIn, newMappings, withMapping, withMetadata } from '../../src/sssom/change.ts';
import { contractIri, expandCurie } from '../../src/sssom/curies.ts';
import { cellOf, type Mapping, mappingSlots, slotOf, valuesOf } from '../../src/sssom/mapping.ts';
import { readMappings, writeMappings } from '../../src/sssom/sssom.ts';
import { filesBelow, textOf } from '../support.ts';

const read = (text: string) => readMappings(text, 'a.sssom.tsv');
const plain = textOf('test/sssom/files/plain.sssom.tsv');

const failureOf = (text: string) => {
  try {
    read(text);
  } catch (error) {
    return error as Failure;
  }
  return undefined;
};

const value = fc.oneof(
  fc.constantFrom(
    'wd:Q1',
    'owl:sameAs',
    'a|b',
    '"',
    '#',
    '=1+1',
    'é\u{1d11e}',
    'two\nlines',
    'tab\tbed',
    '\r',
    'x\\',
  ),
  fc.string({ minLength: 1, unit: 'grapheme' }),
);
const mapping: fc.Arbitrary<Mapping> = fc
  .dictionary(fc.constantFrom(...mappingSlots, 'ext_service'), value, { minKeys: 1, noNullPrototype: true })
  .map((slots) => slots as Mapping);

describe('readMappings', () => {
  it.each(filesBelow('test/sssom/files', /\.tsv$/))('reads %s, and writes the same bytes', (path) => {
    const text = textOf(path);
    const set = readMappings(text, path);
    expect(writeMappings(set)).toBe(text);
    const label = basename(path).startsWith('with-quotes') ? 'de\nmolen "van" het\tdorp' : 'molen';
    expect(set.mappings).toEqual([
      {
        subject_id: 'thing:orchard',
        subject_label: 'boomgaard',
        predicate_id: 'skos:exactMatch',
        object_id: 'wd:Q1',
        mapping_justification: 'semapv:ManualMappingCuration',
        author_label: 'A. Gardener',
        confidence: '0.80',
      },
      {
        subject_id: 'thing:mill',
        subject_label: label,
        predicate_id: 'owl:sameAs',
        predicate_modifier: 'Not',
        object_id: 'wd:Q2',
        mapping_justification: 'semapv:ManualMappingCuration',
        author_label: 'A. Gardener',
        confidence: '1',
        comment: 'the village "De Molen", not the mill',
      },
      {
        subject_id: 'thing:pond',
        predicate_id: 'owl:sameAs',
        object_id: 'sssom:NoTermFound',
        mapping_justification: 'semapv:ManualMappingCuration',
        author_label: 'A. Gardener|B. Miller',
        confidence: '0.7',
        ext_service: 'https://example.org/reconcile',
      },
    ]);
    expect(set.metadata.curieMap.get('wd')).toBe('http://www.wikidata.org/entity/');
    expect(set.metadata.slots).toMatchObject({
      sssom_version: '1.1',
      mapping_set_id: 'https://example.org/links/orchard',
    });
    expect(set.metadata.extensions).toEqual([
      { name: 'ext_service', property: 'thing:service', type: 'xsd:anyURI' },
    ]);
  });

  it('gives back the bytes of whatever it reads', () => {
    const pieces = fc.array(
      fc.oneof(value, fc.constantFrom('\t', '\n', '\r\n', '\t\t\n', '"', '""', '"a\tb"', 'wd:Q2', '\n\n')),
      { maxLength: 30 },
    );
    let readable = 0;
    fc.assert(
      fc.property(pieces, fc.boolean(), (parts, isDos) => {
        const text = `${isDos ? plain.replaceAll('\n', '\r\n') : plain}${parts.join('')}`;
        if (failureOf(text)) return;
        readable += 1;
        expect(writeMappings(read(text))).toBe(text);
      }),
      { seed: 20261128, numRuns: 2000 },
    );
    expect(readable).toBeGreaterThan(500);
  });

  it('reads what was written', () => {
    fc.assert(
      fc.property(fc.array(mapping, { maxLength: 6 }), (mappings) => {
        const set = addMappings(read(plain), mappings);
        const again = read(writeMappings(set));
        expect(again.mappings).toEqual([...read(plain).mappings, ...mappings]);
        expect(again.mappings).toEqual(set.mappings);
        expect(writeMappings(again)).toBe(writeMappings(set));
      }),
      { seed: 20261128, numRuns: 500 },
    );
  });

  it('reads a block of YAML that was written', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('license', 'comment', 'creator_label', 'ext_x'),
          fc.oneof(value, fc.array(value, { minLength: 1 })),
        ),
        fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9]{0,5}$/), value),
        (slots, curies) => {
          const metadata = {
            curieMap: new Map(Object.entries(curies)),
            slots: { mapping_set_id: 'https://example.org/x', ...slots },
            extensions: [{ name: 'ext_x', property: 'a:b', type: undefined }],
          };
          const set = newMappings(metadata, 'a.sssom.tsv');
          expect(set.metadata).toEqual(metadata);
          expect(read(writeMappings(set)).metadata).toEqual(metadata);
        },
      ),
      { seed: 20261128, numRuns: 500 },
    );
  });

  const rows = plain.slice(plain.indexOf('subject_id'));
  const head = plain.slice(0, -rows.length);
  it.each([
    ['nothing', '', 1, 1, 'no lines with what is said of the set'],
    ['a table without YAML', rows, 1, 1, 'no lines with what is said of the set'],
    ['YAML without a table', head, 11, 1, 'The table is missing'],
    ['YAML that is none', plain.replace('#  wd: http', '# wd: : http'), 4, 2, 'Not YAML'],
    ['a comment among the YAML', plain.replace('#curie_map', '# a remark\n#curie_map'), 2, 2, 'Not YAML'],
    ['an alias in the YAML', plain.replace('#license: https', '#license: &x https'), 6, 14, 'anchors'],
    [
      'a prefix with two IRIs',
      plain.replace('#  wd: http://www.wikidata.org/entity/', '#  wd: [a, b]'),
      4,
      4,
      'curie_map wd',
    ],
    [
      'a cell that is not closed',
      `${plain}thing:x\t"owl:sameAs\twd:Q3\n`,
      15,
      9,
      'no closing quotation mark',
    ],
    ['something after a quoted cell', `${plain}thing:x\t"a"b\n`, 15, 12, 'after the closing quotation mark'],
    ['a column that stands twice', plain.replace('\tcomment\t', '\tconfidence\t'), 11, 114, 'stands twice'],
    [
      'a column that is misspelt',
      plain.replace('predicate_id', 'predicat_id'),
      11,
      1,
      'no column predicate_id',
    ],
    ['a cell too many', `${plain}a\tb\tc\td\te\tf\tg\th\ti\tj\tk\n`, 15, 21, 'in no column'],
  ])('refuses %s, with line and column', (_, text, line, column, message) => {
    expect(failureOf(text)).toBeInstanceOf(Failure);
    expect(failureOf(text)).toMatchObject({ code: 3, file: 'a.sssom.tsv', line, column });
    expect(failureOf(text)!.message).toContain(message);
    expect(failureOf(text)!.hint).toBeTruthy();
  });

  it('knows where each cell stands, whatever line breaks are in those before it', () => {
    const set = read(textOf('test/sssom/files/with-quotes-and-line-breaks.sssom.tsv'));
    expect(set.rows.map(({ places }) => places[0])).toEqual([
      { line: 12, column: 1 },
      { line: 13, column: 1 },
      { line: 15, column: 1 },
    ]);
    expect(set.rows[1]!.places[2]).toEqual({ line: 14, column: 25 });
    expect(set.positionOf(['curie_map', 'wd'])).toEqual({ line: 4, column: 4 });
  });
});

describe('a mapping set that is changed', () => {
  it('keeps the bytes of all that is not', () => {
    const text = textOf('test/sssom/files/as-a-spreadsheet-saves-it.sssom.tsv');
    const set = readMappings(text, 'a.sssom.tsv');
    const changed = withMapping(set, 0, { ...set.mappings[0]!, confidence: '0.9' });
    expect(writeMappings(changed)).toBe(text.replace('0.80', '0.9'));
    expect(writeMappings(withMapping(changed, 0, set.mappings[0]))).toBe(text.replace('0.80', '0.80'));
    const lines = text.split('\r\n');
    expect(writeMappings(withMapping(set, 1, undefined))).toBe(lines.toSpliced(12, 1).join('\r\n'));
  });

  it('has a new column where SSSOM has it, and its own after all others', () => {
    const set = addMappings(read(plain), [
      { subject_id: 'thing:x', review_date: '2026-11-28', ext_query: 'x' },
    ]);
    expect(set.columns).toEqual([
      ...read(plain).columns.slice(0, 7),
      'review_date',
      ...read(plain).columns.slice(7),
      'ext_query',
    ]);
    expect(read(writeMappings(set)).mappings.at(-1)).toEqual({
      subject_id: 'thing:x',
      review_date: '2026-11-28',
      ext_query: 'x',
    });
  });

  it('declares a prefix only for an IRI that no other fits', () => {
    const set = read(plain);
    expect(curieIn(set, 'http://www.wikidata.org/entity/Q3', 'q', 'http://www.wikidata.org/')).toEqual([
      'wd:Q3',
      set,
    ]);
    const [curie, more] = curieIn(set, 'https://ror.org/1', 'ror', 'https://ror.org/');
    expect(curie).toBe('ror:1');
    expect(writeMappings(more)).toBe(plain.replace('#  thing', '#  ror: https://ror.org/\n#  thing'));
  });

  it('says of all mappings what the set says, where none says it itself', () => {
    const { metadata } = read(plain);
    const said = withMetadata(read(plain), {
      ...metadata,
      slots: { ...metadata.slots, mapping_tool: 'a', license: 'b' },
    });
    const [first] = said.mappings;
    expect(slotOf(said, first!, 'mapping_tool')).toBe('a');
    expect(slotOf(said, first!, 'license')).toBeUndefined();
    const own = withMapping(said, 1, { ...said.mappings[1]!, mapping_tool: 'c' });
    expect(slotOf(own, own.mappings[0]!, 'mapping_tool')).toBeUndefined();
  });
});

describe('CURIEs', () => {
  const prefixes = new Map([
    ['a', 'https://example.org/'],
    ['b', 'https://example.org/id/'],
  ]);

  it('stand for IRIs by a declared prefix, or one that every set has', () => {
    expect(expandCurie('b:x:y', prefixes)).toBe('https://example.org/id/x:y');
    expect(expandCurie('skos:exactMatch', prefixes)).toBe('http://www.w3.org/2004/02/skos/core#exactMatch');
    expect(expandCurie('https://example.org/x', prefixes)).toBeUndefined();
    expect(expandCurie('x', prefixes)).toBeUndefined();
  });

  it('are made with the longest namespace', () => {
    expect(contractIri('https://example.org/id/x', prefixes)).toBe('b:x');
    expect(contractIri('https://example.org/x', prefixes)).toBe('a:x');
    expect(contractIri('https://example.com/x', prefixes)).toBeUndefined();
  });

  it('come in lists that are read as they were written', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, unit: fc.constantFrom('a', '|', '\\') })), (values) => {
        expect(valuesOf(cellOf(values))).toEqual(values);
      }),
      { seed: 20261128, numRuns: 500 },
    );
    expect(valuesOf('a\\b|c')).toEqual(['a\\b', 'c']);
  });
});
