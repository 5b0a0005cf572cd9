import { exit, Failure } from '../failure.ts';
import { entriesOfGraph } from '../link/authority/graph.ts';
import { areSame, conflictOf } from '../link/conflicts.ts';
import { decide } from '../link/decide.ts';
import { endsOf } from '../link/decisions.ts';
import { readSets, replaceSet } from '../link/mapping-sets.ts';
import { noRelation, relationNamed } from '../link/relations.ts';
import { loadData } from '../project/load.ts';
import { openProject, type Project } from '../project/project.ts';
import type { Mapping } from '../sssom/mapping.ts';
import type { MappingFile } from '../sssom/sssom.ts';
import { standingOf } from '../sssom/standing.ts';
import type { Setting } from './command.ts';
import { refusalOf } from './link-conflict-text.ts';
import { objectNamed, subjectsNamed } from './link-names.ts';
import { mappingAsText } from './link-question.ts';
import { sayInReview } from './link-review-words.ts';
import { dayOf, reviewerOf } from './link-reviewer.ts';

export interface LinkDecideOptions {
  readonly reviewer?: string | undefined;
  readonly date?: string | undefined;
  /** The relation that is meant, or that is right instead. */
  readonly as?: string | undefined;
  /** The rule that accepts it, where no person does. */
  readonly rule?: string | undefined;
  /** Why it is rejected. */
  readonly because?: string | undefined;
  /** Whether to decide what was decided otherwise. */
  readonly overrule: boolean;
}

/** A mapping of a pair. */
interface Found {
  readonly set: number;
  readonly row: number;
  readonly mapping: Mapping;
}

/** `meent link accept` and `meent link reject`: decides about a pair of things, for scripts. */
export async function linkDecideCommand(
  setting: Setting,
  verdict: 'accepted' | 'rejected',
  [subjectName, objectName, files]: readonly [string, string, readonly string[]],
  options: LinkDecideOptions,
): Promise<number> {
  const { console, language } = setting;
  const project = openProject(setting.project);
  const sets = await readSets(project, files);
  const { dataset, prefixes } = await loadData(project);
  const [subject] = subjectsNamed([subjectName], sets, prefixes) as [string];
  const object = objectNamed(objectName, subject, sets, prefixes);
  const wanted = options.as === undefined ? undefined : relationNamed(options.as);
  if (options.as !== undefined && wanted === undefined) throw noRelation(options.as);
  const found = chosen(mappingsOf(sets, [subject, object]), wanted, verdict);
  const relation = wanted ?? found[0]!.mapping.predicate_id ?? '';
  const on = dayOf(options.date);
  const by = await deciderOf(options, project, setting, relation, verdict);
  const say = (key: 'decided' | 'already', { set, mapping }: Found) =>
    console.out(
      `${sayInReview(language, key, { verdict: sayInReview(language, verdict), mapping: mappingAsText(mapping, relation), file: sets[set]!.file })}\n`,
    );
  for (const each of found) {
    const standing = standingOf(each.mapping);
    if (standing === verdict && each.mapping.predicate_id === relation) {
      say('already', each);
      continue;
    }
    if ((standing === 'accepted' || standing === 'rejected') && !options.overrule)
      throw new Failure(exit.usage, `It was ${standing} before: ${mappingAsText(each.mapping)}`, {
        file: sets[each.set]!.file,
        hint: 'Give --overrule to decide otherwise.',
      });
    const before = sets[each.set]!;
    if (verdict === 'accepted') {
      const types = entriesOfGraph(dataset).find(({ iri }) => iri === subject)?.types;
      const conflict = conflictOf(sets, before, each.mapping, relation, types);
      if (conflict)
        throw new Failure(exit.usage, refusalOf(conflict, relation, language), { file: before.file });
    }
    const { rule, because } = options;
    const after = decide(before, each.row, { verdict, by, rule, on, relation, because });
    await replaceSet(before, after);
    sets[each.set] = after;
    say('decided', each);
    // The relation that is right is written down once.
    if (each.mapping.predicate_id !== relation) break;
  }
  return exit.fine;
}

/** Who decides: a person, or nobody where a rule may do it. */
async function deciderOf(
  { reviewer, rule }: LinkDecideOptions,
  project: Project,
  setting: Setting,
  relation: string,
  verdict: 'accepted' | 'rejected',
): Promise<string | undefined> {
  if (reviewer === undefined && rule !== undefined && verdict === 'accepted') {
    if (relation !== 'owl:sameAs') return undefined;
    throw new Failure(
      exit.usage,
      'owl:sameAs is accepted by nobody but a person: it merges what two places say',
      {
        hint: 'Give the name of who looked at it: --reviewer "A. Gardener".',
      },
    );
  }
  return reviewerOf(reviewer, project, setting);
}

/** The mappings of a pair, but for those that only say that it is not so. */
const mappingsOf = (sets: readonly MappingFile[], pair: readonly [string, string]): Found[] =>
  sets.flatMap((set, number) =>
    set.mappings.flatMap((mapping, row) =>
      mapping.predicate_modifier === undefined && areSame(pair, endsOf(mapping, set))
        ? [{ set: number, row, mapping }]
        : [],
    ),
  );

/** Those of them that are meant: of one relation, open ones where there are some. */
function chosen(all: readonly Found[], wanted: string | undefined, verdict: string): readonly Found[] {
  const isOpen = ({ mapping }: Found) => ['proposed', 'unsure'].includes(standingOf(mapping));
  const related = all.filter(({ mapping }) => mapping.predicate_id === wanted);
  if (wanted !== undefined && related.length > 0)
    return related.some(isOpen) ? related.filter(isOpen) : related;
  if (wanted !== undefined && verdict === 'rejected')
    throw new Failure(exit.usage, `The pair has no mapping with the relation ${wanted}`, {
      hint: `It has ${[...new Set(all.map(({ mapping }) => mapping.predicate_id))].join(', ')}.`,
    });
  const candidates = all.some(isOpen) ? all.filter(isOpen) : all;
  const relations = [...new Set(candidates.map(({ mapping }) => mapping.predicate_id))];
  if (candidates.length === 0)
    throw new Failure(exit.usage, 'All that is said of the pair is that it is not so', {
      hint: 'Take that row away first, if it is so.',
    });
  if (relations.length > 1 && wanted === undefined)
    throw new Failure(exit.usage, 'The pair is linked by several relations', {
      hint: `Say which one is meant: --as ${relations.join(', --as ')}.`,
    });
  return candidates;
}
