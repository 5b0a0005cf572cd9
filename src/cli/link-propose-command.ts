import { join } from 'node:path';
import { exit, Failure } from '../failure.ts';
import { shorten } from '../graph/shorten.ts';
import { nameIn } from '../link/authority/entry.ts';
import { readAuthority } from '../link/authority/read-authority.ts';
import { decisionsIn } from '../link/decisions.ts';
import { readSets } from '../link/mapping-sets.ts';
import { emptyProposals, withProposals } from '../link/proposal-mappings.ts';
import { type Looked, type Proposal, propose } from '../link/propose.ts';
import { type Source, sourceOfFiles, sourceOfService } from '../link/source.ts';
import { why } from '../link/why.ts';
import { shown } from '../project/files.ts';
import { loadData } from '../project/load.ts';
import { openProject, type Project } from '../project/project.ts';
import { readUnchanged } from '../project/read-text.ts';
import { saveFiles } from '../project/save.ts';
import { type MappingFile, readMappings, writeMappings } from '../sssom/sssom.ts';
import { visible } from '../report/visible.ts';
import type { Setting } from './command.ts';
import { askingFor, type AskingOptions } from './link-asking.ts';
import { type Choice, type ChoiceOptions, chooseSubjects } from './link-subjects.ts';
import { Progress } from './link-progress.ts';
import { sayOfLinks } from './link-words.ts';

export interface LinkProposeOptions extends ChoiceOptions, AskingOptions {
  readonly service: readonly string[];
  readonly authority: readonly string[];
  /** What IRI an id makes that is none, with `{id}`. */
  readonly iri?: string | undefined;
  /** The type that candidates of services are to have. */
  readonly type?: string | undefined;
  readonly limit: number;
  readonly minimum: number;
  readonly recommend: number;
  /** The set to write proposals to; `data/links/proposed.sssom.tsv` where it is absent. */
  readonly output?: string | undefined;
  readonly dryRun: boolean;
}

/** `meent link propose`: looks for identifiers of things, and writes candidates down for people to decide about. */
export async function linkProposeCommand(setting: Setting, options: LinkProposeOptions): Promise<number> {
  const { console, language } = setting;
  if (options.service.length + options.authority.length === 0)
    throw new Failure(exit.usage, 'Say where to look: with --service or with --authority', {
      hint: 'A service is an address such as https://wikidata.reconci.link/{lang}/api; an authority is a file or folder.',
    });
  const project = openProject(setting.project);
  const data = await loadData(project);
  const sets = await readSets(project);
  const choice = await chooseSubjects(options, project, data, sets, console.read);
  const progress = new Progress(console, language);
  const sources = await sourcesOf(options, project, choice, setting, progress);
  const proposals: Proposal[] = [];
  const unanswered = new Set<string>();
  const looked = propose(choice.subjects, sources, {
    languages: project.config.languages,
    thresholds: { propose: options.minimum, recommend: options.recommend },
    limit: options.limit,
    known: decisionsIn(sets).known,
  });
  for await (const each of looked) {
    progress.end();
    console.out(rowsOf(each, data.prefixes, setting));
    proposals.push(...each.proposals);
    if (each.failures.length > 0) unanswered.add(each.subject.iri);
  }
  const recommended = proposals.filter(({ advice }) => advice === 'recommended').length;
  const counts = { things: choice.subjects.length, proposals: proposals.length, recommended };
  console.err(`${sayOfLinks(language, 'summary', counts)}\n`);
  if (proposals.length > 0 && !options.dryRun) {
    const file = await save(proposals, sets, options, project, data.prefixes, setting.version);
    console.err(`${sayOfLinks(language, 'written', { file })}\n`);
  }
  if (unanswered.size === 0) return exit.fine;
  console.err(`${sayOfLinks(language, 'unanswered', { things: unanswered.size })}\n`);
  return exit.remote;
}

async function sourcesOf(
  options: LinkProposeOptions,
  project: Project,
  { properties }: Choice,
  setting: Setting,
  progress: Progress,
): Promise<Source[]> {
  const { config } = project;
  const addresses = options.service.map((address) => address.replaceAll('{lang}', 'nl'));
  const asking = askingFor(addresses, options, project, setting, progress);
  const sources: Source[] = [];
  for (const path of options.authority) sources.push(sourceOfFiles(await readAuthority(path, options.iri)));
  for (const address of options.service)
    sources.push(
      await sourceOfService(address, asking, {
        languages: config.languages,
        template: options.iri,
        type: options.type,
        properties,
        limit: options.limit,
        onProgress: progress.show,
      }),
    );
  return sources;
}

async function save(
  proposals: readonly Proposal[],
  sets: readonly MappingFile[],
  { output }: LinkProposeOptions,
  project: Project,
  prefixes: ReadonlyMap<string, string>,
  version: string,
): Promise<string> {
  const path = output ?? shown(join(project.root, 'data/links/proposed.sssom.tsv'), process.cwd());
  const { base, languages, licence } = project.config;
  const there =
    sets.find(({ file }) => join(file) === join(path)) ??
    (await readUnchanged({ path, shown: path }).then(
      (text) => readMappings(text, path),
      // A file that cannot be read is not overwritten.
      (error: unknown) => {
        if (((error as Failure).cause as NodeJS.ErrnoException | undefined)?.code !== 'ENOENT') throw error;
        return emptyProposals(path, base, licence);
      },
    ));
  const named = new Map([...sets.flatMap(({ metadata }) => [...metadata.curieMap]), ...prefixes]);
  const set = withProposals(there, proposals, { languages, version, prefixes: named });
  await saveFiles([{ path, text: writeMappings(set) }]);
  return path;
}

/** What came of looking for a thing, for people: a line for it, and one for each candidate with why. */
function rowsOf(
  { subject, source, proposals, known, failures, remarks }: Looked,
  prefixes: ReadonlyMap<string, string>,
  { language }: Setting,
): string {
  const notes = [
    ...failures.map(({ message }) => sayOfLinks(language, 'failed', { message })),
    ...remarks.map((remark) => sayOfLinks(language, 'remark', { service: source.name, remark })),
    ...(proposals.length === 0 && failures.length === 0 ? [sayOfLinks(language, 'nothing')] : []),
    ...(known > 0 ? [sayOfLinks(language, 'known', { known })] : []),
  ];
  const candidates = proposals.flatMap((proposal) => {
    const { entry, score, advice } = proposal;
    const name = nameIn(entry.labels, [language]);
    return [
      `  ${score.toFixed(2)}  ${sayOfLinks(language, advice)}  ${shorten(entry.iri, prefixes)}  ${name}`,
      `        ${why(proposal, language)}`,
    ];
  });
  const head = `${shorten(subject.iri, prefixes)}  ${nameIn(subject.labels, [language])}  (${source.name})`;
  // Names and descriptions come from others, and may hold what a terminal would act on.
  const lines = [head, ...candidates, ...notes.map((note) => `  ${note}`)].map(visible);
  return `${lines.join('\n')}\n`;
}
