import type { NamedNode, Term } from '@rdfjs/types';
import { shacl, vocabulary } from '../graph/terms.ts';
import { type Graph, readList } from './path.ts';
import { translate } from './regular-expression.ts';
import { isOfDatatype } from '../graph/datatypes.ts';

const { sh } = vocabulary;

/** What rdf-validate-shacl hands to a validator. */
interface Context {
  readonly $shapes: { readonly dataset: Graph };
  nodeConformsToShape(node: Term, shape: Term): boolean;
}
interface Constraint {
  getParameterValue(parameter: NamedNode): Term | undefined;
}
type Validate = (context: Context, focusNode: Term, valueNode: Term, constraint: Constraint) => boolean;

/**
 * What takes the place of the engine's own validators where those depart from SHACL, by constraint
 * component; each says whether a value node conforms.
 */
export const correctedValidators: ReadonlyMap<string, Validate> = new Map<string, Validate>([
  [
    // On a property shape the engine holds the members against the focus node.
    `${shacl}AndConstraintComponent`,
    (context, _focus, value, constraint) =>
      readList(context.$shapes.dataset, constraint.getParameterValue(sh.and)!).every((shape) =>
        context.nodeConformsToShape(value, shape),
      ),
  ],
  [
    // The engine knows the spelling of datatypes, and not their values: a 13th month, a quarter past 24:00.
    `${shacl}DatatypeConstraintComponent`,
    (_context, _focus, value, constraint) =>
      value.termType === 'Literal' &&
      value.datatype.equals(constraint.getParameterValue(sh.datatype)) &&
      isOfDatatype(value.value, value.datatype.value),
  ],
  [
    // The engine takes patterns for JavaScript's, without Unicode.
    `${shacl}PatternConstraintComponent`,
    (_context, _focus, value, constraint) =>
      value.termType !== 'BlankNode' && compiled(constraint).test(value.value),
  ],
  [
    // The engine counts UTF-16 code units, SPARQL's STRLEN characters.
    `${shacl}MinLengthConstraintComponent`,
    (_context, _focus, value, constraint) =>
      value.termType !== 'BlankNode' && lengthOf(value) >= numberIn(constraint, sh.minLength),
  ],
  [
    `${shacl}MaxLengthConstraintComponent`,
    (_context, _focus, value, constraint) =>
      value.termType !== 'BlankNode' && lengthOf(value) <= numberIn(constraint, sh.maxLength),
  ],
  [
    // The engine takes "enm" for a kind of "en", and "EN" for another language.
    `${shacl}LanguageInConstraintComponent`,
    (context, _focus, value, constraint) =>
      value.termType === 'Literal' &&
      readList(context.$shapes.dataset, constraint.getParameterValue(sh.languageIn)!).some((range) =>
        languageMatches(value.language, range.value),
      ),
  ],
]);

const patterns = new WeakMap<Constraint, RegExp>();

function compiled(constraint: Constraint): RegExp {
  let pattern = patterns.get(constraint);
  if (!pattern) {
    const { source, flags } = translate(
      constraint.getParameterValue(sh.pattern)!.value,
      constraint.getParameterValue(sh.flags)?.value,
    );
    patterns.set(constraint, (pattern = new RegExp(source, flags)));
  }
  return pattern;
}

/** The length of a term's text in characters, as SPARQL's STRLEN counts. */
export const lengthOf = ({ value }: Term): number => [...value].length;

const numberIn = (constraint: Constraint, parameter: NamedNode): number =>
  Number(constraint.getParameterValue(parameter)!.value);

/** Whether a language tag is in a range (RFC 4647 §3.3.1, which langMatches of SPARQL follows). */
export function languageMatches(tag: string, range: string): boolean {
  if (range === '*') return tag !== '';
  return `${tag}-`.toLowerCase().startsWith(`${range}-`.toLowerCase());
}
