import type { Term } from '@rdfjs/types';
import Validator from 'rdf-validate-shacl';
import type { Dataset } from '../graph/dataset.ts';
import { vocabulary } from '../graph/terms.ts';
import { environment } from './environment.ts';
import { messages } from './names.ts';
import { type Graph, type Path, readPath } from './path.ts';
import { type Finding, severityOf } from './problem.ts';
import { Screen } from './screen.ts';
import { coreTargets } from './targets.ts';

/** A result of a SHACL validation report (SHACL §3.6.2); its rule is the shape, or the component of a nameless one. */
export interface ShapeResult extends Finding {
  readonly shape: Term;
  readonly component: string;
}

/** What the engine keeps inside, as far as it is needed to run it shape by shape. */
interface Engine {
  ns: Record<string, object>;
  readonly $data: unknown;
  setDataGraph(data: unknown): void;
  readonly shapesGraph: { getShape(shape: Term): EngineShape };
  readonly validationEngine: {
    initReport(): void;
    validateNodeAgainstShape(focus: Term, shape: EngineShape, data: unknown): boolean;
    getReport(): { readonly results: readonly EngineResult[] };
  };
}

type EngineShape = object;

interface EngineResult {
  readonly focusNode: Term | null;
  readonly severity: Term | null;
  readonly message: readonly Term[];
  readonly path: Term | null;
  readonly value: Term | null;
  readonly sourceShape: Term | null;
  readonly sourceConstraintComponent: Term | null;
}

/** SHACL Core shapes, read once and held against nodes of any number of graphs. */
export class ShapesEngine {
  readonly #shapes: Dataset;
  readonly #engine: Engine;

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
  }

  /** What a shape finds wrong with a node of a graph. */
  validate(data: Graph, shape: Term, focus: Term): ShapeResult[] {
    const engine = this.#engine.validationEngine;
    this.#engine.setDataGraph(data);
    engine.initReport();
    engine.validateNodeAgainstShape(focus, this.#engine.shapesGraph.getShape(shape), this.#engine.$data);
    return engine.getReport().results.map((result) => this.#resultOf(result));
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
 * The dataset holds the ontology too: `rdfs:subClassOf` is looked up in the data.
 * @param screened whether the engine is asked only of the nodes that a screen does not pass.
 */
export function validateShapes(dataset: Dataset, shapes: Dataset, screened = true): ShapeResult[] {
  const data = dataset.union();
  const screen = new Screen(shapes);
  const engine = new ShapesEngine(shapes);
  return coreTargets(shapes).flatMap(({ shape, targeting }) =>
    targeting(data).flatMap((focus) =>
      (screened ? screen.suspects(shape, focus, data) : [shape]).flatMap((each) =>
        engine.validate(data, each, focus),
      ),
    ),
  );
}

/** The path that a result names; a report copies a complex one, so it is read where the shape states it. */
function pathOf(path: Term, shape: Term, shapes: Dataset): Path | undefined {
  if (path.termType === 'NamedNode') return { kind: 'predicate', predicate: path };
  const stated = [...shapes.match(shape, vocabulary.sh.path)][0]?.object;
  return stated && readPath(shapes, stated);
}
