// The least that a script with the same packages can do: read the report, ask one thing, print the rows.
import { globSync, readFileSync } from 'node:fs';
import { QueryEngine } from '@comunica/query-sparql';
import { Parser, Store } from 'n3';

const read = (pattern: string) =>
  globSync(pattern).flatMap((path) =>
    new Parser({ format: 'text/turtle', baseIRI: 'https://w3id.org/meent/' }).parse(
      readFileSync(path, 'utf8'),
    ),
  );
const store = new Store([...read('ontology/**/*.ttl'), ...read('data/**/*.ttl')]);
const sparql = readFileSync('queries/questions/claims-of-actor.rq', 'utf8');
const actor = '<https://w3id.org/meent/id/actor/fabrizia-benini>';
const rows = await new QueryEngine().queryBindings(sparql.replaceAll('?_actor_iri', actor), {
  sources: [store],
});
for (const row of await rows.toArray())
  process.stdout.write(`${[...row].map(([, term]) => term.value).join('\t')}\n`);
