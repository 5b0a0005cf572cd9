import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exit } from '../../src/failure.ts';
import { meent, newFolder, type Ran } from '../cli/support.ts';
import { hostile } from '../fetch/hostile.ts';
import { serve } from '../fetch/serve.ts';
import { endpoint } from '../query/endpoint.ts';
import { root } from '../support.ts';

const head = `#curie_map:
#  t: https://grove.example/id/
#  town: https://example.org/town/
#  club: https://example.net/org/
#mapping_set_id: https://grove.example/links/own
#license: https://creativecommons.org/licenses/by/4.0/
subject_id\tpredicate_id\tpredicate_modifier\tobject_id\tobject_label\tmapping_justification\tauthor_label
`;
const row = (subject: string, predicate: string, object: string, label = '', modifier = '', author = 'Ada') =>
  `t:${subject}\t${predicate}\t${modifier}\t${object}\t${label}\tsemapv:ManualMappingCuration\t${author}\n`;

/** The grove with links, and what verifying them comes to. */
function groveWith(...rows: string[]) {
  const folder = newFolder();
  cpSync(join(root, 'test/link/projects/grove'), folder, { recursive: true });
  mkdirSync(join(folder, 'data/links'));
  writeFileSync(join(folder, 'data/links/own.sssom.tsv'), head + rows.join(''));
  const verify = (...args: string[]): Promise<Ran> =>
    meent(['link', 'verify', '--project', folder, '--pause', '0.001', '--patience', '1', ...args]);
  return { folder, verify };
}

const towns = `
  @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
  @prefix schema: <https://schema.org/> . @prefix dcterms: <http://purl.org/dc/terms/> .
  @prefix town: <https://example.org/town/> .
  town:T1 a schema:Place ; rdfs:label "Olmbrug"@nl , "Elmbridge"@en , "Pont d'Orme"@fr ; owl:sameAs <https://example.net/org/E> .
  town:T3 a schema:Place ; rdfs:label "Eikstad"@nl , "Oak City"@en .
  town:T4 owl:sameAs town:T3 .
  town:T5 a schema:Person ; rdfs:label "Oakham"@en .
  town:T6 rdfs:label "Oakham"@en ; owl:deprecated true ; dcterms:isReplacedBy town:T3 .
  town:T7 rdfs:label "Oakham"@en ; owl:deprecated true .`;

