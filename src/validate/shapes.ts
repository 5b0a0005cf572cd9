import type { Term } from '@rdfjs/types';
import Validator from 'rdf-validate-shacl';
import type { Dataset } from '../graph/dataset.ts';
import type { LanguageMap } from '../graph/language-map.ts';
import { vocabulary } from '../graph/terms.ts';
import { environment } from './environment.ts';
import { type Graph, type Path, readPath } from './path.ts';
import type { Finding, Severity } from './problem.ts';

/** A result of a SHACL validation report (SHACL §3.6.2); its rule is the shape, or the component of a nameless one. */
export interface ShapeResult extends Finding {
  readonly shape: Term;
  readonly component: string;
}

/** What one shape found. */
export interface ShapeOutcome {
  readonly shape: Term;
  /** How many nodes it looked at. */
  readonly focusNodes: number;
  readonly results: readonly ShapeResult[];
}

/** What the engine keeps inside, as far as it is needed to run it shape by shape. */
interface Engine {
  ns: Record<string, object>;
  readonly $data: unknown;
  setDataGraph(data: unknown): void;
  readonly shapesGraph: { readonly shapesWithTarget: readonly EngineShape[] };
  readonly validationEngine: {
    initReport(): void;
    validateNodeAgainstShape(focus: Term, shape: EngineShape, data: unknown): boolean;
    getReport(): { readonly results: readonly EngineResult[] };
  };
}

interface EngineShape {
  readonly shapeNode: Term;
  readonly deactivated: boolean;
  getTargetNodes(data: unknown): Term[];
}

interface EngineResult {
  readonly focusNode: Term | null;
  readonly severity: Term | null;
  readonly message: readonly Term[];
  readonly path: Term | null;
  readonly value: Term | null;
  readonly sourceShape: Term | null;
  readonly sourceConstraintComponent: Term | null;
}

/** SHACL Core shapes, read once and held against any number of graphs, shape by shape. */
export class ShapesEngine {
  readonly #shapes: Dataset;
  readonly #engine: Engine;
  readonly #targeted: readonly EngineShape[];

  constructor(shapes: Dataset) {
    this.#shapes = shapes;
    const options = {
      factory: environment,
      // The default, 50, silently takes a node for conforming after 51 looks at it.
      maxNodeChecks: 0,
    };
    this.#engine = new Validator(shapes, options as never) as unknown as Engine;
    this.#engine.ns = Object.fromEntries(
      Object.entries(this.#engine.ns).map(([prefix, terms]) => [prefix, remembering(terms)]),
    );
    this.#targeted = this.#engine.shapesGraph.shapesWithTarget.filter((shape) => !shape.deactivated);
  }

  /** How many shapes have a target. */
  get size(): number {
    return this.#targeted.length;
  }

  /** The shape of a number, counted from 0. */
  shape(number: number): Term {
    return this.#targeted[number]!.shapeNode;
  }

  /**
   * Holds a graph against one of the shapes that have a target.
   * @param isOwn which of the focus nodes to look at; all by default.
   * @param onFocus told before each node is looked at.
   */
  validate(
    data: Graph,
    number: number,
    isOwn: (focus: Term) => boolean = () => true,
    onFocus: (focus: Term) => void = () => undefined,
  ): ShapeOutcome {
    const shape = this.#targeted[number]!;
    const engine = this.#engine.validationEngine;
    this.#engine.setDataGraph(data);
    engine.initReport();
    const focusNodes = shape.getTargetNodes(this.#engine.$data).filter(isOwn);
    for (const focus of focusNodes) {
      onFocus(focus);
      engine.validateNodeAgainstShape(focus, shape, this.#engine.$data);
    }
    const results = engine.getReport().results.map((result) => this.#resultOf(result));
    return { shape: shape.shapeNode, focusNodes: focusNodes.length, results };
  }

  #resultOf(result: EngineResult): ShapeResult {
    const shape = result.sourceShape!;
    const component = result.sourceConstraintComponent!.value;
    return {
      kind: 'shape',
      focus: result.focusNode!,
      severity: severityOf(result.severity),
      message: messages(result.message),
      path: result.path ? pathOf(result.path, shape, this.#shapes) : undefined,
      value: result.value ?? undefined,
      // A shape without a name of its own is known by the component that was broken.
      rule: shape.termType === 'NamedNode' ? shape.value : component,
      shape,
      component,
    };
  }
}

/** A namespace that makes each of its terms once; the engine asks for them at every step. */
function remembering(namespace: object): object {
  const known = new Map<PropertyKey, unknown>();
  return new Proxy(namespace, {
    get(target, name) {
      let term = known.get(name);
      if (term === undefined) known.set(name, (term = Reflect.get(target, name)));
      return term;
    },
  });
}

/**
 * Validates the union of a dataset's graphs against SHACL Core shapes.
 * The dataset holds the ontology too: the engine looks up `rdfs:subClassOf` in the data.
 */
export function validateShapes(dataset: Dataset, shapes: Dataset): ShapeResult[] {
  const engine = new ShapesEngine(shapes);
  return Array.from({ length: engine.size }, (_, number) => engine.validate(dataset.union(), number)).flatMap(
    ({ results }) => results,
  );
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
