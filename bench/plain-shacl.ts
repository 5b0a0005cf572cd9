// rdf-validate-shacl as its README uses it: every file into one dataset, its own environment. Folders are arguments.
import { globSync, readFileSync } from 'node:fs';
// @ts-expect-error it has no types
import dataset from '@rdfjs/dataset';
import { Parser } from 'n3';
import Validator from 'rdf-validate-shacl';

const [data, rules] = process.argv.slice(2);
const read = (patterns: readonly string[]) => {
  const quads = dataset.dataset();
  for (const path of patterns.flatMap((pattern) => globSync(pattern)))
    for (const quad of new Parser({ format: 'text/turtle', baseIRI: 'https://example.org/' }).parse(
      readFileSync(path, 'utf8'),
    ))
      quads.add(quad as never);
  return quads;
};
const validator = new Validator(read([`${rules}/shapes/*.ttl`]) as never, { maxNodeChecks: 0 } as never);
const report = await validator.validate(
  read([`${rules}/ontology/**/*.ttl`, `${data}/data/**/*.ttl`]) as never,
);
process.stdout.write(`${report.results.length} results\n`);