describe('meent link verify at an endpoint', () => {
  it.each([
    [
      'is there, with its name, and what another link says',
      'elmbridge',
      'T1',
      'Elmbridge',
      0,
      /✓ {2}town:T1 {2}Elmbridge .*names club:E too/,
    ],
    ['has no label written down, and a name like ours', 'elmbridge', 'T1', '', 0, /✓ {2}town:T1/],
    [
      'has another name than was read',
      'oakham',
      'T3',
      'Oakham',
      1,
      /✗ {2}town:T3[^]*is not called “Oakham” any more, but “Oak City”/,
    ],
    [
      'has a name that is like none of ours',
      'nowhere',
      'T1',
      '',
      0,
      /✓ {2}town:T1[^]*note: “Elmbridge” is like none of our names/,
    ],
    [
      'was merged with another',
      'oakham',
      'T4',
      'Oakham',
      1,
      /✗ {2}town:T4[^]*merged, replaced or moved: town:T3/,
    ],
    ['was replaced', 'oakham', 'T6', 'Oakham', 1, /✗ {2}town:T6[^]*merged, replaced or moved: town:T3/],
    [
      'was withdrawn',
      'oakham',
      'T7',
      'Oakham',
      1,
      /✗ {2}town:T7[^]*has nothing by this IRI, or not any more/,
    ],
    ['never was there', 'oakham', 'T999', 'Oakham', 1, /✗ {2}town:T999[^]*has nothing by this IRI/],
    [
      'is of another kind',
      'oakham',
      'T5',
      'Oakham',
      1,
      /✗ {2}town:T5[^]*is of another kind: person, where ours is place/,
    ],
  ] as const)('tells that a thing %s', async (_, subject, object, label, code, said) => {
    const { address } = await endpoint(towns);
    const { verify } = groveWith(
      row(subject, 'owl:sameAs', `town:${object}`, label),
      row(subject, 'rdfs:seeAlso', 'club:E'),
    );
    const ran = await verify('--sparql', `town=${address}`);
    expect(ran.out).toMatch(said);
    expect(ran.code).toBe(code);
    if (code === 1) expect(ran.out).toMatch(/own\.sssom\.tsv:8:\d+ {2}\S*oakham owl:sameAs/);
    expect(ran.err).toContain('1 link was not looked at, since nobody said where: club (1).');
  });

  it('asks once for many, and says nothing of ours but the IRIs that are there', async () => {
    const { address, asked } = await endpoint(towns);
    const { verify } = groveWith(
      row('elmbridge', 'owl:sameAs', 'town:T1', 'Elmbridge'),
      row('oakham', 'rdfs:seeAlso', 'town:T3', 'Oak City'),
    );
    expect((await verify('--sparql', `town=${address}`)).code).toBe(exit.fine);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toContain('<https://example.org/town/T1> <https://example.org/town/T3>');
    expect(asked[0]).not.toMatch(/grove|elmbridge/i);
  });

  it('looks at accepted links, at proposed ones where that is asked, and never at rejected ones', async () => {
    const { address, asked } = await endpoint(towns);
    const { verify } = groveWith(
      row('oakham', 'owl:sameAs', 'town:T3', '', 'Not'),
      row('oakham', 'owl:sameAs', 'town:T5', '', '', ''),
      row('elmbridge', 'owl:sameAs', 'town:T1', 'Elmbridge'),
    );
    await verify('--sparql', `town=${address}`);
    await verify('--sparql', `town=${address}`, '--proposed');
    expect(
      asked.map((query) =>
        /VALUES \?s \{(.*)\}/.exec(query)![1]!.replaceAll('https://example.org/town/', '').trim(),
      ),
    ).toEqual(['<T1>', '<T1> <T5>']);
  });

  it('says the same again with no network, and asks anew only where that is wanted', async () => {
    const { address, asked } = await endpoint(towns);
    const { verify } = groveWith(row('oakham', 'owl:sameAs', 'town:T4', 'Oakham'));
    const first = await verify('--sparql', `town=${address}`);
    expect(await verify('--sparql', `town=${address}`)).toEqual(first);
    expect(await verify('--sparql', `town=${address}`, '--offline')).toEqual(first);
    expect(asked).toHaveLength(1);
    await verify('--sparql', `town=${address}`, '--refresh');
    expect(asked).toHaveLength(2);
  });

  it('gives exit code 5 offline for what was never read', async () => {
    const { verify } = groveWith(row('oakham', 'owl:sameAs', 'town:T4', 'Oakham'));
    const { code, out } = await verify('--sparql', 'town=https://example.org/sparql', '--offline');
    expect(code).toBe(exit.remote);
    expect(out).toMatch(/\? {2}town:T4[^]*no answer: No answer of .* is kept, and nobody is to be asked/);
  });

  // How long an answer may be is another limit there.
  it.each(hostile.filter(([, , said]) => !said.source.includes('1 MB')))(
    'that %s makes a status of each row, and nothing is kept',
    async (_, start, said) => {
      const { verify, folder } = groveWith(row('elmbridge', 'owl:sameAs', 'town:T1', 'Elmbridge'));
      const { code, out } = await verify('--sparql', `town=${await start()}`, '--timeout', '1.5');
      expect(code).toBe(exit.remote);
      expect(out).toMatch(/^\? {2}town:T1\n/);
      expect(out.replaceAll(/\s+/g, ' ')).toMatch(said);
      expect(readdirSync(folder)).not.toContain('.meent');
    },
  );
});

