import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exit } from '../../src/failure.ts';
import { loadData } from '../../src/project/load.ts';
import { openProject } from '../../src/project/project.ts';
import { meent, newFolder, type Ran } from '../cli/support.ts';
import { hostile } from '../fetch/hostile.ts';
import { formOf, serve } from '../fetch/serve.ts';
import { endpoint } from '../query/endpoint.ts';
import { root } from '../support.ts';

const set = (count = 0) => `#curie_map:
#  t: https://grove.example/id/
#  town: https://example.org/town/
#mapping_set_id: https://grove.example/links/own
#license: https://creativecommons.org/licenses/by/4.0/
subject_id\tpredicate_id\tpredicate_modifier\tobject_id\tmapping_justification\tauthor_label
t:elmbridge\towl:sameAs\t\ttown:T1\tsemapv:ManualMappingCuration\tAda
t:oakham\towl:sameAs\tNot\ttown:T1\tsemapv:ManualMappingCuration\tAda
t:oakham\towl:sameAs\t\ttown:T3\tsemapv:LexicalMatching\t
${Array.from({ length: count }, (_, n) => `t:oakham\trdfs:seeAlso\t\ttown:X${n}\tsemapv:ManualMappingCuration\tAda\n`).join('')}`;

function grove(links = set()) {
  const folder = newFolder();
  cpSync(join(root, 'test/link/projects/grove'), folder, { recursive: true });
  mkdirSync(join(folder, 'data/links'));
  writeFileSync(join(folder, 'data/links/own.sssom.tsv'), links);
  const file = join(folder, 'data/enrichment/town.ttl');
  const enrich = (...args: string[]): Promise<Ran> =>
    meent(['link', 'enrich', '--project', folder, '--pause', '0.001', '--patience', '1', ...args]);
  return { folder, file, enrich, text: () => readFileSync(file, 'utf8') };
}

const towns = `
  @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix schema: <https://schema.org/> .
  @prefix town: <https://example.org/town/> .
  town:T1 rdfs:label "Olmbrug"@nl , "Elmbridge"@en , "Pont d'Orme"@fr ;
    schema:containedInPlace town:C1 ; schema:address "Elm Street" , [] ; schema:telephone "1" .
  town:T3 rdfs:label "Oakham"@en .
  town:C1 rdfs:label "Elmland"@en , "Olmland"@nl , "Orme"@fr ; schema:telephone "2" .`;
const wanted = ['--property', 'schema:containedInPlace', '--property', 'schema:address'];

