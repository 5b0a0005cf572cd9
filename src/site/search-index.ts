import type { Term } from '@rdfjs/types';
import type { ExportFile } from '../export/export-file.ts';
import { inOrder, sortKey } from './facts.ts';
import type { Entry } from './find.ts';
import { jsonForScript } from './html.ts';
import type { Kind } from './kinds.ts';
import type { TermName } from './terms.ts';
import type { Stage } from './view.ts';

/** What can be found, in the order in which it is shown where it fits as well. */
export const foundKinds = [
  'value',
  'actor',
  'initiative',
  'commons',
  'characteristic',
  'document',
  'claim',
  'discrepancy',
  'contribution',
  'report',
  'concept',
] as const satisfies readonly Kind[];

const classes: readonly TermName[] = [
  'meent:Value',
  'meent:Actor',
  'meent:Initiative',
  'meent:Commons',
  'meent:Characteristic',
  'schema:CreativeWork',
  'meent:Claim',
  'meent:Discrepancy',
  'meent:Contribution',
  'schema:Report',
  'skos:Concept',
];

/** Other names and spellings, and abbreviations. */
const spellings: readonly TermName[] = [
  'skos:altLabel',
  'skos:hiddenLabel',
  'schema:alternateName',
  'schema:name',
];

/** Everything that can be found, for both languages. */
export function searchEntries({ model, placeOf }: Stage): Entry[] {
  const seen = new Set<string>();
  return classes.flatMap((name) =>
    inOrder(model.instances(name), (node) => sortKey(model, placeOf, node)).flatMap((node): Entry[] => {
      const kind = foundKinds.indexOf(model.kind(node) as (typeof foundKinds)[number]);
      const address = model.address(node);
      if (kind === -1 || !address || address.fragment !== undefined || seen.has(node.value)) return [];
      seen.add(node.value);
      const nl = model.label(node, 'nl')?.text;
      const en = model.label(node, 'en')?.text;
      if (nl === undefined || en === undefined) return [];
      const also = otherNames(node, [nl, en]);
      const by = model
        .values(node, 'meent:assertedBy')
        .flatMap((actor) => [...model.labels(actor).values()].map(({ text }) => text));
      const more = [also, [...new Set(by)].join('\n')];
      while (more.at(-1) === '') more.pop();
      return [[kind, address.page, nl, en, ...more] as unknown as Entry];
    }),
  );

  function otherNames(node: Term, known: readonly string[]): string {
    const names = spellings.flatMap((property) =>
      model.values(node, property).flatMap(({ termType, value }) => (termType === 'Literal' ? [value] : [])),
    );
    return [...new Set(names)]
      .filter((name) => !known.includes(name))
      .sort()
      .join('\n');
  }
}

/** The index as a file: a script, since that can also be read where the site is a folder on a disk. */
export const searchFile = (
  entries: readonly Entry[],
): ExportFile & { readonly pieces: readonly string[] } => ({
  name: 'search-index.js',
  pieces: [
    'globalThis.searchIndex = [\n',
    entries.map((entry) => jsonForScript(entry).text).join(',\n'),
    '\n];\n',
  ],
});
