import type { Term } from '@rdfjs/types';
import type { Matrix } from '../count-matrix.ts';
import type { Html } from '../html.ts';
import type { View } from '../view.ts';
import { moreWords } from '../words/more.ts';
import { bandsPicture, type End } from './bands.ts';

const actorsShown = 10;
const valuesShown = 16;

/** Actors and values with a band for the claims that connect two of them. */
export function network(view: View, { actors, values, count, totalOf }: Matrix): Html {
  const nodes = new Map<End, Term>();
  const endOf = (node: Term): End => {
    const end = { key: node.value, label: view.name(node).text, total: totalOf(node) };
    nodes.set(end, node);
    return end;
  };
  const left = actors.slice(0, actorsShown).map(endOf);
  const right = values.slice(0, valuesShown).map(endOf);
  return bandsPicture({
    id: 'network',
    name: view.tell(moreWords.network),
    description: `${view.tell(moreWords.networkText, { actors: left.length, values: right.length })} ${view.tell(moreWords.networkTable)}`,
    left,
    right,
    count: (actor, value) => count(nodes.get(actor)!, nodes.get(value)!),
  });
}
