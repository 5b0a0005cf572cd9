import type { Literal, Term } from '@rdfjs/types';
import type { LanguageMap } from '../../graph/language-map.ts';
import { termKey } from '../../graph/terms.ts';
import type { Row } from '../../query/engine.ts';
import { offenceOf } from '../offence.ts';
import type { Graph, Path } from '../path.ts';
import { messages } from '../names.ts';
import { severityOf } from '../problem.ts';
import type { ShapeResult } from '../shapes.ts';
import { type Constraint, messagesOf } from './constraint.ts';
import { sh } from './terms.ts';

/** A result that a query led to (SHACL §5.3.2). */
export interface SparqlResult extends ShapeResult {
  /** The SPARQL-based constraint, where it is one. */
  readonly source?: Term | undefined;
}

/** The result for one solution of a constraint. */
export function resultOf(shapes: Graph, constraint: Constraint, solution: Row): SparqlResult {
  const { shape, path, component, source } = constraint;
  const offence = offenceOf(solution)!;
  const found = {
    focus: offence.focus,
    path: offence.path ?? path,
    // A node shape holds the focus node itself for the value.
    value: offence.value ?? (path ? undefined : offence.focus),
    message: messageOf(constraint, solution),
  };
  return { ...makeResult(shapes, shape, component, found), source };
}

/** A result of a shape; its message is that of the shape where it has one (SHACL §2.1.5). */
export function makeResult(
  shapes: Graph,
  shape: Term,
  component: Term,
  found: {
    readonly focus: Term;
    readonly path: Path | undefined;
    readonly value: Term | undefined;
    readonly message: LanguageMap;
  },
): SparqlResult {
  const ofShape = messagesOf(shapes, shape);
  return {
    kind: 'shape',
    severity: severityOf([...shapes.match(shape, sh.severity)][0]?.object),
    ...found,
    message: ofShape.length > 0 ? messages(ofShape) : found.message,
    rule: shape.termType === 'NamedNode' ? shape.value : component.value,
    shape,
    component: component.value,
  };
}

/** The results of both engines; where they find the same of a shape that leads to another, it counts once. */
export function mergeResults(
  core: readonly ShapeResult[],
  found: readonly SparqlResult[],
): readonly ShapeResult[] {
  const key = ({ shape, component, focus, value }: ShapeResult) =>
    [shape, focus, ...(value ? [value] : [])].map(termKey).concat(component).join('\n');
  const known = new Set(core.map(key));
  return [...core, ...found.filter((result) => !known.has(key(result)))];
}

function messageOf({ messages: texts, parameters, component }: Constraint, solution: Row): LanguageMap {
  const own = solution['message'];
  if (own?.termType === 'Literal') return messages([own]);
  if (texts.length === 0)
    return {
      nl: `Voldoet niet aan een regel in SPARQL (${component.value.replace(/^.*[#/]/, '')}).`,
      en: `Breaks a rule in SPARQL (${component.value.replace(/^.*[#/]/, '')}).`,
    };
  const values = { ...parameters, ...solution };
  return Object.fromEntries(texts.map((text) => [text.language || 'en', filledIn(text, values)]));
}

/** A text with the values of the variables that it names as `{?name}` or `{$name}`. */
const filledIn = (text: Literal, values: Row): string =>
  text.value.replace(/\{[?$](\w+)\}/g, (written, name: string) => values[name]?.value ?? written);
