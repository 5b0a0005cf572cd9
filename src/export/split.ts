import type { Quad } from '@rdfjs/types';
import { assertQuad } from '../graph/assert-term.ts';
import { codePointOrder, lineOf } from '../graph/canonical.ts';
import { separableFrame } from './expanded-frame.ts';
import type { ContextDocument } from './json-ld.ts';
import { Neighbourhoods } from './neighbourhoods.ts';

/** Some of the nodes that an export lists, with all that framing them needs. */
export interface Part {
  readonly roots: readonly string[];
  /** The quads in their canonical form. */
  readonly nquads: string;
  /** The numbers of the quads, in the order of the lines. */
  readonly numbers: readonly number[];
}

/**
 * Splits an answer into parts that can be framed one by one, in the order in which framing lists their nodes:
 * framing the whole takes memory many times its size, and more than in proportion time.
 * @param size from how many quads on a part is large enough.
 * @returns undefined where the parts would not make the same text: where there are blank nodes, whose names depend
 *   on the whole, or the frame does not select by types alone.
 */
export async function split(
  quads: readonly Quad[],
  context: ContextDocument,
  frame: object | undefined,
  size: number,
): Promise<Iterable<Part> | undefined> {
  const isBlank = ({ subject, object }: Quad) =>
    subject.termType === 'BlankNode' || object.termType === 'BlankNode';
  if (quads.some(isBlank)) return undefined;
  const top = frame && (await separableFrame(frame, context));
  if (frame && !top) return undefined;
  const neighbourhoods = new Neighbourhoods(quads);
  const roots = top ? neighbourhoods.ofTypes(top['@type']!) : neighbourhoods.subjects;
  const around = (root: string) => (top ? neighbourhoods.around(root, top) : neighbourhoods.of(root));
  return parts(quads, roots.sort(), around, size);
}

function* parts(
  quads: readonly Quad[],
  roots: readonly string[],
  around: (root: string) => Iterable<number>,
  size: number,
): Generator<Part> {
  let numbers = new Set<number>();
  let from = 0;
  for (const [index, root] of roots.entries()) {
    for (const number of around(root)) numbers.add(number);
    if (numbers.size < size && index < roots.length - 1) continue;
    yield { roots: roots.slice(from, index + 1), ...canonicalPart(quads, numbers) };
    numbers = new Set();
    from = index + 1;
  }
}

function canonicalPart(quads: readonly Quad[], numbers: Iterable<number>) {
  const lines = new Map<string, number>();
  for (const number of numbers) {
    assertQuad(quads[number]!);
    lines.set(lineOf(quads[number]!), number);
  }
  const inOrder = codePointOrder([...lines.keys()]);
  return { nquads: inOrder.join(''), numbers: inOrder.map((line) => lines.get(line)!) };
}
