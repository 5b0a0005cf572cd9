import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exit } from '../../src/failure.ts';
import { readMappings, writeMappings } from '../../src/sssom/sssom.ts';
import { standingOf } from '../../src/sssom/standing.ts';
import { meent, newFolder, shownIn } from '../cli/support.ts';
import { root } from '../support.ts';
import { type Habits, reconciliationServer } from './reconciliation-server.ts';

const towns = join(root, 'test/link/authorities/towns.ttl');

/** A copy of the grove, with a mapping set of its own where one is given. */
function grove(links?: string): string {
  const folder = newFolder();
  cpSync(join(root, 'test/link/projects/grove'), folder, { recursive: true });
  if (links) {
    mkdirSync(join(folder, 'data/links'));
    writeFileSync(join(folder, 'data/links/own.sssom.tsv'), links);
  }
  return folder;
}
const setOf = (folder: string) => readFileSync(join(folder, 'data/links/proposed.sssom.tsv'), 'utf8');
const mappingsOf = (folder: string) => readMappings(setOf(folder), 'x').mappings;
const pairs = (folder: string) =>
  mappingsOf(folder).map(({ subject_id, predicate_id, object_id, ext_advice }) =>
    [subject_id, predicate_id, object_id, ext_advice].join(' '),
  );
const proposeIn = (folder: string, ...args: string[]) =>
  meent(['link', 'propose', '--project', folder, ...args]);
const asked = async (folder: string, habits: Habits, ...args: string[]) => {
  const server = await reconciliationServer(habits);
  return { server, ...(await proposeIn(folder, '--service', server.address, '--pause', '0.001', ...args)) };
};

/** A set that decides one thing. */
const decided = (predicate: string, modifier: string, object: string) =>
  `#curie_map:\n#  t: https://grove.example/id/\n#mapping_set_id: https://grove.example/links/own\n#license: https://creativecommons.org/licenses/by/4.0/\nsubject_id\tpredicate_id\tpredicate_modifier\tobject_id\tmapping_justification\tauthor_label\n#row`.replace(
    '#row',
    `t:oakham\t${predicate}\t${modifier}\t${object}\tsemapv:ManualMappingCuration\tAda\n`,
  );

