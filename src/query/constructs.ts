import type { Term } from '@rdfjs/types';
import { variable } from '../graph/terms.ts';
import { type Operation, pattern, variablesIn } from './algebra.ts';

type Construct = Extract<Operation, { type: 'construct' }>;

/**
 * A query that gives triples, as a CONSTRUCT and nothing around it: what is around it goes inside, where it limits the
 * solutions (SPARQL 1.1 §16.2), and DESCRIBE gives what is said of its resources as subjects (§16.4 leaves that open).
 */
export function asConstruct(operation: Operation): Construct | undefined {
  switch (operation.type) {
    case 'construct':
      return { ...operation, input: selecting(operation.input, operation.template) };
    case 'describe':
      return describing(operation.terms, operation.input);
    case 'slice':
    case 'from':
    case 'distinct':
    case 'reduced': {
      const { input } = operation;
      const within = (inner: Operation, parts: unknown): Operation => ({
        ...operation,
        input: selecting(inner, parts),
      });
      if (input.type === 'describe') return describing(input.terms, within(input.input, input.terms));
      const inner = asConstruct(input);
      return inner && { ...inner, input: within(inner.input, inner.template) };
    }
    default:
      return undefined;
  }
}

function describing(terms: readonly Term[], input: Operation): Construct {
  const said = terms.map((subject, number) =>
    pattern(subject, variable(`__predicate${number}`), variable(`__object${number}`)),
  );
  return {
    type: 'construct',
    template: said,
    input: {
      type: 'union',
      input: said.map((each): Operation => {
        const about: Operation = { type: 'bgp', patterns: [each] };
        return each.subject.termType === 'Variable' ? { type: 'join', input: [input, about] } : about;
      }),
    },
  };
}

/** An operation as a SELECT of the variables in what is made of its solutions. */
const selecting = (input: Operation, parts: unknown): Operation =>
  ['project', 'slice', 'from', 'distinct', 'reduced'].includes(input.type)
    ? input
    : { type: 'project', input, variables: [...variablesIn(parts)].map((name) => variable(name)) };
