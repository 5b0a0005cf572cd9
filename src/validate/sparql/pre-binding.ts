import { variable } from '../../graph/terms.ts';
import { type Operation, operationsIn, pattern, variablesIn } from '../../query/algebra.ts';
import { prepareExists } from './exists.ts';
import { column } from './source.ts';

/**
 * A query whose variables have values beforehand (SHACL appendix A, *Values Insertion*), for many rows of
 * values at once: its solutions are, together, those that it has for each row alone. It rests on the
 * restrictions of SHACL, and on `answersRowByRow` where there is more than one row.
 *
 * The values are rows of the source that the query is asked of. They are joined, as the specification says, to
 * every pattern that mentions a variable; to another only where it matters: what is to hold of each part of the
 * query is that, joined with one row, it has the solutions that it has for that row. So they go, too, wherever an
 * expression, or the right side of an OPTIONAL, mentions a variable that the part before it leaves without a
 * value. Within EXISTS, the engine puts the values of each solution in place of the variables.
 *
 * @param names the variables that have values.
 */
export function insertValues(query: Operation, names: readonly string[]): Operation {
  return names.length === 0 ? query : new Insertion(names).atTop(prepareExists(query));
}

/** Whether the solutions for many rows at once are, together, those for each row: not where a query counts or cuts off all of its solutions. */
export function answersRowByRow(query: Operation, names: readonly string[]): boolean {
  for (const operation of operationsIn(query)) {
    if (operation.type === 'slice') return false;
    if (operation.type === 'group' && !includesAll(operation.variables, names)) return false;
  }
  return true;
}

const includesAll = (variables: readonly { readonly value: string }[], names: readonly string[]) =>
  names.every((name) => variables.some(({ value }) => value === name));

/** Part of a query with the values in it. */
interface Part {
  readonly operation: Operation;
  /** Whether each of its solutions has a value for every name. */
  readonly bound: boolean;
}

class Insertion {
  readonly #names: readonly string[];
  #rows = 0;

  constructor(names: readonly string[]) {
    this.#names = names;
  }

  atTop(operation: Operation): Operation {
    if (operation.type === 'project')
      return { ...operation, input: this.#bind(this.#insert(operation.input)) };
    if ('input' in operation && !Array.isArray(operation.input))
      return { ...operation, input: this.atTop(operation.input as Operation) } as Operation;
    throw new Error(`A query does not start with ${operation.type}`);
  }

  #mentions(part: unknown): boolean {
    const found = variablesIn(part);
    return this.#names.some((name) => found.has(name));
  }

  /** Joins the rows of values to an operation. */
  #join = (operation: Operation): Operation => {
    const row = variable(`row ${++this.#rows}`);
    const patterns = this.#names.map((name) => pattern(row, column(name), variable(name)));
    return { type: 'join', input: [{ type: 'bgp', patterns }, operation] };
  };
  #bind = ({ operation, bound }: Part): Operation => (bound ? operation : this.#join(operation));

  #insert(operation: Operation): Part {
    switch (operation.type) {
      case 'bgp':
      case 'path':
        return this.#mentions(operation)
          ? { operation: this.#join(operation), bound: true }
          : { operation, bound: false };
      case 'join': {
        const parts = operation.input.map((each) => this.#insert(each));
        return {
          operation: { ...operation, input: parts.map((part) => part.operation) },
          bound: parts.some(({ bound }) => bound),
        };
      }
      case 'union': {
        if (!this.#mentions(operation)) return { operation, bound: false };
        const parts = operation.input.map((each) => this.#insert(each));
        return { operation: { ...operation, input: parts.map(this.#bind) }, bound: true };
      }
      case 'leftjoin': {
        const [left, right] = operation.input.map((each) => this.#insert(each)) as [Part, Part];
        const needed = this.#mentions([operation.input[1], operation.expression]);
        const input = [needed ? this.#bind(left) : left.operation, right.operation] as const;
        return { operation: { ...operation, input }, bound: needed || left.bound };
      }
      case 'filter':
      case 'extend':
        return this.#over(operation, this.#mentions(operation.expression));
      case 'group': {
        const { operation: grouped } = this.#over(operation, true);
        return { operation: grouped, bound: includesAll(operation.variables, this.#names) };
      }
      case 'project':
      case 'distinct':
      case 'reduced':
        return this.#over(operation, this.#mentions(operation.input));
      case 'orderby':
      case 'slice':
      case 'from':
        return this.#over(operation, false);
      default:
        throw new Error(`A query with values does not have ${operation.type}`);
    }
  }

  /** @param needed whether the operation leans on the values. */
  #over<T extends Operation & { readonly input: Operation }>(operation: T, needed: boolean): Part {
    const part = this.#insert(operation.input);
    const input = needed ? this.#bind(part) : part.operation;
    return { operation: { ...operation, input } as Operation, bound: needed || part.bound };
  }
}
