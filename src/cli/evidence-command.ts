import type { Term } from '@rdfjs/types';
import { type RecordedText, recordedTexts } from '../evidence/anchors.ts';
import { examine, isSound } from '../evidence/examine.ts';
import { readSource, sourceFile } from '../evidence/read-source.ts';
import { exit, Failure } from '../failure.ts';
import { nearest } from '../graph/nearest.ts';
import { endingIn, resolveIri } from '../graph/resolve-iri.ts';
import { iri, vocabulary } from '../graph/terms.ts';
import { type Loaded, loadData } from '../project/load.ts';
import { openProject } from '../project/project.ts';
import { namesOf } from '../validate/names.ts';
import { claimAsJson, claimAsText, evidenceOf } from './claim-evidence.ts';
import type { Setting } from './command.ts';
import { evidenceAsJson } from './evidence-json.ts';
import { evidenceAsText, keyOf } from './evidence-text.ts';
import { tell } from './evidence-words.ts';

export interface EvidenceCommandOptions {
  /** A claim: the last part of its IRI, a prefixed name or all of it. */
  readonly show?: string | undefined;
  readonly format: 'text' | 'json';
  readonly requireEvidence: boolean;
}

/** `meent evidence`: recomputes every anchor, or shows what one claim rests on. */
export async function evidenceCommand(
  { console, language, project: folder }: Setting,
  slug: string | undefined,
  { show, format, requireEvidence }: EvidenceCommandOptions,
): Promise<number> {
  const project = openProject(folder);
  const data = await loadData(project);
  const examinations = await Promise.all(
    chosen(recordedTexts(data.dataset), slug).map(async (recorded) =>
      examine(recorded, await readSource(project.sources, recorded.slug)),
    ),
  );
  const context = {
    language,
    names: (node: Term) => namesOf(data.dataset, node),
    file: (name: string) => sourceFile(project.sources, name).shown,
    bold: console.colour,
  };
  if (show !== undefined) {
    const claims =
      slug === undefined
        ? claimsOf(data)
        : examinations.flatMap(({ recorded }) => recorded.claims.map(({ node }) => node.value));
    const claim = evidenceOf(findClaim(show, new Set(claims), data), data.dataset, examinations);
    console.out(format === 'json' ? claimAsJson(claim, context) : claimAsText(claim, context));
    const { passages } = claim;
    if (passages.length === 0 || passages.some(({ holds }) => holds === false)) return exit.problems;
    return requireEvidence && passages.some(({ holds }) => holds === undefined) ? exit.problems : exit.fine;
  }
  if (format === 'json') console.out(evidenceAsJson(examinations, context));
  else if (examinations.length === 0) console.out(`${tell(language, 'nothing')}\n`);
  else console.out(examinations.map((each) => evidenceAsText(each, context)).join('\n'));
  // Where there is nothing to check, nothing was found to be right either.
  if (examinations.length === 0 || !examinations.every(isSound)) return exit.problems;
  return requireEvidence && examinations.some(({ checked }) => !checked) ? exit.problems : exit.fine;
}

function chosen(texts: readonly RecordedText[], slug: string | undefined): readonly RecordedText[] {
  if (slug === undefined) return texts;
  const found = texts.filter((each) => each.slug === slug);
  if (found.length > 0) return found;
  const slugs = texts.map((each) => each.slug);
  throw new Failure(exit.usage, `The graph records no report called ${slug}`, {
    hint: slugs.length > 0 ? suggestion(slug, slugs) : 'It records no text of a report at all.',
  });
}

const claimsOf = ({ dataset }: Loaded): string[] =>
  [...dataset.match(null, vocabulary.rdf.type, vocabulary.meent.claim)].map(({ subject }) => subject.value);

/** The claim that a person means. */
function findClaim(value: string, claims: ReadonlySet<string>, { prefixes }: Loaded): Term {
  const found = resolveIri(value, prefixes, claims);
  if (found !== undefined && claims.has(found)) return iri(found);
  const several = endingIn(value, claims);
  if (several.length > 1)
    throw new Failure(exit.usage, `Several claims are called ${value}`, {
      hint: `Give one in full: ${several.sort().join(' or ')}.`,
    });
  throw new Failure(exit.usage, `No claim is called ${value}`, {
    hint: suggestion(
      value.replace(/^.*[#/:]/, ''),
      [...claims].map((claim) => keyOf(iri(claim))),
    ),
  });
}

function suggestion(word: string, words: readonly string[]): string {
  const near = nearest(word, words);
  if (near) return `Did you mean ${near}?`;
  return words.length <= 12
    ? `There are ${words.join(', ')}.`
    : '`meent query --list` has questions that list them.';
}
