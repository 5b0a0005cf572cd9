import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { exit, Failure } from '../../failure.ts';
import { forbiddenInIri } from '../../graph/well-formed.ts';
import { readJson, valueOf } from '../../graph/json.ts';
import { findInputs } from '../../project/files.ts';
import { readText } from '../../project/read-text.ts';
import { canonicalIri, type Entry } from './entry.ts';
import { entriesOfRdf } from './graph.ts';
import { entriesOfLabels } from './json-labels.ts';
import { entryOfRor, isRor } from './ror.ts';
import { entriesOfTable } from './table.ts';

/** What an authority knows, from files at hand. */
export interface Authority {
  /** What the file or folder is called, without where it is. */
  readonly name: string;
  /** SHA-256 of what was read, in hexadecimal. */
  readonly sha256: string;
  readonly entries: readonly Entry[];
}

const ending = /\.(?:ttl|trig|nt|nq|jsonld|csv|json)(?:\.gz)?$/;

/**
 * Reads the files of an authority: RDF with labels, CSV, JSON with a label for each id, or records of ROR. What several files say
 * of one thing is put together, such as labels in a file for each language.
 * @param path a file, a folder or a pattern, as the user wrote it.
 * @param template what IRI an id makes that is none, with `{id}` in it.
 * @throws Failure 3 where a file cannot be read; 2 where an id is no IRI and there is no template.
 */
export async function readAuthority(
  path: string,
  template: string | undefined,
  from = process.cwd(),
): Promise<Authority> {
  const digest = createHash('sha256');
  const entries = new Map<string, Entry>();
  for (const file of findInputs([path], ending, from)) {
    const text = await readText(file);
    digest.update(`${basename(file.path)}\0${text}\0`);
    for (const entry of await entriesOf(text, file.shown)) {
      const iri = canonicalIri(iriOf(entry.iri, template, file.shown));
      entries.set(iri, together(entries.get(iri), { ...entry, iri }));
    }
  }
  const all = [...entries.values()].sort((a, b) => (a.iri < b.iri ? -1 : 1));
  return { name: basename(path.replace(/[/\\]+$/, '')), sha256: digest.digest('hex'), entries: all };
}

async function entriesOf(text: string, file: string): Promise<Entry[]> {
  const name = file.replace(/\.gz$/, '');
  if (name.endsWith('.csv')) return entriesOfTable(text, file);
  if (!name.endsWith('.json')) return entriesOfRdf(text, file);
  const value = valueOf(readJson(text, file));
  const records = [value].flat() as unknown[];
  if (records.length > 0 && records.every(isRor)) return records.map(entryOfRor);
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return entriesOfLabels(value, file);
  throw new Failure(exit.unreadable, 'Neither an object with labels by id nor records of ROR', {
    file,
    hint: 'Write {"id": "label"}; JSON-LD ends in .jsonld.',
  });
}

function iriOf(id: string, template: string | undefined, file: string): string {
  const iri = /^https?:\/\//.test(id) ? id : template?.replaceAll('{id}', encodeURIComponent(id));
  if (iri !== undefined && !forbiddenInIri.test(iri) && iri.isWellFormed() && URL.canParse(iri)) return iri;
  throw new Failure(exit.usage, `An id of the authority makes no IRI: ${JSON.stringify(id)}`, {
    file,
    hint: 'Say what its IRIs look like, such as --iri http://eurovoc.europa.eu/{id}.',
  });
}

const together = (one: Entry | undefined, other: Entry): Entry =>
  one
    ? {
        iri: other.iri,
        labels: [...one.labels, ...other.labels],
        types: [...one.types, ...other.types],
        descriptions: [...one.descriptions, ...other.descriptions],
        same: [...one.same, ...other.same],
        pages: [...one.pages, ...other.pages],
      }
    : other;
