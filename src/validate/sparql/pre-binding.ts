import { variable } from '../../graph/terms.ts';
import { type Binding, type Operation, operationsIn, variablesIn } from '../../query/algebra.ts';
import { toEngine } from '../../query/blank-nodes.ts';
import { prepareExists } from './exists.ts';

/**
 * A query whose variables have values beforehand (SHACL appendix A, *Values Insertion*), for many rows of
 * values at once: its solutions are, together, those that it has for each row alone. It rests on the
 * restrictions of SHACL, and on `answersRowByRow` where there is more than one row.
 *
 * The specification joins the values to every pattern. Most of these joins change nothing, and some cost the
 * square of the number of rows. What is to hold of each part of the query is only this: joined with one row, it
 * has the solutions that it has for that row. So the values go, first, to the patterns that the query starts
 * from, so that it looks at no other nodes; then wherever an expression, or the right side of an OPTIONAL,
 * mentions a variable that the pattern before it leaves without a value. Within EXISTS, the engine puts the
 * values of each solution in place of the variables.
 *
 * @param names the variables that have values.
 * @param rows the values; each row has one for every name.
 */
export function insertValues(
  query: Operation,
  names: readonly string[],
  rows: readonly Binding[],
): Operation {
  return names.length === 0 ? query : new Insertion(names, rows).atTop(prepareExists(query));
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
  readonly #values: Operation;

  constructor(names: readonly string[], rows: readonly Binding[]) {
    this.#names = names;
    this.#values = {
      type: 'values',
      variables: names.map((name) => variable(name)),
      bindings: rows.map((row) => Object.fromEntries(names.map((name) => [name, toEngine(row[name]!)]))),
    };
  }

  atTop(operation: Operation): Operation {
    if (operation.type === 'project')
      return { ...operation, input: this.#bind(this.#insert(operation.input, true)) };
    if ('input' in operation && !Array.isArray(operation.input))
      return { ...operation, input: this.atTop(operation.input as Operation) } as Operation;
    throw new Error(`A query does not start with ${operation.type}`);
  }

  #mentions(part: unknown): boolean {
    const found = variablesIn(part);
    return this.#names.some((name) => found.has(name));
  }

  #join = (operation: Operation): Operation => ({ type: 'join', input: [this.#values, operation] });
  #bind = ({ operation, bound }: Part): Operation => (bound ? operation : this.#join(operation));

  /** @param first whether this is one of the patterns that the query starts from. */
  #insert(operation: Operation, first: boolean): Part {
    switch (operation.type) {
      case 'bgp':
      case 'path': {
        if (first && this.#mentions(operation)) return { operation: this.#join(operation), bound: true };
        const found = variablesIn(operation);
        return { operation, bound: this.#names.every((name) => found.has(name)) };
      }
      case 'join': {
        const parts = operation.input.map((each) => this.#insert(each, first));
        return {
          operation: { ...operation, input: parts.map((part) => part.operation) },
          bound: parts.some(({ bound }) => bound),
        };
      }
      case 'union': {
        if (!this.#mentions(operation)) return { operation, bound: false };
        const parts = operation.input.map((each) => this.#insert(each, first));
        return { operation: { ...operation, input: parts.map(this.#bind) }, bound: true };
      }
      case 'leftjoin': {
        const [left, right] = [
          this.#insert(operation.input[0], first),
          this.#insert(operation.input[1], false),
        ];
        const needed = this.#mentions([operation.input[1], operation.expression]);
        const input = [needed ? this.#bind(left) : left.operation, right.operation] as const;
        return { operation: { ...operation, input }, bound: needed || left.bound };
      }
      case 'filter':
      case 'extend':
        return this.#over(operation, this.#mentions(operation.expression), first);
      case 'group': {
        const { operation: grouped } = this.#over(operation, true, first);
        return { operation: grouped, bound: includesAll(operation.variables, this.#names) };
      }
      case 'project':
      case 'distinct':
      case 'reduced':
        return this.#over(operation, this.#mentions(operation.input), first);
      case 'orderby':
      case 'slice':
      case 'from':
        return this.#over(operation, false, first);
      default:
        throw new Error(`A query with values does not have ${operation.type}`);
    }
  }

  /** @param needed whether the operation leans on the values. */
  #over<T extends Operation & { readonly input: Operation }>(
    operation: T,
    needed: boolean,
    first: boolean,
  ): Part {
    const part = this.#insert(operation.input, first);
    const input = needed ? this.#bind(part) : part.operation;
    return { operation: { ...operation, input } as Operation, bound: needed || part.bound };
  }
}
