import type { Term } from '@rdfjs/types';
import type { LanguageMap } from '../graph/language-map.ts';
import type { Place } from '../graph/locator.ts';
import type { Path } from './path.ts';
import type { ProblemKind, Severity } from './problem.ts';

/** A parameter of a constraint component, as a shape gives it (SHACL §4). */
export interface Constraint {
  readonly parameter: Term;
  readonly value: Term;
}

/** Something that can be broken: a named shape, a check, or what evidence, spelling and shapes are held to. */
export interface Rule {
  /** As a problem names it: the IRI of a shape, or the name of a check. */
  readonly id: string;
  readonly kind: ProblemKind;
  readonly severity: Severity;
  /** What to do about an offence; empty where the shape leaves that to the engine. */
  readonly message: LanguageMap;
  /** How to mend it, where the message does not say so. */
  readonly hint?: LanguageMap | undefined;
  /** The names that the shape has, or the summary of a check. */
  readonly label?: LanguageMap | undefined;
  readonly description?: LanguageMap | undefined;
  readonly path?: Path | undefined;
  readonly constraints: readonly Constraint[];
  /** IRIs of the constraint components that can be broken. */
  readonly components: readonly string[];
  /** IRIs of the shapes that apply this rule, itself among them. */
  readonly within: readonly string[];
  readonly place?: Pick<Place, 'file' | 'line'> | undefined;
}
