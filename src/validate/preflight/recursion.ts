import { termKey } from '../../graph/terms.ts';
import type { Fault } from './fault.ts';
import type { Reference, ShapesGraph } from './shapes-graph.ts';

/** References by which a shape comes back to itself; what that means is left open (SHACL §3.4.3). */
export function* checkRecursion({ references, show }: ShapesGraph): Iterable<Fault> {
  const from = Map.groupBy(references, (reference) => termKey(reference.from));
  const step = (key: string) => ({ key, left: (from.get(key) ?? []).values() });
  const open = new Set<string>();
  const done = new Set<string>();
  for (const start of from.keys()) {
    if (done.has(start)) continue;
    open.add(start);
    // A stack of our own: shapes can be nested deeper than calls can.
    for (const way = [step(start)]; way.length > 0;) {
      const { key, left } = way.at(-1)!;
      const next: IteratorResult<Reference, undefined> = left.next();
      if (next.done) {
        open.delete(key);
        done.add(key);
        way.pop();
        continue;
      }
      const { to, parameter, quad } = next.value;
      const target = termKey(to);
      if (open.has(target))
        yield {
          code: 'recursive-shape',
          at: { quad, part: 'object' },
          values: { shape: show(to), parameter: `sh:${parameter}` },
        };
      else if (!done.has(target)) {
        open.add(target);
        way.push(step(target));
      }
    }
  }
}
