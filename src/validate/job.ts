import type { Term } from '@rdfjs/types';
import type { PlainFailure } from '../failure.ts';
import type { LanguageMap } from '../graph/language-map.ts';
import type { ProjectFile } from '../project/files.ts';
import { baseOf, type DataFile, type Project } from '../project/project.ts';
import { type Units, unitsOf } from '../project/units.ts';
import type { PackedNodes } from './focus-nodes.ts';
import type { Exclusion, UnitOutcome } from './unit.ts';
import type { UnitFacts } from './unit-facts.ts';

/** What threads that validate units are told. */
export interface Setting {
  readonly shapes: readonly DataFile[];
  readonly ontology: readonly DataFile[];
  readonly data: readonly DataFile[];
  readonly base: string | undefined;
  /** Whether all is one unit. */
  readonly asOne: boolean;
  /** Whether the shapes speak SPARQL, which is asked of everything at once. */
  readonly sparql: boolean;
  /** Present where more is asked for than what the shapes find. */
  readonly facts?:
    | {
        readonly knownTerms: readonly ProjectFile[];
        readonly published: readonly string[];
        readonly sources: string;
      }
    | undefined;
}

/** What one thread is told beside that, at its start. */
export interface ThreadData extends Setting {
  /** Four numbers that the thread keeps up to date, at the places below. */
  readonly progress: SharedArrayBuffer;
  /** The number of the next unit that nobody has taken. */
  readonly next: SharedArrayBuffer;
  /** What to do before anything else. */
  readonly first: Job | undefined;
}

export const atPlace = { ticks: 0, shape: 1, focus: 2, unit: 3 } as const;

/** What stands for a shape where no node is looked at, and where a query of the shapes is asked. */
export const noShape = -1;
export const aQuery = -2;

/** The number of the ground, which is looked at after all units. */
export const groundNumber = -1;

/** A unit to validate, by its number, or the ground. */
export interface Job {
  readonly unit: number;
  /** What the units say of the nodes that the ground wants, as plain values. */
  readonly boundary?: unknown;
  readonly exclusions: readonly Exclusion[];
}

/** Something of the shapes' SPARQL, and what is to be said of it. */
export interface Remark {
  readonly node: Term;
  readonly why: LanguageMap;
}

/** What came of the SPARQL in the shapes beside findings. */
export interface SparqlOutcome {
  readonly refusals: readonly Remark[];
  readonly unchecked: readonly Remark[];
  /** The shapes whose focus nodes are told of. */
  readonly targets: readonly { readonly shape: Term; readonly isStated: boolean }[];
}

export interface JobOutcome extends Omit<UnitOutcome, 'focusNodes'> {
  readonly focusNodes: PackedNodes;
  readonly facts?: UnitFacts | undefined;
  readonly sparql?: SparqlOutcome | undefined;
}

/** What a thread says: what came of a unit, or that there are no units left. */
export type Answer =
  | { readonly unit: number; readonly outcome: unknown }
  | { readonly unit: number; readonly failure: PlainFailure }
  | 'done';

/** The units of a setting. */
export const unitsIn = ({ ontology, data, asOne }: Pick<Setting, 'ontology' | 'data' | 'asOne'>): Units =>
  asOne ? { ground: [], units: [[...ontology, ...data]] } : unitsOf({ ontology, data });

/** What threads are told of a project. */
export function settingOf(
  project: Pick<Project, 'shapes' | 'ontology' | 'data' | 'config'>,
): Omit<Setting, 'asOne' | 'sparql'> {
  const { shapes, ontology, data } = project;
  return { shapes, ontology, data, base: baseOf(project) };
}
