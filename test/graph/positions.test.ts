import { describe, expect, it } from 'vitest';
import type { QuadPart } from '../../src/graph/positions.ts';
import { parse } from '../../src/graph/parse.ts';

const base = 'https://example.org/';
const parts: readonly QuadPart[] = ['subject', 'predicate', 'object'];

/** Each quad as the text that begins where its subject, predicate and object stand. */
async function spelled(text: string, path = 'a.ttl'): Promise<string[]> {
  const { quads, positions } = await parse(text, { path, base });
  const lines = text.split('\n');
  const at = (quad: number, part: QuadPart) => {
    const { line, column } = positions.at(quad, part);
    return /^(?:"""[^]*?"""|"[^"]*"|<[^>]*>|[[(]|[^\s;,\])]+)/.exec(
      lines
        .slice(line - 1)
        .join('\n')
        .slice(column - 1),
    )?.[0];
  };
  return quads.map((_, quad) => parts.map((part) => at(quad, part)).join(' '));
}

const prefixes = '@prefix : <#> .\n';

describe('the place of a term is that of its token', () => {
  it.each([
    ['in a statement', ':a :b :c .', [':a :b :c']],
    ['in a predicate list', ':a :b 1 ;\n  :c "x"@nl ;\n  a :D .', [':a :b 1', ':a :c "x"', ':a a :D']],
    [
      'in an object list',
      ':a :b 1, 2.5 ,\n  true, <x> .',
      [':a :b 1', ':a :b 2.5', ':a :b true', ':a :b <x>'],
    ],
    ['after a multi-line literal', ':a :b """x\ny""" , :c .', [':a :b """x\ny"""', ':a :b :c']],
    [
      'of literals side by side',
      ':a :b ( "c" "d" 1 ) .',
      ['( ( "c"', '( ( "d"', '"d" "d" "d"', '"d" "d" 1', '1 1 1', '1 1 (', ':a :b ('],
    ],
    ['of an empty list', '() :b () .', ['( :b (']],
    ['of a typed literal', ':a :b "1"^^:t ; :c :d .', [':a :b "1"', ':a :c :d']],
    ['in brackets', ':a :b [ :c :d ; :e :f ] ; :g :h .', ['[ :c :d', '[ :e :f', ':a :b [', ':a :g :h']],
    ['in brackets that begin', '[ :c :d ] :e :f .', ['[ :c :d', '[ :e :f']],
    ['in nested brackets', ':a :b [ :c [ :d 1 ] ] .', ['[ :d 1', '[ :c [', ':a :b [']],
    ['of a blank node with a name', '_:x :b _:y .', ['_:x :b _:y']],
  ])('%s', async (_, text, expected) => {
    expect(await spelled(prefixes + text)).toEqual(expected);
  });

  it('in a list, whose cells stand at their members and whose first cell is its bracket', async () => {
    const found = await spelled(`${prefixes}:a :b ( :c "d" [ :e :f ] ( 1 ) ) ; :g () .`);
    expect(found.map((each) => each.split(' ')).map(([cell, , object]) => `${cell} ${object}`)).toEqual([
      '( :c',
      '( "d"', // the rest is the cell of "d"
      '"d" "d"',
      '"d" [',
      '[ [',
      '[ :f',
      '[ (',
      '( 1',
      '( (', // the end of the inner list, which is where it begins
      '( (', // the inner list as a member
      '( (', // the end of the outer list
      ':a (',
      ':a (', // an empty list
    ]);
  });

  it.each(['"x"', '5', '"x"@nl', '"x"^^:t', '_:b', ':c', '[]', '()'])(
    'in a list that begins with %s, as a subject too',
    async (member) => {
      const [cell] = (await spelled(`${prefixes}( ${member} ) :b 1 .`)).slice(-1);
      expect(cell).toBe('( :b 1');
    },
  );

  it('in TriG, N-Quads and N-Triples', async () => {
    expect(await spelled(`${prefixes}:g { :a :b :c . [] :d 1 }`, 'a.trig')).toEqual([':a :b :c', '[ :d 1']);
    const quad = '<urn:a> <urn:b> "c"@nl <urn:g> .\n<urn:a> <urn:b> _:x .\n';
    expect(await spelled(quad, 'a.nq')).toEqual(['<urn:a> <urn:b> "c"', '<urn:a> <urn:b> _:x']);
    expect(await spelled('<urn:a> <urn:b> <urn:c> .\n', 'a.nt')).toEqual(['<urn:a> <urn:b> <urn:c>']);
  });

  it('after characters outside the BMP, in UTF-16 code units', async () => {
    const { positions } = await parse(`${prefixes}:a :b "𝄞" , :c .`, { path: 'a.ttl', base });
    expect(positions.at(1, 'object')).toEqual({ line: 2, column: 14 });
  });

  it('of each of a thousand quads', async () => {
    const text = Array.from({ length: 1000 }, (_, i) => `<s${i}> <p> <o${i}> .`).join('\n');
    expect(await spelled(text)).toEqual(Array.from({ length: 1000 }, (_, i) => `<s${i}> <p> <o${i}>`));
  });
});
