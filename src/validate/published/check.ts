import type { Term } from '@rdfjs/types';
import type { Place } from '../../graph/locator.ts';
import { iri } from '../../graph/terms.ts';
import type { PublishedIri } from '../../project/published-list.ts';
import { type Problem, problemOf } from '../problem.ts';
import type { Mention } from './mentions.ts';
import { type PublishedRule, publishedRules } from './rules.ts';

/** The list of the IRIs that a project has published. */
export interface PublishedList {
  /** The file as the user would write it. */
  readonly file: string;
  readonly iris: readonly PublishedIri[];
}

/**
 * Which published IRIs have disappeared without a successor.
 * @param mentions what the project says of them, each once.
 * @param base what the project's own IRIs start with: a successor that starts so is to be published itself.
 */
export function checkPublished(list: PublishedList, mentions: readonly Mention[], base: string): Problem[] {
  const known = new Map(mentions.map((mention) => [mention.iri, mention]));
  const listed = new Set(list.iris.map((each) => each.iri));
  const problems = new Map<string, Problem>();
  for (const entry of list.iris)
    for (const problem of ofOne(entry, list.file, known, listed, base))
      // An IRI may be on the list twice, where two branches have been merged.
      problems.set([problem.rule, problem.focus, problem.value].join(' '), problem);
  return [...problems.values()];
}

function ofOne(
  { iri: value, line, column, excerpt }: PublishedIri,
  file: string,
  known: ReadonlyMap<string, Mention>,
  listed: ReadonlySet<string>,
  base: string,
): Problem[] {
  const mention = known.get(value);
  const problem = (rule: PublishedRule, place: Place | undefined, other?: Term) =>
    problemOf(
      {
        kind: 'published',
        severity: 'violation',
        ...publishedRules[rule],
        focus: iri(value),
        value: other,
        rule,
      },
      mention?.label,
      place ? [place] : [],
    );
  const inList: Place = { file, line, column, excerpt, precision: 'token' };
  if (!mention?.deprecated) return mention?.isDefined ? [] : [problem('published-iri-gone', inList)];
  if (mention.replacements.length === 0)
    return [problem('deprecated-without-replacement', mention.deprecated)];
  const isOpen = (other: Term) => {
    if (!other.value.startsWith(base)) return false;
    const successor = known.get(other.value);
    return !listed.has(other.value) || !(successor?.isDefined || successor?.deprecated);
  };
  const open = mention.replacements.filter((each) => isOpen(each.iri));
  if (open.length > 0) return open.map((each) => problem('replacement-not-published', each.place, each.iri));
  return arrives(value, known) ? [] : [problem('replaced-in-circle', mention.deprecated)];
}

/** Whether replacements lead from an IRI to one that is in use. */
function arrives(from: string, known: ReadonlyMap<string, Mention>): boolean {
  const seen = new Set([from]);
  for (const value of seen) {
    const mention = known.get(value);
    if (!mention?.deprecated) return true;
    for (const replacement of mention.replacements) seen.add(replacement.iri.value);
  }
  return false;
}
