import type { Term } from '@rdfjs/types';
import { Layer } from '../graph/layer.ts';
import type { Findable } from '../graph/quad-index.ts';
import { termKey, vocabulary } from '../graph/terms.ts';

const { rdfs } = vocabulary;

/** A class and all classes below it, by key; for data that does not grow any more. */
export function classesBelow(data: Findable, type: Term): ReadonlyMap<string, Term> {
  const stated = where(data);
  let known = hierarchies.get(stated);
  if (!known) hierarchies.set(stated, (known = new Map()));
  const key = termKey(type);
  let found = known.get(key);
  if (!found) {
    found = new Map([[key, type]]);
    for (const each of found.values())
      for (const { subject } of stated.find(null, rdfs.subClassOf, each))
        found.set(termKey(subject), subject);
    known.set(key, found);
  }
  return found;
}

const hierarchies = new WeakMap<Findable, Map<string, Map<string, Term>>>();

/** Where the classes of data are put in order: most layers say nothing of that. */
const where = (data: Findable): Findable =>
  data instanceof Layer && data.own.find(null, rdfs.subClassOf, null).length === 0 ? data.below : data;
