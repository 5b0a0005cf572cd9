import { vocabulary } from '../../graph/terms.ts';
import { translate, Unportable } from '../regular-expression.ts';
import type { Fault } from './fault.ts';
import type { ShapesGraph } from './shapes-graph.ts';

const { pattern, flags } = vocabulary.sh;

/** Regular expressions, and flags of them, that do not mean one thing everywhere. */
export function* checkPatterns({ graph }: ShapesGraph): Iterable<Fault> {
  for (const quad of graph.match(null, flags)) {
    const fault = refusal('', quad.object.value);
    if (fault) yield { code: 'unportable-flags', at: { quad, part: 'object' }, values: fault };
  }
  for (const quad of graph.match(null, pattern)) {
    const [given] = [...graph.match(quad.subject, flags)].filter(({ object }) => !refusal('', object.value));
    const fault = refusal(quad.object.value, given?.object.value);
    if (fault) yield { code: 'unportable-pattern', at: { quad, part: 'object' }, values: fault };
  }
}

function refusal(source: string, given?: string): Pick<Unportable, 'piece' | 'reason'> | undefined {
  try {
    translate(source, given);
    return undefined;
  } catch (error) {
    if (!(error instanceof Unportable)) throw error;
    const { piece, reason } = error;
    return { piece, reason };
  }
}
