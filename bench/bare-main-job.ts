// The least that a script with the same packages can do: read the report, ask one thing, frame the answer.
import { globSync, readFileSync } from 'node:fs';
import { QueryEngine } from '@comunica/query-sparql';
import jsonld from 'jsonld';
import { Parser, Store, Writer } from 'n3';
import Validator from 'rdf-validate-shacl';

const read = (pattern: string) =>
  globSync(pattern).flatMap((path) =>
    new Parser({ format: 'text/turtle', baseIRI: 'https://w3id.org/meent/' }).parse(
      readFileSync(path, 'utf8'),
    ),
  );
const store = new Store([...read('ontology/**/*.ttl'), ...read('data/**/*.ttl')]);
// Loaded and made, as the main job does, but not run.
new Validator(new Store(read('shapes/*.ttl')) as never);

const quads = await new QueryEngine().queryQuads(
  'CONSTRUCT { ?claim a ?type ; ?p ?o } WHERE { ?claim a <https://w3id.org/meent/ns#Claim> ; ?p ?o }',
  { sources: [store] },
);
const writer = new Writer({ format: 'application/n-quads' });
writer.addQuads((await quads.toArray()) as never);
const nquads = await new Promise<string>((resolve, reject) =>
  writer.end((error, text: string) => (error ? reject(error) : resolve(text))),
);
const expanded = await jsonld.fromRDF(nquads as never, { format: 'application/n-quads' } as never);
const framed = await jsonld.frame(expanded as never, { '@type': 'https://w3id.org/meent/ns#Claim' } as never);
process.stdout.write(`${JSON.stringify(framed).length} characters\n`);
