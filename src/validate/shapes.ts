import type { Quad, Term } from '@rdfjs/types';
import Validator from 'rdf-validate-shacl';
import type { Dataset } from '../graph/dataset.ts';
import type { LanguageMap } from '../graph/language-map.ts';
import { environment } from './environment.ts';
import type { Severity } from './problem.ts';

const sh = 'http://www.w3.org/ns/shacl#';

/** One result of a SHACL validation report (SHACL §3.6.2). */
export interface ShapeResult {
  readonly focus: Term;
  readonly severity: Severity;
  readonly message: LanguageMap;
  readonly path: string | undefined;
  readonly value: Term | undefined;
  readonly shape: Term;
  readonly component: string;
}

/**
 * Validates the union of a dataset's graphs against SHACL Core shapes.
 * The dataset holds the ontology too: the engine looks up `rdfs:subClassOf` in the data.
 */
export async function validateShapes(dataset: Dataset, shapes: Dataset): Promise<ShapeResult[]> {
  const options = {
    factory: environment,
    // The default, 50, silently takes a node for conforming after 51 looks at it.
    maxNodeChecks: 0,
  };
  const report = await new Validator(shapes, options as never).validate(dataset.union() as never);
  return report.results.map((result) => ({
    focus: result.focusNode!,
    severity: severityOf(result.severity),
    message: messages(result.message),
    path: result.path ? pathText(result.path, [...result.dataset]) : undefined,
    value: result.value ?? undefined,
    shape: result.sourceShape!,
    component: result.sourceConstraintComponent!.value,
  }));
}

function severityOf(term: Term | null): Severity {
  if (term?.value === `${sh}Warning`) return 'warning';
  if (term?.value === `${sh}Info`) return 'info';
  return 'violation';
}

function messages(terms: readonly Term[]): LanguageMap {
  return Object.fromEntries(
    terms.map((term) => [(term.termType === 'Literal' && term.language) || 'en', term.value] as const),
  );
}

/** A property path as SPARQL writes it (SPARQL 1.1 §9.1); a plain property is its IRI. */
function pathText(path: Term, quads: readonly Quad[]): string {
  const object = (subject: Term, predicate: string) =>
    quads.find((quad) => quad.subject.equals(subject) && quad.predicate.value === predicate)?.object;
  const text = (term: Term): string => {
    if (term.termType !== 'BlankNode') return `<${term.value}>`;
    const alternative = object(term, `${sh}alternativePath`);
    if (alternative) return `(${members(alternative).map(text).join('|')})`;
    const inverse = object(term, `${sh}inversePath`);
    if (inverse) return `^${text(inverse)}`;
    for (const [name, mark] of [
      ['zeroOrMorePath', '*'],
      ['oneOrMorePath', '+'],
      ['zeroOrOnePath', '?'],
    ] as const) {
      const repeated = object(term, sh + name);
      if (repeated) return `${text(repeated)}${mark}`;
    }
    return members(term).map(text).join('/');
  };
  const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
  const members = (cell: Term): Term[] => {
    const first = object(cell, `${rdf}first`);
    const rest = object(cell, `${rdf}rest`);
    return first ? [first, ...(rest ? members(rest) : [])] : [];
  };
  return path.termType === 'NamedNode' ? path.value : text(path);
}
