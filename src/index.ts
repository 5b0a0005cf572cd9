/**
 * The toolkit as a library: all that the command line does, with typed results and no printing.
 *
 *     const project = openProject('.');
 *     const data = await loadData(project);
 *     const { problems } = await validate(project, data, await loadShapes(project), { checks: true });
 */
export { type ClaimChanges, claimChanges } from './diff/claims.ts';
export { type Difference, differenceBetween, type Side } from './diff/difference.ts';
export { type DiffFormat, diffFormats } from './diff/formats.ts';
export { writeDifference } from './diff/forms.ts';
export { readSide } from './diff/read-side.ts';
export { changesBetween } from './diff/triples.ts';
export { type Anchor, recordedTexts, type RecordedText } from './evidence/anchors.ts';
export { type Coverage, coverage, coverageByParagraph, type ParagraphCoverage } from './evidence/coverage.ts';
export { type Drift, driftOf, type Move } from './evidence/drift.ts';
export { findLines, findWords } from './evidence/find-passage.ts';
export { examine, type Examination } from './evidence/examine.ts';
export { readSource } from './evidence/read-source.ts';
export { type Range, SourceText } from './evidence/source-text.ts';
export type { FormChange } from './evidence/text-form.ts';
export { describeDataset } from './export/description/describe.ts';
export { type DescribedFile, describedFile } from './export/description/file.ts';
export { type Missing, missingFrom } from './export/description/placeholders.ts';
export { countStatistics, type Linkset, type Statistics } from './export/description/statistics.ts';
export { checkManifest, type CheckedManifest, type Deviation } from './export/check-manifest.ts';
export type { ExportFile, Files, WrittenFile } from './export/export-file.ts';
export { makeExports } from './export/exports.ts';
export { type ExportFormat, exportFormats } from './export/formats.ts';
export { type ContextDocument, toJsonLd } from './export/json-ld.ts';
export type { Manifest } from './export/manifest.ts';
export { type OwnTerms, readOwnTerms } from './export/own-terms.ts';
export { publish } from './export/publish.ts';
export { publishExports } from './export/publish-exports.ts';
export { routesOfProject } from './export/redirects.ts';
export { exit, Failure } from './failure.ts';
export { type Bounds, fetchWhole, type Question, type Reply } from './fetch/fetch-whole.ts';
export { allowOrigins, type Origins, type Reach } from './fetch/origins.ts';
export { canonicalNQuads } from './graph/canonical.ts';
export { Dataset } from './graph/dataset.ts';
export type { LanguageMap } from './graph/language-map.ts';
export { Locator, type Place, type ReadDocument } from './graph/locator.ts';
export { parse, type Parsed, type ParseOptions } from './graph/parse.ts';
export { writeNestedTurtle, writeTurtle } from './graph/write.ts';
export { type Conflict, conflictOf } from './link/conflicts.ts';
export { decide, type Decision, type Verdict } from './link/decide.ts';
export { readSets, replaceSet } from './link/mapping-sets.ts';
export { type OpenMapping, openMappings } from './link/questions.ts';
export type { Config } from './project/config.ts';
export { type Loaded, loadData, loadDescriptionShapes, loadShapes, loadTexts } from './project/load.ts';
export { ParsedDocuments } from './project/parsed-documents.ts';
export { openProject, type Project } from './project/project.ts';
export { publishedAsText, type PublishedIri, readPublished } from './project/published-list.ts';
export { saveFiles } from './project/save.ts';
export { watchFiles } from './project/watch.ts';
export { type Answer, evaluate, type EvaluateOptions, type Remote, type Row } from './query/engine.ts';
export { toCsv, toJsonLines, toSparqlJson, toTsv } from './query/format.ts';
export { toTable } from './query/table.ts';
export type { Header, Severity } from './query/header.ts';
export { type CheckedSite, checkSite, type DeadEnd } from './site/check-site.ts';
export { makeSite, type SiteData, type SiteOptions } from './site/make-site.ts';
export { serveSite } from './site/serve-site.ts';
export { findQuery, type Query, readQueries } from './query/library.ts';
export { bindParameters, type Parameter, parametersOf } from './query/parameters.ts';
export { type QueryTest, queryTests } from './query/testing/query-tests.ts';
export { type ReportFormat, reportFormats } from './report/formats.ts';
export type { Report } from './report/report.ts';
export { writeReport } from './report/write.ts';
export { resolveAsApache } from './routes/apache.ts';
export { asHtaccess } from './routes/htaccess.ts';
export { addressFor, negotiate, type Route, routeOf, type Routes } from './routes/routes.ts';
export { applyBaseline, type BaselineEntry, baselineOf, type Judgement } from './validate/baseline.ts';
export { readBaseline } from './validate/baseline-file.ts';
export { baselineAsJson } from './validate/baseline-text.ts';
export { validateDescription } from './validate/description.ts';
export { checkEvidence, type Evidence } from './validate/evidence.ts';
export { type Honouring, preflight } from './validate/preflight/preflight.ts';
export type { Problem } from './validate/problem.ts';
export { publishedProblems } from './validate/published/problems.ts';
export { termsOf } from './validate/published/terms.ts';
export type { Rule } from './validate/rule.ts';
export { readRules } from './validate/rules.ts';
export { findUncovered, type Uncovered } from './validate/uncovered.ts';
export { validate, type Validation, type ValidateOptions } from './validate/validate.ts';
export type { Mapping, MappingSet } from './sssom/mapping.ts';
export { type MappingFile, readMappings, writeMappings } from './sssom/sssom.ts';
export { type Standing, standingOf } from './sssom/standing.ts';
export {
  checkSparqlConstraint,
  refusedSparql,
  type SparqlValidation,
  validateSparql,
} from './validate/sparql/validate-sparql.ts';
