import type { LanguageMap } from '../../graph/language-map.ts';
import type { Severity } from '../problem.ts';

/** A rule that is fixed, with what it says. */
export interface SyntaxRuleText {
  /** A violation is what loses or falsifies what was meant. */
  readonly severity: Severity;
  /** What is wrong; `detail` is the part of it that is. */
  readonly message: (detail: string) => LanguageMap;
  readonly hint?: LanguageMap;
}