describe('meent link propose', () => {
  it('writes candidates from a file down, with why, and accepts none', async () => {
    const folder = grove();
    const { code, out, err } = await proposeIn(folder, '--class', 'schema:Place', '--authority', towns);
    expect(code).toBe(exit.fine);
    expect(out).toContain('en: the same name “Elmbridge”');
    expect(err).toContain('Looked at 3 things: 2 candidates, 2 recommended.');
    expect(pairs(folder)).toEqual([
      'thing:elmbridge rdfs:seeAlso town:T1 recommended'.replace('town', 'ns1'),
      'thing:oakham rdfs:seeAlso ns1:T3 recommended',
    ]);
    const set = readMappings(setOf(folder), 'x');
    expect(writeMappings(set)).toBe(setOf(folder));
    expect(set.mappings.map(standingOf)).toEqual(['proposed', 'proposed']);
    expect(set.metadata.slots).toMatchObject({
      mapping_set_id: 'https://grove.example/links/proposed',
      license: 'https://creativecommons.org/licenses/by/4.0/',
    });
    expect(set.mappings[0]).toMatchObject({
      subject_label: 'Olmbrug',
      object_label: 'Olmbrug',
      mapping_justification: 'semapv:LexicalMatching',
      mapping_tool: 'meent',
      confidence: '1.00',
      comment: expect.stringMatching(
        /nl: the same name “Olmbrug”; en: the same name “Elmbridge”; agrees in two languages/,
      ) as string,
      ext_service: 'towns.ttl',
      ext_description: 'town on the river Elm',
      object_source_version: expect.stringMatching(/^sha256:[\da-f]{64}$/) as string,
    });
  });

  it('writes candidates of a service down with the answer that they stood in', async () => {
    const folder = grove();
    const { code, server } = await asked(
      folder,
      { manifest: { serviceVersion: '7.1' } },
      '--class',
      'schema:Place',
      '--type',
      'Town',
    );
    expect(code).toBe(exit.fine);
    expect(pairs(folder)).toEqual([
      'thing:elmbridge owl:sameAs ns1:T1 proposed',
      'thing:oakham owl:sameAs ns1:T3 proposed',
      'thing:oakham rdfs:seeAlso ns1:T4 proposed',
    ]);
    expect(mappingsOf(folder)[0]).toMatchObject({
      mapping_date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
      object_source_version: '7.1',
      ext_query: 'Elmbridge',
      ext_service: server.address,
      ext_response_sha256: expect.stringMatching(/^[\da-f]{64}$/) as string,
    });
    expect(server.asked[0]!.userAgent).toMatch(/^meent\/\S+ \(grove@localhost\.localdomain\)$/);
  });

  it('never has owl:sameAs accepted, not even where everything agrees', async () => {
    const folder = grove();
    const things = [{ id: 'T1', names: ['Oakham'], types: ['Town'] }];
    await asked(folder, { things }, '--class', 'schema:Place', '--type', 'Town', '--recommend', '0');
    expect(mappingsOf(folder)).toMatchObject([{ predicate_id: 'owl:sameAs' }]);
    expect(mappingsOf(folder).map(standingOf)).toEqual(['proposed']);
  });

  it('proposes nothing twice', async () => {
    const folder = grove();
    await proposeIn(folder, '--class', 'schema:Place', '--authority', towns);
    const before = setOf(folder);
    const { out, err } = await proposeIn(folder, '--class', 'schema:Place', '--authority', towns);
    expect(out).toContain('1 known already');
    expect(err).toContain('0 candidates');
    expect(setOf(folder)).toBe(before);
  });

  it('keeps the bytes of what stands in the set that it adds to', async () => {
    const folder = grove();
    await proposeIn(folder, '--class', 'schema:Place', '--authority', towns);
    const before = setOf(folder);
    await proposeIn(
      folder,
      '--class',
      'org:Organization',
      '--authority',
      join(root, 'test/link/authorities/registry'),
    );
    expect(setOf(folder)).toContain(
      before
        .split('\n')
        .filter((line) => !line.startsWith('#'))
        .slice(1)
        .join('\n'),
    );
    expect(pairs(folder)).toContain('thing:orchard-trust owl:sameAs ror:0aaaaaa11 recommended');
  });

  it.each([
    ['skos:exactMatch', 'Not'],
    ['owl:sameAs', 'Not'],
    ['owl:sameAs', ''],
  ])('proposes nothing of which it was decided: %s %s', async (predicate, modifier) => {
    const links = decided(predicate, modifier, 'town:T3').replace(
      '#mapping_set_id',
      '#  town: https://example.org/town/\n#mapping_set_id',
    );
    const folder = grove(links);
    await proposeIn(folder, '--class', 'schema:Place', '--authority', towns);
    expect(pairs(folder).map((pair) => pair.split(' ')[0])).toEqual(['t:elmbridge']);
  });

  it('finds what a query chooses, with a value that each is to have', async () => {
    const folder = grove();
    const properties: unknown[] = [];
    const { code } = await asked(
      folder,
      {
        instead: (_, queries) => (
          queries && properties.push(...Object.values(queries).map((query) => query.properties)),
          false
        ),
      },
      '-e',
      'SELECT ?x ?site { ?x schema:url ?site }',
      '--property',
      'website=?site',
    );
    expect(code).toBe(exit.fine);
    expect(properties).toEqual([[{ pid: 'website', v: 'https://orchard.example/' }]]);
  });

  it('asks in each language where the address has one, and so knows that two agree', async () => {
    const folder = grove();
    const things = [{ id: 'T3', names: ['Oakham', 'Eikheim'], types: [] }];
    const server = await reconciliationServer({ things });
    // The server answers with a first name, whatever the language; only what was asked tells.
    await proposeIn(
      folder,
      '--service',
      `${server.address}/{lang}`,
      '--class',
      'schema:Place',
      '--pause',
      '0.001',
    );
    expect(server.asked.map(({ names }) => names)).toEqual([
      ['Olmbrug', 'Nergens', 'Eikheim'],
      ['Elmbridge', 'Nowhere', 'Oakham'],
    ]);
  });

  it('gives the same bytes with no network, from the answers that were kept', async () => {
    const folder = grove();
    const { server } = await asked(folder, {}, '--class', 'schema:Place');
    const other = grove();
    cpSync(join(folder, '.meent'), join(other, '.meent'), { recursive: true });
    const requests = server.requests();
    const { code } = await proposeIn(
      other,
      '--service',
      server.address,
      '--class',
      'schema:Place',
      '--offline',
    );
    expect(code).toBe(exit.fine);
    expect(setOf(other)).toBe(setOf(folder));
    expect(server.requests()).toBe(requests);
  });

  it('shows how far it is, on a terminal only', async () => {
    const server = await reconciliationServer();
    const args = [
      'link',
      'propose',
      '--project',
      grove(),
      '--service',
      server.address,
      '--class',
      'schema:Place',
      '--pause',
      '0.001',
      '-n',
    ];
    expect((await meent(args, { width: 80 })).err).toMatch(/\r1 of 6 questions, about \d+ s to go/);
    expect((await meent(args)).err).not.toContain('\r');
  });

  it('writes nothing where that is wanted', async () => {
    const folder = grove();
    const { out } = await proposeIn(folder, '--class', 'schema:Place', '--authority', towns, '--dry-run');
    expect(out).toContain('recommended');
    expect(existsSync(join(folder, 'data/links'))).toBe(false);
  });

  it('speaks Dutch too', async () => {
    const { out, err } = await meent([
      '--lang',
      'nl',
      'link',
      'propose',
      '--project',
      grove(),
      '--class',
      'schema:Place',
      '--authority',
      towns,
      '-n',
    ]);
    expect(out).toContain('nl: dezelfde naam “Olmbrug”; en: dezelfde naam “Elmbridge”; in twee talen eens');
    expect(err).toContain('3 dingen bekeken: 2 kandidaten, 2 aanbevolen.');
  });

  it.each([
    [['--authority', towns], 'Say which things to look for', '3 of schema:Place'],
    [['--class', 'schema:Place'], 'Say where to look', '--authority'],
    [
      ['--class', 'schema:Plaice', '--authority', towns],
      'Nothing that was chosen has a label',
      'Nothing was chosen. There are 3 of schema:Place,',
    ],
    [['--class', 'Plaice', '--authority', towns], 'The value of class is not', 'Did you mean Place?'],
    [['-e', 'ASK {}', '--authority', towns], 'first column of a SELECT', ''],
    [
      ['-e', 'SELECT ?x { ?x a schema:Place }', '--property', 'x', '--authority', towns],
      'Not a property with a value: x',
      'property=value',
    ],
    [['--class', 'schema:Place', '--service', 'ftp://example.org'], 'no http or https address', ''],
  ])('refuses %j with 2 and says how to mend it', async (args, message, hint) => {
    const { code, err } = await proposeIn(grove(), ...args);
    expect(err).toContain(message);
    expect(err).toContain(hint);
    expect(code).toBe(exit.usage);
  });

  it.each([
    ['names no contact', undefined, 'the settings name no contact'],
    ['has a placeholder for it', 'someone@example.org', 'someone@example.org is a placeholder'],
    ['has another placeholder for it', 'someone@grove.invalid', 'someone@grove.invalid is a placeholder'],
  ])('asks nobody for a project that %s', async (_, contact, message) => {
    const folder = grove();
    writeFileSync(join(folder, 'meent.json'), JSON.stringify({ contact }));
    const { code, err, server } = await asked(folder, {}, '--class', 'schema:Place');
    expect(code).toBe(exit.usage);
    expect(err).toContain(
      `${shownIn(folder, 'meent.json')}: Nobody is asked over the network without saying who asks: ${message}`,
    );
    expect(server.requests()).toBe(0);
  });

  it('asks nobody but the services that it is given', async () => {
    const other = await reconciliationServer();
    const { server } = await asked(
      grove(),
      { manifest: { identifierSpace: `${other.address}/`, view: { url: `${other.address}/{{id}}` } } },
      '--class',
      'schema:Place',
    );
    expect(server.requests()).toBeGreaterThan(1);
    expect(other.requests()).toBe(0);
  });
});
