import type { Term } from '@rdfjs/types';
import {
  type Expression,
  isTerm,
  type Operation,
  type PathExpression,
  type TriplePattern,
} from './algebra.ts';

export interface AlgebraTextOptions {
  /** Shortens an IRI to a prefixed name where it can. */
  readonly shorten: (iri: string) => string;
  /** How many triples match a pattern; it stands beside the pattern. */
  readonly count?: (pattern: TriplePattern) => number;
}

/**
 * A query's algebra for people, an operation a line with what it works on below it, in the S-expressions that
 * others show it in too: what is innermost is done first.
 */
export const algebraAsText = (query: Operation, options: AlgebraTextOptions): string =>
  `${lines(query, options).join('\n')}\n`;

/** Names that differ from the engine's own. */
const names: Readonly<Record<string, string>> = { orderby: 'order', values: 'table', from: 'dataset' };

function lines(operation: Operation, options: AlgebraTextOptions): string[] {
  const term = (each: Term) => termAsText(each, options);
  const expression = (each: Expression | undefined) => (each ? expressionAsText(each, options) : []);
  const name = names[operation.type] ?? operation.type;
  const around = (head: readonly string[], ...inner: readonly Operation[]) =>
    nest(
      [name, ...head].join(' '),
      inner.flatMap((each) => lines(each, options)),
    );
  switch (operation.type) {
    case 'bgp':
      return nest(
        'bgp',
        operation.patterns.map((each) => patternAsText(each, options)),
      );
    case 'path':
      return [
        `(path ${inGraph(operation.graph, options)}${term(operation.subject)} ${pathAsText(operation.predicate, options)} ${term(operation.object)})`,
      ];
    case 'values': {
      const rows = operation.bindings.map((row) =>
        operation.variables.map(({ value }) => (Object.hasOwn(row, value) ? term(row[value]!) : 'UNDEF')),
      );
      return nest(
        `table (${operation.variables.map(term).join(' ')})`,
        rows.map((row) => `(${row.join(' ')})`),
      );
    }
    case 'join':
    case 'union':
      return around([], ...operation.input);
    case 'leftjoin':
    case 'minus':
      return around(expression(operation.expression), ...operation.input);
    case 'filter':
      return around(expression(operation.expression), operation.input);
    case 'extend':
      return around(
        [`(${term(operation.variable)} ${expression(operation.expression).join(' ')})`],
        operation.input,
      );
    case 'group':
      return around(
        [`(${operation.variables.map(term).join(' ')})`, ...operation.aggregates.flatMap(expression)],
        operation.input,
      );
    case 'orderby':
      return around([`(${operation.expressions.flatMap(expression).join(' ')})`], operation.input);
    case 'project':
      return around([`(${operation.variables.map(term).join(' ')})`], operation.input);
    case 'slice':
      return around([String(operation.start), String(operation.length ?? '_')], operation.input);
    case 'construct': {
      const { count: _, ...plain } = options;
      const template = operation.template.map((each) => patternAsText(each, plain));
      return nest('construct', [...nest('template', template), ...lines(operation.input, options)]);
    }
    default: {
      // What is said of these beside what they work on is terms: the name of a service, what is described.
      const { type: _, input, ...rest } = operation as { type: string; input: Operation };
      const terms = Object.values(rest).flat().filter(isTerm);
      return around(terms.map(term), input);
    }
  }
}

const nest = (head: string, inner: readonly string[]): string[] =>
  inner.length === 0
    ? [`(${head})`]
    : [`(${head}`, ...inner.map((line) => `  ${line}`)].map((line, index, all) =>
        index < all.length - 1 ? line : closed(line),
      );

/** The bracket stands before the number of matches. */
const closed = (line: string): string => line.replace(/( {2}# \d+)?$/, ')$1');

function patternAsText(pattern: TriplePattern, options: AlgebraTextOptions): string {
  const terms = [pattern.subject, pattern.predicate, pattern.object].map((each) => termAsText(each, options));
  const text = `(triple ${inGraph(pattern.graph, options)}${terms.join(' ')})`;
  return options.count ? `${text}  # ${options.count(pattern)}` : text;
}

const inGraph = (graph: Term, options: AlgebraTextOptions): string =>
  graph.termType === 'DefaultGraph' ? '' : `(graph ${termAsText(graph, options)}) `;

function termAsText(term: Term, { shorten }: AlgebraTextOptions): string {
  switch (term.termType) {
    case 'NamedNode': {
      const short = shorten(term.value);
      return short === term.value ? `<${term.value}>` : short;
    }
    case 'Literal': {
      const text = JSON.stringify(term.value);
      if (term.language) return `${text}@${term.language}`;
      const type = shorten(term.datatype.value);
      return /#string$/.test(term.datatype.value)
        ? text
        : `${text}^^${type === term.datatype.value ? `<${type}>` : type}`;
    }
    case 'Variable':
      return `?${term.value}`;
    case 'Quad':
      return `<< ${[term.subject, term.predicate, term.object].map((each) => termAsText(each, { shorten })).join(' ')} >>`;
    default:
      return `_:${term.value}`;
  }
}

const pathNames: Readonly<Record<string, string>> = {
  inv: 'reverse',
  ZeroOrMorePath: 'path*',
  OneOrMorePath: 'path+',
  ZeroOrOnePath: 'path?',
};

function pathAsText(path: PathExpression, options: AlgebraTextOptions): string {
  if (path.type === 'link') return termAsText(path.iri, options);
  const inner = 'input' in path ? path.input : 'path' in path ? [path.path] : [];
  const head = pathNames[path.type] ?? path.type;
  const iris = path.type === 'nps' ? path.iris.map((each) => termAsText(each, options)) : [];
  return `(${[head, ...inner.map((each) => pathAsText(each, options)), ...iris].join(' ')})`;
}

function expressionAsText(expression: Expression, options: AlgebraTextOptions): string[] {
  switch (expression.subType) {
    case 'term':
      return [termAsText(expression.term, options)];
    case 'operator': {
      const args = expression.args.flatMap((each) => expressionAsText(each, options));
      return [`(${[expression.operator, ...args].join(' ')})`];
    }
    case 'existence':
      return [
        `(${expression.not ? 'notexists' : 'exists'} ${lines(expression.input, options)
          .map((line) => line.trim().replace(/ {2}# \d+/, ''))
          .join(' ')})`,
      ];
    default: {
      // A function of its own name, or an aggregate.
      const {
        name,
        aggregator,
        distinct,
        args = [],
        expression: inner,
        variable,
      } = expression as {
        name?: Term;
        aggregator?: string;
        distinct?: boolean;
        args?: readonly Expression[];
        expression?: Expression;
        variable?: Term;
      };
      const head = name ? termAsText(name, options) : (aggregator ?? '*');
      const rest = [...args, ...(inner ? [inner] : [])].flatMap((each) => expressionAsText(each, options));
      const text =
        expression.subType === 'wildcard'
          ? '*'
          : `(${[head, ...(distinct ? ['distinct'] : []), ...rest].join(' ')})`;
      return [variable ? `(${termAsText(variable, options)} ${text})` : text];
    }
  }
}