describe('meent link verify with the data of each IRI', () => {
  const jsonLd = (id: string, more: object = {}) =>
    JSON.stringify({
      '@id': `https://example.org/town/${id}`,
      '@type': 'https://schema.org/Place',
      'http://www.w3.org/2000/01/rdf-schema#label': [{ '@value': 'Elmbridge', '@language': 'en' }],
      ...more,
    });
  const data: Record<string, readonly [status: number, type: string, text: string, location?: string]> = {
    '/T1': [200, 'application/ld+json', jsonLd('T1')],
    '/T2': [404, 'text/html', '<p>no'],
    '/T3': [410, 'text/html', '<p>gone'],
    '/T4': [301, 'text/html', '', 'https://example.org/town/T1'],
    '/T5': [303, 'text/html', '', 'https://example.org/page/T5'],
    '/T12': [303, 'text/html', '', '/data/T12'],
    '/data/T12': [303, 'text/html', '', '/data/T12.ttl#it'],
    '/data/T12.ttl': [200, 'text/turtle', '<../T12> <http://www.w3.org/2000/01/rdf-schema#label> "x" .'],
    '/T13': [303, 'text/html', '', '/T2'],
    '/T14': [303, 'text/html', '', '/T14'],
    '/T15': [303, 'text/html', '', 'http://127.0.0.1:9/'],
    '/T16': [303, 'text/html', '', 'ftp://example.org/T16'],
    '/T17': [302, 'text/html', '', '/T1'],
    '/T6': [200, 'text/html', '<p>Log in'],
    '/T7': [200, 'application/ld+json', jsonLd('T7').slice(0, 60)],
    '/T8': [200, 'application/ld+json', jsonLd('T8', { '@context': 'https://example.org/context' })],
    '/T9': [200, 'application/ld+json', jsonLd('T1')],
    '/T10': [
      200,
      'text/turtle',
      '<https://example.org/town/T10> <http://www.w3.org/2000/01/rdf-schema#label> "Elmbridge"@en .',
    ],
  };
  const server = () =>
    serve((request, response) => {
      const [status, type, text, location] = data[request.url!] ?? [500, 'text/plain', 'what?'];
      response.writeHead(status, { 'content-type': type, ...(location && { location }) }).end(text);
    });

  it.each([
    ['T1', 'is there', exit.fine, /✓ {2}town:T1 {2}Elmbridge/],
    ['T2', 'is not found', exit.problems, /✗ {2}town:T2[^]*has nothing by this IRI/],
    ['T3', 'is gone', exit.problems, /✗ {2}town:T3[^]*has nothing by this IRI/],
    ['T4', 'has moved for good', exit.problems, /✗ {2}town:T4[^]*merged, replaced or moved: town:T1/],
    [
      'T5',
      'is shown elsewhere',
      exit.remote,
      /\? {2}town:T5[^]*leads to https:\/\/example.org\/page\/T5, which nobody has allowed[^]*--allow-origin https:\/\/example.org/,
    ],
    [
      'T6',
      'is a page',
      exit.remote,
      /\? {2}town:T6[^]*answered with text\/html, not with application\/ld\+json/,
    ],
    ['T7', 'is cut off', exit.remote, /\? {2}town:T7[^]*sent what cannot be read/],
    ['T8', 'wants a context from elsewhere', exit.remote, /\? {2}town:T8[^]*sent what cannot be read/],
    ['T9', 'is data of something else', exit.problems, /✗ {2}town:T9[^]*has nothing by this IRI/],
    ['T10', 'is Turtle', exit.fine, /✓ {2}town:T10 {2}Elmbridge/],
    [
      'T13',
      'leads to a document that is not there',
      exit.problems,
      /✗ {2}town:T13[^]*has nothing by this IRI/,
    ],
    ['T14', 'leads in a circle', exit.remote, /\? {2}town:T14[^]*leads on and on/],
    [
      'T15',
      'leads into this machine',
      exit.remote,
      /\? {2}town:T15[^]*leads to http:\/\/127\.0\.0\.1:9\/, which/,
    ],
    [
      'T16',
      'leads out of the web',
      exit.remote,
      /\? {2}town:T16[^]*leads to ftp:[^]*which nobody has allowed/,
    ],
    ['T17', 'is elsewhere for now', exit.remote, /\? {2}town:T17[^]*answered 302/],
    ['T11', 'makes the server fail', exit.remote, /\? {2}town:T11[^]*answered 500/],
  ] as const)('tells that %s %s', async (id, _, code, said) => {
    const { verify } = groveWith(row('elmbridge', 'owl:sameAs', `town:${id}`, 'Elmbridge'));
    const address = `town=${await server()}/{id}`;
    const ran = await verify('--json-ld', address);
    expect(ran.out).toMatch(said);
    expect(ran.code).toBe(code);
    // What was said for good is known with no network too; what was no answer is not.
    const offline = await verify('--json-ld', address, '--offline');
    expect(offline.code).toBe(code);
    if (code !== exit.remote) expect(offline.out).toBe(ran.out);
  });

  it('follows a 303 to the document, whose address is its base, and says the same offline', async () => {
    const { verify, folder } = groveWith(row('elmbridge', 'rdfs:seeAlso', 'own:T12', 'x'));
    const address = await server();
    const file = join(folder, 'data/links/own.sssom.tsv');
    writeFileSync(file, readFileSync(file, 'utf8').replace('#  town:', `#  own: ${address}/\n#  town:`));
    const ran = await verify('--json-ld', `own=${address}/{id}`);
    expect(ran).toMatchObject({ code: exit.fine, out: expect.stringMatching(/✓ {2}own:T12 {2}x/) as string });
    expect(await verify('--json-ld', `own=${address}/{id}`, '--offline')).toEqual(ran);
  });

  it('follows a 303 to an origin that is allowed', async () => {
    const other = await serve((_, response) =>
      response.writeHead(200, { 'content-type': 'application/ld+json' }).end(jsonLd('T1')),
    );
    const address = await serve((_, response) => response.writeHead(303, { location: `${other}/x` }).end());
    const { verify } = groveWith(row('elmbridge', 'owl:sameAs', 'town:T1', 'Elmbridge'));
    expect((await verify('--json-ld', `town=${address}/{id}`)).code).toBe(exit.remote);
    expect((await verify('--json-ld', `town=${address}/{id}`, '--allow-origin', other)).code).toBe(exit.fine);
  });

  it('does not show what a terminal would act on', async () => {
    const address = await serve((_, response) =>
      response
        .writeHead(200, { 'content-type': 'application/ld+json' })
        .end(jsonLd('T1').replace('Elmbridge', '\\u001b[2JElmbridge')),
    );
    const { verify } = groveWith(row('elmbridge', 'owl:sameAs', 'town:T1'));
    expect((await verify('--json-ld', `town=${address}/{id}`)).out).not.toContain('\u001b');
  });
});

