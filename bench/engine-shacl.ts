// shacl-engine with the store that suits it best: an index that is only read, here ours. Folders are arguments.
import { globSync, readFileSync } from 'node:fs';
import { DataFactory, Parser } from 'n3';
import { Validator } from 'shacl-engine';
import { Dataset } from '../src/graph/dataset.ts';

const [data, rules] = process.argv.slice(2);
const read = (patterns: readonly string[]) =>
  new Dataset(
    patterns
      .flatMap((pattern) => globSync(pattern))
      .flatMap((path) =>
        new Parser({ format: 'text/turtle', baseIRI: 'https://example.org/' }).parse(
          readFileSync(path, 'utf8'),
        ),
      ),
  );
const factory = { ...DataFactory, dataset: (quads?: Iterable<never>) => new Dataset(quads) };
const validator = new Validator(read([`${rules}/shapes/*.ttl`]), { factory });
const report = await validator.validate({
  dataset: read([`${rules}/ontology/**/*.ttl`, `${data}/data/**/*.ttl`]),
});
process.stdout.write(`${report.results.length} results\n`);
