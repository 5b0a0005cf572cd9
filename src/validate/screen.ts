import type { Term } from '@rdfjs/types';
import type { Dataset } from '../graph/dataset.ts';
import { Matches } from '../graph/matches.ts';
import type { Findable } from '../graph/quad-index.ts';
import { shacl, termKey, vocabulary } from '../graph/terms.ts';
import { type Path, readPath } from './path.ts';
import { annotations, companions, type Demand, demands, exact } from './screen-demands.ts';
import { valuesAlong } from './path-values.ts';
import { isDeactivated } from './targets.ts';

/** Whether a node surely conforms to something; false where it does not, and where that is not known. */
type Test = (node: Term, data: Findable) => boolean;

/** A shape as far as it is understood here. */
interface Understood {
  /** Whether a node surely keeps what the shape demands beside its property shapes. */
  readonly itself: Test;
  /** Whether a node surely breaks something of that. */
  readonly breaks: Test;
  readonly properties: readonly Term[];
}

const [always, never]: readonly [Test, Test] = [() => true, () => false];
const passing: Understood = { itself: always, breaks: never, properties: [] };
const failing: Understood = { itself: never, breaks: never, properties: [] };

/**
 * Tells of most nodes that they conform to a Core shape, many times as fast as the engine does, so that the engine
 * need only be asked of the rest. What it does not know it does not pass, and it never makes a result.
 */
export class Screen {
  readonly #shapes: Dataset;
  readonly #understood = new Map<string, Understood>();
  readonly #tests = new Map<string, Test>();

  constructor(shapes: Dataset) {
    this.#shapes = shapes;
  }

  /**
   * The shapes to be asked of the engine for a node, instead of the shape itself: none where the node surely conforms,
   * and otherwise no more than those of its property shapes that it may not conform to (SHACL §4.7.2 adds nothing to what they find).
   */
  suspects(shape: Term, node: Term, data: Findable): readonly Term[] {
    const { itself, properties } = this.#understand(shape);
    if (!itself(node, data)) return [shape];
    return properties.filter((property) => !this.#testOf(property)(node, data));
  }

  #testOf(shape: Term): Test {
    const key = termKey(shape);
    const known = this.#tests.get(key);
    if (known) return known;
    // A shape may lead back to itself.
    this.#tests.set(key, (node, data) => this.#tests.get(key)!(node, data));
    const { itself, properties } = this.#understand(shape);
    const tests = properties.map((property) => this.#testOf(property));
    const test: Test = (node, data) => itself(node, data) && tests.every((each) => each(node, data));
    this.#tests.set(key, test);
    return test;
  }

  #understand(shape: Term): Understood {
    const key = termKey(shape);
    let understood = this.#understood.get(key);
    if (!understood) this.#understood.set(key, (understood = this.#read(shape)));
    return understood;
  }

  #read(shape: Term): Understood {
    if (isDeactivated(this.#shapes, shape)) return passing;
    const parts: Demand[] = [];
    const exactParts: Demand[] = [];
    const properties: Term[] = [];
    let path: Path | undefined;
    try {
      const stated = [...this.#shapes.match(shape, vocabulary.sh.path)][0]?.object;
      path = stated && readPath(this.#shapes, stated);
      if (path && !isFollowed(path)) return failing;
      for (const { predicate, object } of this.#shapes.match(shape)) {
        if (!predicate.value.startsWith(shacl)) continue;
        const parameter = predicate.value.slice(shacl.length);
        if (annotations.has(parameter) || companions.has(parameter)) continue;
        // On a property shape it is about the values.
        if (parameter === 'property' && !path) {
          properties.push(object);
          continue;
        }
        const demand = demands[parameter]?.({
          shapes: this.#shapes,
          shape,
          value: object,
          hasPath: path !== undefined,
          testOf: (other) => (node, data) => this.#testOf(other)(node, data),
          refusalOf: (other) => (node, data) => this.#understand(other).breaks(node, data),
        });
        if (!demand) return failing;
        parts.push(demand);
        if (exact.has(parameter)) exactParts.push(demand);
      }
    } catch {
      // What is not well formed is for others to say.
      return failing;
    }
    const valuesOf = path && along(path);
    const itself: Test = (node, data) => {
      const values = valuesOf ? valuesOf(data, node) : [node];
      for (const demand of parts) if (!demand(values, node, data)) return false;
      return true;
    };
    const breaks: Test = (node, data) => exactParts.some((demand) => !demand([node], node, data));
    return { itself: parts.length === 0 ? always : itself, breaks: path ? never : breaks, properties };
  }
}

/** How the values of a path are found; most paths are one predicate. */
function along(path: Path): (data: Findable, node: Term) => readonly Term[] {
  if (path.kind === 'predicate')
    return (data, node) => data.find(node, path.predicate, null).map(({ object }) => object);
  return (data, node) => {
    const match = (...[subject, predicate, object]: readonly (Term | null | undefined)[]) =>
      new Matches(data.find(subject, predicate, object));
    return valuesAlong({ match }, node, path);
  };
}

/** Whether the engine follows the path: not one that turns anything but a predicate round. */
function isFollowed(path: Path): boolean {
  switch (path.kind) {
    case 'predicate':
      return true;
    case 'inverse':
      return path.path.kind === 'predicate';
    case 'repeat':
      return isFollowed(path.path);
    case 'sequence':
    case 'alternative':
      return path.paths.every(isFollowed);
  }
}