describe('meent link verify', () => {
  it.each([
    [[], 'Say where to read links back: with --sparql, --json-ld or --extend', /Links lead to: town \(1\)\./],
    [['--sparql', 'town'], 'town does not say which IRIs to read back from where', /wd=https/],
    [
      ['--sparql', 'tawn=https://example.org/'],
      'No mapping set has the prefix tawn',
      /Did you mean town\? Prefixes are .*town.*namespace/,
    ],
    [
      ['--json-ld', 'town=https://example.org/'],
      'https://example.org/ is the same address for every IRI',
      /\{id\}/,
    ],
    [
      ['--sparql', 'town=https://example.org/', '--fact', 'nonsense'],
      'nonsense is no IRI, and no name with a prefix',
      /./,
    ],
  ] as const)('refuses %j', async (args, message, hint) => {
    const { verify } = groveWith(row('elmbridge', 'owl:sameAs', 'town:T1'));
    const { code, err } = await verify(...args);
    expect(code).toBe(exit.usage);
    expect(err).toContain(message);
    expect(err).toMatch(hint);
  });

  it('asks nobody for whom no contact is given', async () => {
    const { verify, folder } = groveWith(row('elmbridge', 'owl:sameAs', 'town:T1'));
    const settings = join(folder, 'meent.json');
    writeFileSync(
      settings,
      readFileSync(settings, 'utf8').replace('grove@localhost.localdomain', 'you@example.org'),
    );
    expect((await verify('--sparql', 'town=http://127.0.0.1:9/')).err).toContain(
      'you@example.org is a placeholder',
    );
  });
});
