import type { Term } from '@rdfjs/types';
import { exit, Failure } from '../failure.ts';
import type { LanguageMap } from '../graph/language-map.ts';
import { nearest } from '../graph/nearest.ts';
import { type Header, headerLine } from './header.ts';
import { type Names, resolveName } from './names.ts';
import { typeOf, typeWords } from './term-type.ts';
import { prefixesOf, variablesOf } from './tokens.ts';

/** A parameter of a query: a variable that begins with one or two underscores, as grlc and BASIL write it. */
export interface Parameter {
  /** What the user calls it: `actor` for `?_actor_iri`. */
  readonly name: string;
  /** The variable, without question mark. */
  readonly variable: string;
  /** `iri`, `text`, `number`, a language, a datatype of XML Schema, or `prefix:datatype`. */
  readonly type: string;
  /** Whether the query may do without: `?__actor_iri` then stays a variable. */
  readonly optional: boolean;
  /** What it is, by language. */
  readonly label?: LanguageMap | undefined;
  /** Its value where none is given. */
  readonly default?: string | undefined;
  /** The only values that it takes, where there is a list of them. */
  readonly values?: readonly string[] | undefined;
  /** The term of a value of it; undefined where that is ill-typed, or takes more than the text. */
  readonly make?: ((text: string) => Term | undefined) | undefined;
}

/** A query's text, and what its header says of parameters. */
export interface ParametersSource {
  readonly sparql: string;
  /** The query's file, or another name for it in messages. */
  readonly path: string;
  readonly header?: Pick<Header, 'parameters' | 'defaults' | 'enumerate'> | undefined;
}

/**
 * The parameters of a query by name, as BASIL names them: `?_name`, `?_name_type`, `?_name_prefix_datatype`, and all
 * of these with two underscores in front where they are optional.
 * @throws Failure 3 with file and line where a type is unknown or the header speaks of a parameter that is not there.
 */
export function parametersOf({ sparql, path, header = {} }: ParametersSource): Parameter[] {
  const wrong = (message: string, line: number, hint: string): never => {
    throw new Failure(exit.unreadable, message, { file: path, line, hint });
  };
  const prefixes = prefixesOf(sparql);
  const found = variablesOf(sparql).flatMap(({ variable, line }) => {
    const [, underscores, name, ending] = /^(__?)([^_]+)(?:_(.+))?$/.exec(variable) ?? [];
    if (name === undefined) return [];
    const said = ofName(header.parameters, name);
    const written = ending?.replace('_', ':');
    const type = written ?? said?.type ?? 'text';
    const known = typeOf(type, prefixes);
    if (!known || (!known.make && type !== 'iri'))
      return wrong(
        `The parameter ?${variable} has no type: ${type} is none`,
        written ? line : headerLine(sparql, ['parameters', name, 'type']),
        `A parameter ends in its type, after an underscore: ${typeWords}. Its name has no underscore.`,
      );
    if (written && said?.type && said.type !== written)
      return wrong(
        `The header gives ${name} the type ${said.type}, and ?${variable} is of type ${written}`,
        headerLine(sparql, ['parameters', name, 'type']),
        'Take one of the two away.',
      );
    return [
      {
        name,
        variable,
        type,
        optional: underscores === '__',
        label: said?.label,
        default: ofName(header.defaults, name),
        values: ofName(header.enumerate, name),
        make: known.make,
      },
    ];
  });
  const names = new Set(found.map(({ name }) => name));
  for (const key of ['parameters', 'defaults', 'enumerate'] as const)
    for (const name of Object.keys(header[key] ?? {}))
      if (!names.has(name))
        wrong(
          `The header speaks of a parameter ${name}, and the query has none of that name`,
          headerLine(sparql, [key, name]),
          `A parameter is a variable such as ?_${name}_iri.`,
        );
  for (const each of found)
    if (each.default !== undefined && each.values && !each.values.includes(each.default))
      wrong(
        `The default of ${each.name} is none of the values that it takes`,
        headerLine(sparql, ['defaults', each.name]),
        `It takes ${each.values.join(', ')}.`,
      );
  return found.sort((a, b) =>
    a.name < b.name ? -1 : a.name > b.name ? 1 : a.variable < b.variable ? -1 : 1,
  );
}

/** Names may be those of properties that every object has. */
const ofName = <T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined =>
  record && Object.hasOwn(record, name) ? record[name] : undefined;

/**
 * Turns what the user gave, else the defaults, into terms by variable. A value is always a term:
 * it never becomes part of the query's text. A parameter that is optional and not given has none.
 * @param given values by name of parameter.
 * @param names where IRIs that are not given in full are looked up.
 * @throws Failure 2 where a parameter is missing, unknown, not of its type or none of its values.
 */
export function bindParameters(
  parameters: readonly Parameter[],
  given: ReadonlyMap<string, string>,
  names: Names,
  path?: string,
): Map<string, Term> {
  const refuse = (message: string, hint: string): never => {
    throw new Failure(exit.usage, message, { file: path, hint });
  };
  const known = [...new Set(parameters.map(({ name }) => name))];
  for (const name of given.keys())
    if (!known.includes(name)) {
      const near = nearest(name, known);
      const all = known.length ? `Its parameters are ${known.join(', ')}.` : 'It has none.';
      refuse(`The query has no parameter called ${name}`, near ? `Did you mean ${near}? ${all}` : all);
    }
  const bound = new Map<string, Term>();
  for (const { name, variable, type, optional, values, make, default: byDefault } of parameters) {
    const value = given.get(name) ?? byDefault;
    if (value === undefined) {
      if (optional) continue;
      return refuse(`The query needs a value for ${name}`, `Give it with -v ${name}=…, ${kindOf(type)}.`);
    }
    if (!value.isWellFormed())
      return refuse(`The value of ${name} holds half a character`, 'Give whole characters.');
    if (values && !values.includes(value)) {
      const near = nearest(value, values);
      refuse(
        `The value of ${name} is none that it takes: ${value}`,
        `${near ? `Did you mean ${near}? ` : ''}It takes ${values.join(', ')}.`,
      );
    }
    if (make) {
      const term = make(value);
      if (!term)
        return refuse(`The value of ${name} is not of type ${type}: ${value}`, `Give ${kindOf(type)}.`);
      bound.set(variable, term);
    } else bound.set(variable, resolveName(name, value, names, refuse));
  }
  return bound;
}

const examples: Readonly<Record<string, string>> = {
  iri: 'an IRI, a prefixed name or the last part of an IRI in the data',
  text: 'a text',
  number: 'a number such as 12, 0.5 or 1e6',
  integer: 'an integer such as 12',
  decimal: 'a number such as 0.5',
  boolean: 'true or false',
  date: 'a date such as 2024-04-25',
  dateTime: 'a time such as 2024-04-25T12:00:00Z',
  gYear: 'a year such as 2024',
};

const kindOf = (type: string): string =>
  ofName(examples, type) ??
  (/^(?:@|[a-z]{2}$)/.test(type) ? `words in ${type.replace('@', '')}` : `a value of type ${type}`);
