import { Dataset } from '../graph/dataset.ts';
import { type Loaded, loadShapes, readDocuments } from '../project/load.ts';
import { baseOf, type Project } from '../project/project.ts';
import { unitsOf } from '../project/units.ts';
import { againIn, beginUnits, type Begun } from './begin-units.ts';
import { distinct, leftOut, leftOutChecks, targetsOf, together } from './core.ts';
import { namesOf } from './names.ts';
import { defaultLimit, type PoolOptions } from './pool.ts';
import { emptyTargets } from './preflight/empty-targets.ts';
import { preflight } from './preflight/preflight.ts';
import { atLeast, type Finding, problemOf, sortProblems } from './problem.ts';
import { publishedProblems } from './published/problems.ts';
import { runChecks } from './run-checks.ts';
import { coreOnly, mentionsSparql } from './sparql/core-only.ts';
import { addUpUnits, type Sum } from './sum.ts';
import { readKnownTerms } from './syntax/known-terms.ts';
import { rankOf, spellingOf } from './syntax/lint.ts';
import { coreTargets } from './targets.ts';
import {
  countShapes,
  honouring,
  lentFiles,
  notHonoured,
  remarks,
  type ValidateOptions,
  type Validation,
} from './validate.ts';

/**
 * Reads a project and validates it without its checks, report by report in other threads: no thread holds more than a
 * report and what all reports are read with. It comes to the same as `validate`: where reports turn out to bear on
 * each other, one thread looks at them together.
 */
export const validateInUnits = async (
  project: Project,
  { workers, ...options }: Pick<ValidateOptions, 'limit' | 'allowEmpty'> & PoolOptions,
): Promise<ReadAndValidated> =>
  finishUnits(await beginUnits(project, { limit: options.limit, workers }), options);

export interface ReadAndValidated {
  readonly shapes: Loaded;
  readonly validation: Validation;
  /** Every prefix that the files of the data declare. */
  readonly prefixes: ReadonlyMap<string, string>;
}

/**
 * Reads the shapes while threads are at work on the rest, and says what they found.
 * @param data the project's data, where its checks are to be run in the meantime.
 */
export async function finishUnits(
  begun: Begun,
  { limit = defaultLimit, allowEmpty, late = [] }: Pick<ValidateOptions, 'limit' | 'allowEmpty' | 'late'>,
  data?: Loaded,
): Promise<ReadAndValidated> {
  const { project } = begun;
  let { pool } = begun;
  const rank = rankOf(
    [...project.ontology, ...project.data, ...project.shapes].map(({ shown }) => ({ file: shown })),
  );
  try {
    const shapes = await loadShapes(project);
    const faults = preflight(shapes, honouring);
    const fatal = faults.filter(atLeast('violation'));
    if (fatal.length > 0) return { shapes, validation: notHonoured(fatal, shapes), prefixes: new Map() };
    const asks = mentionsSparql(shapes.dataset);
    if (asks) {
      await pool.stop();
      pool = againIn(begun, { asOne: true, sparql: true });
    }
    const spelling = spellingOf(shapes.documents, await readKnownTerms(project.knownTerms));
    const checking = data ? runChecks(project, data, late) : Promise.resolve([]);
    // A failure is told when what threads find is known.
    checking.catch(() => undefined);
    let sum = await addUpUnits(pool, rank);
    if (sum.isEntangled && !asks) {
      pool = againIn(begun, { asOne: true, sparql: false });
      sum = await addUpUnits(pool, rank);
    }
    const checks = await checking;
    const { sparql } = sum;
    if (sparql && sparql.refusals.length > 0)
      return {
        shapes,
        validation: notHonoured(remarks(sparql.refusals, 'violation', shapes), shapes),
        prefixes: sum.prefixes,
      };
    const targets = targetsOf(sparql?.targets ?? coreTargets(coreOnly(shapes.dataset)), sum.focusNodes);
    const texts = sum.texts;
    const spelt = sum.spellingWith(spelling);
    const named = await namesFor(spelt, sum, project);
    return {
      shapes,
      prefixes: sum.prefixes,
      validation: {
        honoured: true,
        incomplete: together(leftOut(sum.excluded, limit), leftOutChecks(late, limit)),
        problems: sortProblems([
          ...faults,
          ...distinct([
            ...sum.spelt,
            ...spelt.map((finding) =>
              problemOf(finding, sum.nameOf(finding.focus) ?? namesOf(named, finding.focus), finding.places!),
            ),
            ...texts.flatMap(({ problems }) => problems),
          ]),
          ...(allowEmpty ? [] : emptyTargets(shapes, targets, lentFiles(project))),
          ...(await publishedProblems(project, shapes, () => sum.mentions, begun.published)),
          ...remarks(sparql?.unchecked ?? [], 'info', shapes),
          ...distinct(sum.problems),
          ...distinct(checks.flatMap(({ problems }) => problems)),
        ]),
        shapes: countShapes(shapes.dataset),
        triples: sum.triples,
        targets,
        uncovered: [...sum.uses],
        checks: checks.map(({ name }) => name),
        evidence: texts.map(({ slug, anchors, coverage, problems }) => ({
          slug,
          anchors,
          ...(coverage && { coverage }),
          offences: problems.map(({ finding }) => finding),
        })),
      },
    };
  } finally {
    await pool.stop();
  }
}

/** What may name what is misspelt in the shapes: read only where there is something. */
async function namesFor(spelt: readonly Finding[], sum: Sum, project: Project): Promise<Dataset> {
  const shapes = new Set(project.shapes.map(({ shown }) => shown));
  const isNeeded = spelt.some(
    ({ focus, places = [] }) => !sum.nameOf(focus) && places.some(({ file }) => shapes.has(file)),
  );
  const { ground, units } = unitsOf(project);
  const files = ground.length > 0 ? ground : units.flat();
  const documents = isNeeded ? await readDocuments(files, 'data', baseOf(project)) : [];
  return new Dataset(documents.flatMap(({ quads }) => quads));
}
