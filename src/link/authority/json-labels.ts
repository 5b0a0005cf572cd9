import { exit, Failure } from '../../failure.ts';
import type { Entry, Label } from './entry.ts';

type Labels = string | Readonly<Record<string, string | readonly string[]>>;

/**
 * The entries of a JSON object with a label for each id: a text, in the language that the file is named after (`nl.json`,
 * `labels.nl.json`), or texts by language, the first of several preferred.
 * @throws Failure 3 where it is something else.
 */
export function entriesOfLabels(value: object, file: string): Entry[] {
  const [, language] = /(?:^|[./\\])([a-z]{2,3})\.json(?:\.gz)?$/.exec(file) ?? [];
  return Object.entries(value).map(([iri, labels]) => ({
    iri,
    labels: labelsOf(labels as Labels, language, () => refuse(iri, file)),
    types: [],
    descriptions: [],
    same: [],
    pages: [],
  }));
}

function labelsOf(labels: Labels, language: string | undefined, refuse: () => never): Label[] {
  if (typeof labels === 'string') return [{ text: labels, language, preferred: true }];
  if (typeof labels !== 'object' || labels === null || Array.isArray(labels)) return refuse();
  return Object.entries(labels).flatMap(([language, texts]) =>
    [texts]
      .flat()
      .map((text, index) =>
        typeof text === 'string' ? { text, language, preferred: index === 0 } : refuse(),
      ),
  );
}

function refuse(id: string, file: string): never {
  throw new Failure(exit.unreadable, `The label of ${id} is neither a text nor texts by language`, {
    file,
    hint: 'Write {"id": "label"} or {"id": {"nl": "label", "en": ["label", "other label"]}}.',
  });
}
