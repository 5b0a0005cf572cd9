// Reads the Turtle of a folder many times: with N3.js as its README does, or as meent does, with the place of every term.
import { globSync, readFileSync } from 'node:fs';
import { Parser } from 'n3';
import { parse } from '../src/graph/parse.ts';

const [reader, folder] = process.argv.slice(2);
const base = 'https://example.org/';
const files = globSync(`${folder}/**/*.ttl`).map((path) => ({ path, text: readFileSync(path, 'utf8') }));

const readers: Readonly<Record<string, () => unknown>> = {
  n3: () => files.map(({ text }) => new Parser({ format: 'text/turtle', baseIRI: base }).parse(text)),
  async meent() {
    const parsed = [];
    for (const { text, path } of files) parsed.push(await parse(text, { path, base }));
    return parsed;
  },
};

// What was read is held until all is, as whoever reads a corpus holds it.
let held: unknown;
for (let round = 0; round < 20; round++) held = await readers[reader!]!();
process.stdout.write(`${(held as unknown[]).length} files\n`);
