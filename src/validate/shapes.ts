import type { Term } from '@rdfjs/types';
import Validator from 'rdf-validate-shacl';
import type { Dataset } from '../graph/dataset.ts';
import type { LanguageMap } from '../graph/language-map.ts';
import { vocabulary } from '../graph/terms.ts';
import { environment } from './environment.ts';
import { type Path, readPath } from './path.ts';
import type { Finding, Severity } from './problem.ts';

/** A result of a SHACL validation report (SHACL §3.6.2); its rule is the shape, or the component of a nameless one. */
export interface ShapeResult extends Finding {
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
  return report.results.map((result) => {
    const shape = result.sourceShape!;
    const component = result.sourceConstraintComponent!.value;
    return {
      kind: 'shape',
      focus: result.focusNode!,
      severity: severityOf(result.severity),
      message: messages(result.message),
      path: result.path ? pathOf(result.path, shape, shapes) : undefined,
      value: result.value ?? undefined,
      // A shape without a name of its own is known by the component that was broken.
      rule: shape.termType === 'NamedNode' ? shape.value : component,
      shape,
      component,
    };
  });
}

/** The path that a result names; a report copies a complex one, so it is read where the shape states it. */
function pathOf(path: Term, shape: Term, shapes: Dataset): Path | undefined {
  if (path.termType === 'NamedNode') return { kind: 'predicate', predicate: path };
  const stated = [...shapes.match(shape, vocabulary.sh.path)][0]?.object;
  return stated && readPath(shapes, stated);
}

export function severityOf(term: Term | null | undefined): Severity {
  if (term?.value.endsWith('#Warning')) return 'warning';
  if (term?.value.endsWith('#Info')) return 'info';
  return 'violation';
}

/** Messages by language; those without one count as English. */
export function messages(terms: readonly Term[]): LanguageMap {
  return Object.fromEntries(
    terms.map((term) => [(term.termType === 'Literal' && term.language) || 'en', term.value] as const),
  );
}
