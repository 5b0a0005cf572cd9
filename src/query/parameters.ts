import type { Term } from '@rdfjs/types';
import { exit, Failure } from '../failure.ts';
import { iri, literal } from '../graph/terms.ts';

const xsd = 'http://www.w3.org/2001/XMLSchema#';
const lexical: Readonly<Record<string, RegExp>> = {
  integer: /^[+-]?\d+$/,
  decimal: /^[+-]?(\d+\.?\d*|\.\d+)$/,
  boolean: /^(true|false|1|0)$/,
  date: /^-?\d{4,}-\d\d-\d\d(Z|[+-]\d\d:\d\d)?$/,
};

/** A parameter of a query: a variable that begins with an underscore, as grlc and BASIL write it. */
export interface Parameter {
  /** What the user calls it: `actor` for `?_actor_iri`. */
  readonly name: string;
  /** The variable, without question mark. */
  readonly variable: string;
  /** `iri`, a type of XML Schema, a language tag, or `text`. */
  readonly type: string;
}

/** The parameters that a query mentions outside comments, IRIs and strings. */
export function parametersOf(sparql: string): Parameter[] {
  const code = sparql.replace(/<[^<>\s]*>|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|#[^\n]*/g, ' ');
  const variables = new Set([...code.matchAll(/[?$](_[A-Za-z0-9][A-Za-z0-9_]*)/g)].map((match) => match[1]!));
  return [...variables].sort().map((variable) => {
    const [, name = '', type = 'text'] = /^_(.+?)(?:_([a-z]+))?$/.exec(variable)!;
    return { name, variable, type };
  });
}

/**
 * Turns what the user gave, else the defaults, into terms by variable. A value is always a term:
 * it never becomes part of the query's text.
 * @throws Failure 2 where a parameter is missing, unknown or not of its type.
 */
export function bindParameters(
  sparql: string,
  given: ReadonlyMap<string, string>,
  defaults: Readonly<Record<string, string>>,
  resolveIri: (value: string) => string | undefined,
): Map<string, Term> {
  const parameters = parametersOf(sparql);
  const names = parameters.map(({ name }) => name);
  for (const name of given.keys())
    if (!names.includes(name))
      throw new Failure(exit.usage, `The query has no parameter called ${name}`, {
        hint: names.length ? `Its parameters are ${names.join(', ')}.` : 'It has none.',
      });
  return new Map(
    parameters.map((parameter) => {
      const value = given.get(parameter.name) ?? defaults[parameter.name];
      if (value === undefined)
        throw new Failure(exit.usage, `The query needs a value for ${parameter.name}`, {
          hint: `Give it with -v ${parameter.name}=….`,
        });
      return [parameter.variable, toTerm(parameter, value, resolveIri)];
    }),
  );
}

function toTerm(
  { name, type }: Parameter,
  value: string,
  resolveIri: (value: string) => string | undefined,
): Term {
  const refuse = (wanted: string): never => {
    throw new Failure(exit.usage, `The value of ${name} is not ${wanted}: ${value}`);
  };
  if (type === 'iri') {
    const resolved = resolveIri(value);
    return resolved === undefined
      ? refuse('an IRI, a prefixed name or the last part of an IRI in the data')
      : iri(resolved);
  }
  if (type === 'text') return literal(value);
  const pattern = lexical[type];
  if (!pattern) return literal(value, type);
  return pattern.test(value) ? literal(value, iri(xsd + type)) : refuse(`of type ${type}`);
}
