import { describe, expect, it } from 'vitest';
import * as library from '../src/index.ts';
import { contentOf, inOrchard, newFolder, orchard, orchardWith } from './cli/support.ts';
import { join } from 'node:path';

const { bindParameters, evaluate, findQuery, loadData, loadShapes, openProject, publishExports } = library;
const project = openProject(orchard);

it('the library offers what its documentation lists, and nothing else', () => {
  expect(Object.keys(library).sort()).toEqual([
    'Dataset',
    'Failure',
    'Locator',
    'ParsedDocuments',
    'SourceText',
    'addressFor',
    'allowOrigins',
    'applyBaseline',
    'asHtaccess',
    'baselineAsJson',
    'baselineOf',
    'bindParameters',
    'canonicalNQuads',
    'changesBetween',
    'checkEvidence',
    'checkManifest',
    'checkSite',
    'checkSparqlConstraint',
    'claimChanges',
    'conflictOf',
    'countStatistics',
    'coverage',
    'coverageByParagraph',
    'decide',
    'describeDataset',
    'describedFile',
    'diffFormats',
    'differenceBetween',
    'driftOf',
    'evaluate',
    'examine',
    'exit',
    'exportFormats',
    'fetchWhole',
    'findLines',
    'findQuery',
    'findUncovered',
    'findWords',
    'loadData',
    'loadDescriptionShapes',
    'loadShapes',
    'loadTexts',
    'makeExports',
    'makeSite',
    'missingFrom',
    'negotiate',
    'openMappings',
    'openProject',
    'parametersOf',
    'parse',
    'preflight',
    'publish',
    'publishExports',
    'publishedAsText',
    'publishedProblems',
    'queryTests',
    'readBaseline',
    'readMappings',
    'readOwnTerms',
    'readPublished',
    'readQueries',
    'readRules',
    'readSets',
    'readSide',
    'readSource',
    'recordedTexts',
    'refusedSparql',
    'replaceSet',
    'reportFormats',
    'resolveAsApache',
    'routeOf',
    'routesOfProject',
    'saveFiles',
    'serveSite',
    'standingOf',
    'termsOf',
    'toCsv',
    'toJsonLd',
    'toJsonLines',
    'toSparqlJson',
    'toTable',
    'toTsv',
    'validate',
    'validateDescription',
    'validateSparql',
    'watchFiles',
    'writeDifference',
    'writeMappings',
    'writeNestedTurtle',
    'writeReport',
    'writeTurtle',
  ]);
});

describe('with the library a program does what the command line does:', () => {
  it('validate', async () => {
    const data = await loadData(project);
    const found = await library.validate(project, data, await loadShapes(project), { checks: true });
    const { out } = await inOrchard(['validate']);
    expect(found.problems).toEqual([]);
    expect(out).toContain(
      `${found.shapes} shapes and ${found.checks.length} checks looked at ${data.dataset.size} triples`,
    );
  });

  it('validate, with problems that say where', async () => {
    const folder = orchardWith({
      'data/reference/people.ttl': '<urn:x> a <https://w3id.org/meent/ns#Actor> .\n',
    });
    const faulty = openProject('.', folder);
    const found = await library.validate(faulty, await loadData(faulty), await loadShapes(faulty), {
      checks: false,
    });
    expect(found.problems).toContainEqual(
      expect.objectContaining({
        kind: 'shape',
        severity: 'violation',
        focus: 'urn:x',
        file: 'data/reference/people.ttl',
        line: 1,
        message: { nl: expect.any(String), en: expect.any(String) },
        rule: expect.stringMatching(/^https:\/\/w3id\.org\/meent\/shapes#/),
      }),
    );
  });

  it('query', async () => {
    const data = await loadData(project);
    const [query] = (await library.readQueries(project, 'questions')).filter(
      ({ name }) => name === 'claims-of-actor',
    );
    expect(findQuery(project, 'claims-of-actor')).toEqual(query!.file);
    const bindings = bindParameters(query!.parameters, new Map([['actor', 'ans-boom']]), {
      prefixes: data.prefixes,
      iris: () => ['https://example.org/id/actor/ans-boom'],
    });
    const answer = await evaluate(query!.sparql, data.dataset, { path: 'claims-of-actor', bindings });
    if (answer.form !== 'SELECT') throw new Error(answer.form);
    const said = (format: string) =>
      inOrchard(['query', 'claims-of-actor', '-v', 'actor=ans-boom', '-f', format]);
    expect(library.toCsv(answer)).toBe((await said('csv')).out);
    expect(library.toTsv(answer)).toBe((await said('tsv')).out);
    expect(library.toSparqlJson(answer)).toBe((await said('json')).out);
  });

  it('export', async () => {
    const [own, other] = [join(newFolder(), 'out'), join(newFolder(), 'out')];
    const paths = await publishExports(project, await loadData(project), own);
    await inOrchard(['export', '-o', other]);
    expect(contentOf(own)).toEqual(contentOf(other));
    expect(paths).toHaveLength(Object.keys(contentOf(own)).length);
  });

  it('anchor', async () => {
    const [text] = library.recordedTexts((await loadData(project)).dataset);
    const [evidence] = await library.checkEvidence((await loadData(project)).dataset, project.sources);
    expect(evidence).toMatchObject({ slug: 'orchard-evening', anchors: text!.anchors.length, offences: [] });
  });

  it('fail, with the exit code that the command line would give', async () => {
    expect(() => openProject('no/such/folder')).toThrow(
      expect.objectContaining({ name: 'Failure', code: library.exit.unreadable, file: 'no/such/folder' }),
    );
    await expect(evaluate('CLEAR ALL', new library.Dataset(), { path: 'mine.rq' })).rejects.toBeInstanceOf(
      library.Failure,
    );
  });
});
