import type { Term } from '@rdfjs/types';

/** The parts of an algebra operation (SPARQL 1.1 §18.2) that a dataset answers by itself. */
export type Operation =
  | Pattern
  | { readonly type: 'join' | 'union'; readonly input: readonly Operation[] }
  | { readonly type: 'minus'; readonly input: readonly [Operation, Operation] };

export interface Pattern {
  readonly type: 'pattern';
  readonly subject: Term;
  readonly predicate: Term;
  readonly object: Term;
  readonly graph: Term;
}

export const places = ['subject', 'predicate', 'object', 'graph'] as const;

/** The names of the variables that may have a value in a solution, in the order in which they are mentioned. */
export function variablesOf(operation: Operation): string[] {
  const names = new Set<string>();
  const visitTerm = (term: Term): void => {
    if (term.termType === 'Variable') names.add(term.value);
    else if (term.termType === 'Quad') places.forEach((place) => visitTerm(term[place]));
  };
  const visit = (each: Operation): void => {
    switch (each.type) {
      case 'pattern':
        return places.forEach((place) => visitTerm(each[place]));
      case 'minus':
        return visit(each.input[0]);
      default:
        return each.input.forEach(visit);
    }
  };
  visit(operation);
  return [...names];
}

/** The variables that have a value in every solution. */
export function certainVariables(operation: Operation): Set<string> {
  switch (operation.type) {
    case 'pattern':
      return new Set(variablesOf(operation));
    case 'minus':
      return certainVariables(operation.input[0]);
    case 'join':
      return new Set(operation.input.flatMap((each) => [...certainVariables(each)]));
    case 'union':
      return operation.input
        .map(certainVariables)
        .reduce(
          (both, set) => new Set([...both].filter((name) => set.has(name))),
          new Set(variablesOf(operation)),
        );
  }
}
