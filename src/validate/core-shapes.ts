import type { Dataset } from '../graph/dataset.ts';
import { Screen } from './screen.ts';
import type { ShapesEngine } from './shapes.ts';
import { type CoreTarget, coreTargets } from './targets.ts';

/** SHACL Core shapes, read once and held against any number of graphs. */
export class CoreShapes {
  readonly dataset: Dataset;
  readonly targets: readonly CoreTarget[];
  readonly screen: Screen;
  #engine: Promise<ShapesEngine> | undefined;

  constructor(dataset: Dataset) {
    this.dataset = dataset;
    this.targets = coreTargets(dataset);
    this.screen = new Screen(dataset);
  }

  /** The engine, loaded when there is a node that the screen does not pass: where all is well there is none. */
  engine(): Promise<ShapesEngine> {
    return (this.#engine ??= import('./shapes.ts').then(
      ({ ShapesEngine }) => new ShapesEngine(this.dataset),
    ));
  }
}
