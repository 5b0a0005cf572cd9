import type { Bindings, Term, Variable } from '@rdfjs/types';
import { variable as variableOf } from '../graph/terms.ts';

type Name = Variable | string;
const nameOf = (key: Name): string => (typeof key === 'string' ? key : key.value);

/**
 * A solution as RDF/JS bindings: the variables, which all solutions of an answer share, and a value for each or none.
 * Comunica's own are persistent maps; making one for every solution took longer than finding the solution.
 */
export class SolutionBindings implements Bindings {
  readonly type = 'bindings';
  readonly #variables: readonly Variable[];
  readonly #values: readonly (Term | undefined)[];

  constructor(variables: readonly Variable[], values: readonly (Term | undefined)[]) {
    this.#variables = variables;
    this.#values = values;
  }

  get size(): number {
    return this.#values.reduce((count, value) => (value ? count + 1 : count), 0);
  }

  has(key: Name): boolean {
    return this.get(key) !== undefined;
  }

  get(key: Name): Term | undefined {
    const name = nameOf(key);
    const number = this.#variables.findIndex((variable) => variable.value === name);
    return number === -1 ? undefined : this.#values[number];
  }

  set(key: Name, value: Term): SolutionBindings {
    return this.#with([[key, value]]);
  }

  delete(key: Name): SolutionBindings {
    const name = nameOf(key);
    return this.#keep((_, variable) => variable.value !== name);
  }

  *keys(): IterableIterator<Variable> {
    for (const [variable] of this) yield variable;
  }

  *values(): IterableIterator<Term> {
    for (const [, value] of this) yield value;
  }

  forEach(visit: (value: Term, key: Variable) => void): void {
    for (const [key, value] of this) visit(value, key);
  }

  *[Symbol.iterator](): Iterator<[Variable, Term]> {
    for (const [number, variable] of this.#variables.entries()) {
      const value = this.#values[number];
      if (value) yield [variable, value];
    }
  }

  equals(other: Bindings | null | undefined): boolean {
    if (!other || other.size !== this.size) return false;
    for (const [variable, value] of this) if (!value.equals(other.get(variable))) return false;
    return true;
  }

  filter(keep: (value: Term, key: Variable) => boolean): SolutionBindings {
    return this.#keep(keep);
  }

  map(change: (value: Term, key: Variable) => Term): SolutionBindings {
    let changed = false;
    const values = this.#values.map((value, number) => {
      if (!value) return undefined;
      const result = change(value, this.#variables[number]!);
      changed ||= result !== value;
      return result;
    });
    return changed ? new SolutionBindings(this.#variables, values) : this;
  }

  merge(other: Bindings | Iterable<[Variable, Term]>): SolutionBindings | undefined {
    const added: [Variable, Term][] = [];
    for (const [variable, value] of other as Iterable<[Variable, Term]>) {
      const own = this.get(variable);
      if (!own) added.push([variable, value]);
      else if (!own.equals(value)) return undefined;
    }
    return this.#with(added);
  }

  mergeWith(
    merger: (self: Term, other: Term, key: Variable) => Term,
    other: Bindings | Iterable<[Variable, Term]>,
  ): SolutionBindings {
    return this.#with(
      [...(other as Iterable<[Variable, Term]>)].map(([variable, value]) => {
        const own = this.get(variable);
        return [variable, own && !own.equals(value) ? merger(own, value, variable) : value];
      }),
    );
  }

  // Comunica lets bindings carry a context of where they come from; those of a dataset have none.
  setContextEntry(): this {
    return this;
  }
  deleteContextEntry(): this {
    return this;
  }
  getContext(): undefined {
    return undefined;
  }
  getContextEntry(): undefined {
    return undefined;
  }

  #keep(keep: (value: Term, key: Variable) => boolean): SolutionBindings {
    const values = this.#values.map((value, number) =>
      value && keep(value, this.#variables[number]!) ? value : undefined,
    );
    return new SolutionBindings(this.#variables, values);
  }

  #with(entries: readonly (readonly [Name, Term])[]): SolutionBindings {
    if (entries.length === 0) return this;
    const variables = [...this.#variables];
    const values = [...this.#values];
    for (const [key, value] of entries) {
      const name = nameOf(key);
      const number = variables.findIndex((variable) => variable.value === name);
      if (number !== -1) values[number] = value;
      else {
        variables.push(typeof key === 'string' ? variableOf(key) : key);
        values.push(value);
      }
    }
    return new SolutionBindings(variables, values);
  }
}
