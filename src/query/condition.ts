import type { Term } from '@rdfjs/types';

/** An expression of the engine's algebra (SPARQL 1.1 §18.1), as far as a filter of ours is made of it. */
export type Condition =
  | { readonly subType: 'term'; readonly term: Term }
  | { readonly subType: 'operator'; readonly operator: string; readonly args: readonly Condition[] };

/** The value of a variable in a solution, if it has one. */
export type Lookup = (name: string) => Term | undefined;

/** Whether a solution is kept; undefined is SPARQL's error (§17.2), which is neither true nor false. */
export type Test = (lookup: Lookup) => boolean | undefined;

type Read<T> = (lookup: Lookup) => T | undefined;

/**
 * A filter as a function, where it is made of nothing but what most filters are made of: comparisons with an IRI,
 * comparisons of the texts that STR and LANG give, tests of the kind of a term, and, or, not. Comunica evaluates any
 * expression, but each time in a promise, which takes longer than finding the solution.
 * @returns undefined where it is made of something else.
 */
export function testOf(expression: unknown): Test | undefined {
  const { subType, operator, args } = expression as Extract<Condition, { subType: 'operator' }>;
  if (subType !== 'operator') return undefined;
  const name = operator.toLowerCase();
  if (Object.hasOwn(connectives, name)) {
    const tests = args.map(testOf);
    return tests.every((test) => test !== undefined) ? connectives[name]!(tests) : undefined;
  }
  if (Object.hasOwn(kinds, name)) return kindTest(name, args);
  if (Object.hasOwn(textTests, name)) return compareTexts(textTests[name]!, args) ?? compareIris(name, args);
  if (name === 'in' || name === 'notin') return amongIris(name, args);
  return undefined;
}

/** The truth tables of SPARQL 1.1 §17.2. */
const connectives: Readonly<Record<string, (tests: readonly Test[]) => Test>> = {
  '&&': (tests) => (lookup) => {
    const truths = tests.map((test) => test(lookup));
    return truths.includes(false) ? false : truths.includes(undefined) ? undefined : true;
  },
  '||': (tests) => (lookup) => {
    const truths = tests.map((test) => test(lookup));
    return truths.includes(true) ? true : truths.includes(undefined) ? undefined : false;
  },
  '!':
    ([test]) =>
    (lookup) => {
      const truth = test!(lookup);
      return truth === undefined ? undefined : !truth;
    },
};

const kinds: Readonly<Record<string, Term['termType']>> = {
  isiri: 'NamedNode',
  isuri: 'NamedNode',
  isliteral: 'Literal',
  isblank: 'BlankNode',
};

function kindTest(name: string, [arg]: readonly Condition[]): Test | undefined {
  const read = termOf(arg);
  return (
    read &&
    ((lookup) => {
      const term = read(lookup);
      return term && term.termType === kinds[name];
    })
  );
}

const textTests: Readonly<Record<string, (left: string, right: string) => boolean>> = {
  '=': (left, right) => left === right,
  '!=': (left, right) => left !== right,
  strstarts: (left, right) => left.startsWith(right),
  strends: (left, right) => left.endsWith(right),
  contains: (left, right) => left.includes(right),
};

function compareTexts(
  test: (left: string, right: string) => boolean,
  [first, second]: readonly Condition[],
): Test | undefined {
  const [left, right] = [textOf(first), textOf(second)];
  if (!left || !right) return undefined;
  return (lookup) => {
    const [a, b] = [left(lookup), right(lookup)];
    return a === undefined || b === undefined ? undefined : test(a, b);
  };
}

/** RDFterm-equal (§17.4.1.7) where one side is an IRI: nothing but that IRI equals it, and no value is compared. */
function compareIris(name: string, args: readonly Condition[]): Test | undefined {
  if (name !== '=' && name !== '!=') return undefined;
  const iri = args.map(iriOf).find((each) => each !== undefined);
  const read = termOf(args.find((arg) => iriOf(arg) === undefined) ?? args[1]);
  if (iri === undefined || !read) return undefined;
  return (lookup) => {
    const term = read(lookup);
    return term && (term.termType === 'NamedNode' && term.value === iri) === (name === '=');
  };
}

function amongIris(name: string, [first, ...rest]: readonly Condition[]): Test | undefined {
  const read = termOf(first);
  const iris = new Set(rest.map(iriOf));
  if (!read || iris.has(undefined)) return undefined;
  return (lookup) => {
    const term = read(lookup);
    return term && (term.termType === 'NamedNode' && iris.has(term.value)) === (name === 'in');
  };
}

const iriOf = (arg: Condition | undefined): string | undefined =>
  arg?.subType === 'term' && arg.term.termType === 'NamedNode' ? arg.term.value : undefined;

function termOf(arg: Condition | undefined): Read<Term> | undefined {
  if (arg?.subType !== 'term') return undefined;
  const { term } = arg;
  return term.termType === 'Variable' ? (lookup) => lookup(term.value) : () => term;
}

/** A simple text: what STR or LANG gives of a term, or one that stands in the query. */
function textOf(arg: Condition | undefined): Read<string> | undefined {
  if (arg?.subType === 'term') {
    const { term } = arg;
    const isText =
      term.termType === 'Literal' && term.datatype.value === 'http://www.w3.org/2001/XMLSchema#string';
    return isText ? () => term.value : undefined;
  }
  if (arg?.subType !== 'operator') return undefined;
  const read = termOf(arg.args[0]);
  switch (read && arg.operator.toLowerCase()) {
    case 'str':
      return (lookup) => {
        const term = read!(lookup);
        return term?.termType === 'NamedNode' || term?.termType === 'Literal' ? term.value : undefined;
      };
    case 'lang':
      return (lookup) => {
        const term = read!(lookup);
        return term?.termType === 'Literal' ? term.language : undefined;
      };
    default:
      return undefined;
  }
}
