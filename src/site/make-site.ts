import { recordedTexts } from '../evidence/anchors.ts';
import { readSource } from '../evidence/read-source.ts';
import { missingFrom } from '../export/description/placeholders.ts';
import { ownStatements } from '../export/description/own-statements.ts';
import { exportFiles } from '../export/publish-exports.ts';
import type { ExportFile, WrittenFile } from '../export/export-file.ts';
import type { TextFile } from '../export/description/file.ts';
import { usualFormats } from '../export/formats.ts';
import type { Loaded } from '../project/load.ts';
import type { Project } from '../project/project.ts';
import { addressOf } from './addresses.ts';
import { answerFiles, answerQuestions } from './answers.ts';
import { readAssets } from './assets.ts';
import type { Surroundings } from './frame.ts';
import { loadHyphens } from './hyphens.ts';
import { Model } from './model.ts';
import type { Page } from './page.ts';
import { countMatrix, matrixFile } from './count-matrix.ts';
import { claimsPages } from './pages/claims.ts';
import { conflictsPage } from './pages/conflicts.ts';
import { dataPage } from './pages/data.ts';
import { homePage, reportsPage } from './pages/home.ts';
import { listPages } from './pages/lists.ts';
import { matrixClaimPages } from './pages/matrix-claims.ts';
import { matrixPage } from './pages/matrix.ts';
import { searchPage } from './pages/search.ts';
import { searchEntries, searchFile } from './search-index.ts';
import { queryPage } from './pages/query.ts';
import { questionPages } from './pages/questions.ts';
import { shapesPage } from './pages/shapes.ts';
import { statementPages } from './pages/statements.ts';
import { termsPage } from './pages/terms.ts';
import { numberClaims } from './number-claims.ts';
import { indexPlaces, shownText } from './places.ts';
import { embeddedFor } from './search-engines.ts';
import { readAcceptedLinks } from './read-links.ts';
import { ruleFiles, serverFiles, siteOf } from './servers.ts';
import { pageFiles } from './site.ts';
import { thingPages } from './site-pages.ts';
import { sitemap, startFiles } from './start-files.ts';
import { gatherThings } from './things.ts';
import type { Stage, View } from './view.ts';

export interface SiteOptions {
  /** Whether the words of reports are shown, where their texts are at hand. */
  readonly withSources: boolean;
  /** Version of this tool. */
  readonly version: string;
  /** The files that are written so far. */
  readonly written: () => readonly WrittenFile[];
}

/** The data of a project with its shapes. */
export interface SiteData extends Pick<Loaded, 'dataset' | 'prefixes' | 'documents'> {
  readonly shapes: Loaded['dataset'];
}

/** The pages of the main menu. */
const menu: Surroundings['menu'] = [
  ['report', 'reports'],
  ['claims', 'claims'],
  ['actor', 'actors'],
  ['value', 'valuesList'],
  ['initiative', 'initiatives'],
  ['discrepancies', 'discrepancies'],
  ['matrix', 'matrix'],
  ['questions', 'questions'],
  ['term', 'terms'],
  ['dataset', 'data'],
];

/** The folder of the exports in the site. */
const exportsFolder = 'exports/';

/**
 * The files of the site of a project, made one by one as they are asked for: pages in two languages, the data of each
 * beside it, the exports, and rules for servers.
 * @throws Failure 3 where a query, frame or context is wrong, or a text cannot be read.
 */
export async function* makeSite(
  project: Project,
  data: SiteData,
  options: SiteOptions,
): AsyncGenerator<ExportFile> {
  const { config } = project;
  const { dataset, prefixes } = data;
  const model = new Model(dataset, config.base);
  const texts = await Promise.all(
    recordedTexts(dataset).map(async (recorded) =>
      shownText(recorded, await readSource(project.sources, recorded.slug), options.withSources),
    ),
  );
  const placeOf = indexPlaces(texts);
  const stage: Stage = {
    model,
    placeOf,
    numberOf: numberClaims(model, placeOf, texts),
    links: readAcceptedLinks(data.documents),
  };
  const { subject: own } = ownStatements(dataset, config.base);
  const missing = missingFrom(dataset, config);
  const around: Surroundings = {
    name: (view) => model.label(own, view.language)?.text ?? view.say('site'),
    version: options.version,
    isReady: missing.settings.length + missing.properties.length === 0,
    menu,
    hyphenate: await loadHyphens(),
  };
  const paths: string[] = [];
  const files = function* (page: Page): Generator<ExportFile> {
    paths.push(page.path);
    yield* pageFiles(page, stage, around, prefixes);
  };
  const things = gatherThings(model, dataset);
  const embedded = await embeddedFor(project, data);
  for await (const page of thingPages(stage, things, texts))
    yield* files({ ...page, embedded: page.twin === undefined ? embedded(iriOf(page)) : undefined });
  const questions = await answerQuestions(project, data);
  const claims = claimsPages(stage);
  const matrix = countMatrix(stage);
  const entries = searchEntries(stage);
  const index = searchFile(entries);
  const bytes = Buffer.byteLength(index.pieces.join(''));
  const name = (view: View) => around.name(view);
  const shapes = await shapesPage(stage, data.shapes, things.get('shapes') ?? []);
  for (const page of [
    homePage(stage, name, questions),
    reportsPage(stage),
    ...claims.pages,
    ...listPages(stage),
    conflictsPage(stage),
    matrixPage(matrix),
    ...matrixClaimPages(stage, matrix),
    ...questionPages(questions),
    searchPage({ bytes, entries: entries.length }),
    termsPage(stage),
    shapes,
    ...statementPages(config),
  ])
    yield* files(page);
  yield* answerFiles(questions);
  yield matrixFile(stage, matrix);
  yield index;
  const description: TextFile[] = [];
  const exported = () =>
    options
      .written()
      .filter((file) => file.name.startsWith(exportsFolder))
      .map((file) => ({ ...file, name: file.name.slice(exportsFolder.length) }));
  for await (const file of exportFiles(project, data, usualFormats, { written: exported, description }))
    yield { ...file, name: exportsFolder + file.name };
  const path = addressOf(own.value, config.base)?.page ?? 'dataset';
  const exports = options.written().filter((file) => file.name.startsWith(exportsFolder));
  const assets = await readAssets();
  const engine = assets.find(({ name }) => name === 'query-worker.js')!;
  yield* files(
    queryPage({
      questions,
      data: exports.find(({ name }) => name === `${exportsFolder}dataset.nq`)!,
      engine: Buffer.byteLength([...(engine.pieces as readonly string[])].join('')),
      base: config.base,
    }),
  );
  yield* files(dataPage(stage, { path, node: own, config, files: exports, texts, rules: ruleFiles }));
  yield { name: 'claims.css', pieces: [claims.styles] };
  yield* assets;
  yield* startFiles(around, description);
  yield* serverFiles(config);
  yield sitemap(paths, siteOf(config));

  function iriOf({ path }: Page): string {
    const nodes = things.get(path) ?? [];
    return nodes.find((node) => model.address(node)?.fragment === undefined)?.value ?? '';
  }
}