describe('meent link enrich', () => {
  it('fetches chosen facts of accepted links with labels in the languages of the project, source and date', async () => {
    const { address } = await endpoint(towns);
    const { enrich, text } = grove();
    const { code, err } = await enrich('--sparql', `town=${address}`, ...wanted);
    expect(err).toMatch(/Asked about 1 link: 9 triples about 3 things in \S*data\/enrichment\/town\.ttl\./);
    expect(code).toBe(exit.fine);
    const today = new Date().toISOString().slice(0, 10);
    expect(text().replaceAll(address, 'ENDPOINT').replaceAll(today, 'TODAY')).toMatchSnapshot();
  });

  it('writes into a graph of its own, from where the data is read', async () => {
    const { address } = await endpoint(towns);
    const { enrich, folder } = grove();
    await enrich('--sparql', `town=${address}`, ...wanted);
    const { dataset } = await loadData(openProject(folder));
    const graphs = [...dataset]
      .filter(({ object }) => ['Elmland', 'Elm Street'].includes(object.value))
      .map(({ graph }) => graph.value);
    expect(graphs).toEqual([
      'https://grove.example/graph/enrichment',
      'https://grove.example/graph/enrichment',
    ]);
  });

  it('leaves the data as right as it was', async () => {
    const { address } = await endpoint(towns);
    const { enrich, folder } = grove();
    const rules = async () => {
      const { out, err } = await meent([
        'validate',
        '--project',
        folder,
        '--format',
        'json',
        '--allow-empty',
        '--no-checks',
      ]);
      expect(err).toBe('');
      const { problems } = JSON.parse(out) as { problems: { rule: string; focus: string }[] };
      return problems.map(({ rule, focus }) => `${rule} ${focus}`).sort();
    };
    const before = await rules();
    await enrich('--sparql', `town=${address}`, ...wanted);
    expect(await rules()).toEqual(before);
  });

  it('asks once for fifty, and says nothing of ours', async () => {
    const { address, asked } = await endpoint(towns);
    const { enrich } = grove(set(60));
    expect((await enrich('--sparql', `town=${address}`, ...wanted)).code).toBe(exit.fine);
    // Two for 61 links, one for what they lead to.
    expect(asked).toHaveLength(3);
    for (const query of asked) expect(query).not.toMatch(/grove|elmbridge|oakham/i);
    expect(asked.join()).not.toContain('town/T3>');
  });

  it('takes nothing of an answer that it did not ask for: an endpoint says nothing about our things', async () => {
    const said = (s: string, p: string, value: string) => ({
      s: { type: 'uri', value: s },
      p: { type: 'uri', value: p },
      o: { type: 'literal', value },
    });
    const bindings = [
      said('https://example.org/town/T1', 'https://schema.org/address', 'Elm Street'),
      said('https://grove.example/id/oakham', 'https://schema.org/address', 'forged'),
      said('https://example.org/town/T3', 'https://schema.org/address', 'not accepted'),
      said('https://example.org/town/T1', 'http://www.w3.org/2002/07/owl#sameAs', 'not asked for'),
    ];
    const address = await serve(async (request, response) => {
      await formOf(request);
      response
        .writeHead(200, { 'content-type': 'application/sparql-results+json' })
        .end(JSON.stringify({ head: { vars: ['s', 'p', 'o'] }, results: { bindings } }));
    });
    const { enrich, text } = grove();
    await enrich('--sparql', `town=${address}`, ...wanted);
    expect(text()).toContain('Elm Street');
    expect(text()).not.toMatch(/forged|not accepted|not asked for|oakham/);
  });

  it('gives the same bytes with no network, and asks anew only where that is wanted', async () => {
    const { address, asked } = await endpoint(towns);
    const { enrich, text } = grove();
    await enrich('--sparql', `town=${address}`, ...wanted);
    const first = text();
    expect((await enrich('--sparql', `town=${address}`, ...wanted, '--offline')).code).toBe(exit.fine);
    expect(text()).toBe(first);
    expect(asked).toHaveLength(2);
    await enrich('--sparql', `town=${address}`, ...wanted, '--refresh');
    expect(asked).toHaveLength(4);
  });

  it('does not replace a file that it did not write', async () => {
    const { address, asked } = await endpoint(towns);
    const { enrich, file, text, folder } = grove();
    mkdirSync(join(folder, 'data/enrichment'));
    writeFileSync(file, '# by hand\n');
    const { code, err } = await enrich('--sparql', `town=${address}`, ...wanted);
    expect(code).toBe(exit.unwritable);
    expect(err).toContain('was not fetched, so it is not replaced');
    expect(text()).toBe('# by hand\n');
    expect(asked).toEqual([]);
    expect((await enrich('--sparql', `town=${address}`, ...wanted, '--name', 'fetched')).code).toBe(
      exit.fine,
    );
    expect(readdirSync(join(folder, 'data/enrichment'))).toEqual(['fetched.ttl', 'town.ttl']);
  });

  it.each(['../up', 'a/b', '', '.hidden'])('refuses the name %j', async (name) => {
    const { enrich, folder } = grove();
    const { code } = await enrich('--sparql', 'town=https://example.org/', '--name', name);
    expect(code).toBe(exit.usage);
    expect(existsSync(join(folder, 'data/enrichment'))).toBe(false);
  });

  it('tells of which property nothing was told: its name may be misspelt', async () => {
    const { address } = await endpoint(towns);
    const { enrich } = grove();
    const { err } = await enrich('--sparql', `town=${address}`, ...wanted, '--property', 'schema:adress');
    expect(err).toContain('Nothing was told of: schema:adress.');
  });

  it('says where links come from, where there are none', async () => {
    const { enrich, folder } = grove();
    rmSync(join(folder, 'data/links'), { recursive: true });
    const { code, err } = await enrich('--sparql', 'wd=https://example.org/');
    expect(code).toBe(exit.usage);
    expect(err).toContain('There are no links yet: `meent link propose` looks for some.');
  });

  it('writes nothing where nothing is known', async () => {
    const { address } = await endpoint('<https://example.org/x> a <https://example.org/y> .');
    const { enrich, file } = grove();
    const { code, err } = await enrich('--sparql', `town=${address}`, ...wanted);
    expect(code).toBe(exit.fine);
    expect(err).toContain('nothing was found, and nothing is written');
    expect(existsSync(file)).toBe(false);
  });

  // How long an answer may be is another limit there.
  it.each(hostile.filter(([, , said]) => !said.source.includes('1 MB')))(
    'that asks a service that %s fails with exit code 5 and writes nothing',
    async (_, start, said) => {
      const { enrich, file } = grove();
      const { code, err } = await enrich('--sparql', `town=${await start()}`, ...wanted, '--timeout', '1.5');
      expect(err.replaceAll(/\s+/g, ' ')).toMatch(said);
      expect(code).toBe(exit.remote);
      expect(existsSync(file)).toBe(false);
    },
  );
});
