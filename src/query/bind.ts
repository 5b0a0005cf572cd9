import type { Term } from '@rdfjs/types';
import { exit, Failure } from '../failure.ts';
import { iri, literal, quad, variable } from '../graph/terms.ts';
import { xsd } from '../graph/datatypes.ts';
import { type Binding, type Expression, isTerm, type Operation, type TriplePattern } from './algebra.ts';

/**
 * A query in which each of some variables is a term, wherever it stands: in patterns and the ends of paths, the name
 * of a graph, filters, sub-queries, EXISTS, VALUES, the template of a CONSTRUCT. A row still has the variable where
 * the query selects it. Unlike values given from outside (SPARQL 1.1 has none; engines differ), it means the same
 * in every part of the query, as BASIL's replacing of text does, but no value is ever read as SPARQL.
 * @throws Failure 3 where the query itself assigns to one of the variables.
 */
export function bindVariables(query: Operation, values: ReadonlyMap<string, Term>): Operation {
  return values.size === 0 ? query : new Binder(values).bind(query);
}

class Binder {
  readonly #values: ReadonlyMap<string, Term>;

  constructor(values: ReadonlyMap<string, Term>) {
    this.#values = values;
  }

  bind<T>(part: T): T {
    if (Array.isArray(part)) return part.map((each) => this.bind(each)) as T;
    if (typeof part !== 'object' || part === null) return part;
    if ('type' in part && part.type === 'pattern') return this.#pattern(part as never) as T;
    if (isTerm(part)) return this.#term(part) as T;
    if (!('type' in part)) return this.#parts(part);
    switch (part.type) {
      case 'values':
        return this.#table(part as never) as T;
      case 'project':
        return this.#projection(part as never) as T;
      case 'group':
        return this.#group(part as never) as T;
      case 'extend':
        this.#refuseAssignment((part as { variable?: Term }).variable);
        return this.#parts(part);
      case 'expression':
        return this.#expression(part as never) as T;
      default:
        return this.#parts(part);
    }
  }

  #parts<T extends object>(part: T): T {
    return Object.fromEntries(
      Object.entries(part).map(([key, value]) => [key, this.bind(value as unknown)]),
    ) as T;
  }

  #term(term: Term): Term {
    if (term.termType === 'Variable') return this.#values.get(term.value) ?? term;
    if (term.termType !== 'Quad') return term;
    return quad(
      this.#term(term.subject) as never,
      this.#term(term.predicate) as never,
      this.#term(term.object) as never,
      this.#term(term.graph) as never,
    );
  }

  #pattern(pattern: TriplePattern): TriplePattern {
    return {
      ...pattern,
      // Looks like a term of a graph to the engine, which asks it for these.
      termType: 'Quad',
      value: '',
      subject: this.#term(pattern.subject),
      predicate: this.#term(pattern.predicate),
      object: this.#term(pattern.object),
      graph: this.#term(pattern.graph),
    } as TriplePattern;
  }

  /** The rows that agree with the values, without the columns. */
  #table(table: Extract<Operation, { type: 'values' }>): Operation {
    const agrees = (row: Binding) =>
      Object.entries(row).every(([name, term]) => this.#values.get(name)?.equals(term) ?? true);
    const free = (row: Binding) =>
      Object.fromEntries(Object.entries(row).filter(([name]) => !this.#values.has(name)));
    return {
      ...table,
      variables: table.variables.filter(({ value }) => !this.#values.has(value)),
      bindings: table.bindings.filter(agrees).map(free),
    };
  }

  /** What is selected keeps its name: one row of VALUES gives it its value. */
  #projection(projection: Extract<Operation, { type: 'project' }>): Operation {
    const names = projection.variables.map(({ value }) => value).filter((name) => this.#values.has(name));
    const input = this.bind(projection.input);
    return { ...projection, input: names.length > 0 ? withValues(input, names, this.#values) : input };
  }

  /** Groups by a value are one group, or none where there is nothing to group: a variable of another name says so. */
  #group(group: Extract<Operation, { type: 'group' }>): Operation {
    const inside = new Map<string, Term>();
    const variables = group.variables.map((each) => {
      const value = this.#values.get(each.value);
      if (!value) return each;
      inside.set(`${each.value}_group`, value);
      return variable(`${each.value}_group`);
    });
    const input = this.bind(group.input);
    return {
      ...group,
      variables,
      aggregates: this.bind(group.aggregates),
      input: inside.size > 0 ? withValues(input, [...inside.keys()], inside) : input,
    };
  }

  #expression(expression: Expression): Expression {
    if (expression.subType === 'operator' && expression.operator === 'bound') {
      const [asked] = expression.args;
      if (
        asked?.subType === 'term' &&
        this.#values.has(asked.term.value) &&
        asked.term.termType === 'Variable'
      )
        return { type: 'expression', subType: 'term', term: literal('true', iri(`${xsd}boolean`)) };
    }
    return this.#parts(expression);
  }

  #refuseAssignment(assigned: Term | undefined): void {
    if (assigned && this.#values.has(assigned.value))
      throw new Failure(
        exit.unreadable,
        `The query assigns to ?${assigned.value}, which is given its value`,
        {
          hint: 'A variable that begins with an underscore is a parameter: take another name.',
        },
      );
  }
}

const withValues = (
  input: Operation,
  names: readonly string[],
  values: ReadonlyMap<string, Term>,
): Operation => ({
  type: 'join',
  input: [
    input,
    {
      type: 'values',
      variables: names.map((name) => variable(name)),
      bindings: [Object.fromEntries(names.map((name) => [name, values.get(name)!]))],
    },
  ],
});
