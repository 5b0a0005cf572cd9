import { exit, Failure } from '../failure.ts';
import type { Asking, Kept } from './answers.ts';
import { canonicalIri, type Entry, type Label } from './authority/entry.ts';
import type { Authority } from './authority/read-authority.ts';
import type { Subject } from './rank/rank.ts';
import { Search } from './rank/search.ts';
import type { Weight } from './rank/similarity.ts';
import {
  type Candidate,
  openService,
  type Outcome,
  type Query,
  reconcile,
  type Service,
} from './reconcile/client.ts';

/** How an entry was found. */
export interface Found {
  readonly entry: Entry;
  /** What was asked for. */
  readonly query?: string | undefined;
  /** The answer that it stood in. */
  readonly kept?: Kept | undefined;
  /** What the service makes of it, on a scale of its own. */
  readonly serviceScore?: number | undefined;
}

/** What a source has for a thing. */
export interface Findings {
  readonly found: readonly Found[];
  /** What went wrong; what was found all the same is found. */
  readonly failures: readonly Failure[];
  readonly remarks: readonly string[];
}

/** Where candidates come from. */
export interface Source {
  /** An address, or the name of a file or folder. */
  readonly name: string;
  /** Its version: that of the software of a service, or the digest of files. */
  readonly version?: string | undefined;
  readonly weight?: Weight | undefined;
  readonly askedType?: string | undefined;
  /** Looks for things, and gives what was found for each, in their order. */
  readonly find: (subjects: readonly Subject[]) => AsyncIterable<Findings>;
}

/** The files of an authority as a source. */
export function sourceOfFiles(authority: Authority): Source {
  const search = new Search(authority);
  return {
    name: authority.name,
    version: `sha256:${authority.sha256}`,
    weight: search.weight,
    async *find(subjects) {
      for (const { labels } of subjects)
        yield { found: search.find(labels).map((entry) => ({ entry })), failures: [], remarks: [] };
    },
  };
}

export interface ServiceOptions {
  /** Languages to ask in, where the address has `{lang}` in it. */
  readonly languages: readonly string[];
  /** What IRI an id makes, with `{id}`. */
  readonly template?: string | undefined;
  /** The type that candidates are to have, as the service calls it. */
  readonly type?: string | undefined;
  /** Values that candidates are to have, by property. */
  readonly properties?: (subject: Subject) => readonly { readonly pid: string; readonly v: string }[];
  /** The most candidates of one question. */
  readonly limit: number;
  /** Is told how far things are: questions done, of how many, and how many of them were asked. */
  readonly onProgress?: ((done: number, all: number, asked: number) => void) | undefined;
}

/** As many names of a thing are asked for. */
const mostNames = 4;

/**
 * A reconciliation service as a source. An address with `{lang}` in it is asked in each language for the names in that; any other
 * for all names.
 * @throws Failure 4 where it may not be asked, or speaks no version that we do; one that fails has no answer for anything.
 */
export async function sourceOfService(
  address: string,
  asking: Asking,
  options: ServiceOptions,
): Promise<Source> {
  try {
    return await open(address, asking, options);
  } catch (failure) {
    if (!(failure instanceof Failure) || failure.code !== exit.remote) throw failure;
    return {
      name: address,
      async *find(subjects) {
        for (const _ of subjects) yield { found: [], failures: [failure], remarks: [] };
      },
    };
  }
}

async function open(address: string, asking: Asking, options: ServiceOptions): Promise<Source> {
  const isByLanguage = address.includes('{lang}');
  const services: { service: Service; language: string | undefined }[] = [];
  for (const language of isByLanguage ? options.languages : [undefined])
    services.push({
      service: await openService(address.replaceAll('{lang}', language ?? ''), asking, options.template),
      language,
    });
  return {
    name: address,
    version: services[0]!.service.manifest.serviceVersion,
    askedType: options.type,
    async *find(subjects) {
      const asked = services.map((each) => ({
        ...each,
        queries: subjects.map((subject) => queriesFor(subject, each.language, options)),
      }));
      const all = asked.flatMap(({ service, queries }) =>
        unique(queries.flat()).map((query) => ({ service, query })),
      ).length;
      const outcomes = new Map<Service, Map<string, Outcome>>();
      let done = 0;
      let network = 0;
      for (const { service, queries } of asked) {
        const ofService = new Map<string, Outcome>();
        outcomes.set(service, ofService);
        for await (const { query, outcome, asked } of reconcile(service, unique(queries.flat()), asking)) {
          ofService.set(JSON.stringify(query), outcome);
          options.onProgress?.(++done, all, asked ? ++network : network);
        }
      }
      for (const index of subjects.keys())
        yield findingsIn(
          asked.flatMap(({ service, language, queries }) =>
            queries[index]!.map((query) => ({
              query,
              language,
              outcome: outcomes.get(service)!.get(JSON.stringify(query))!,
            })),
          ),
        );
    },
  };
}

function queriesFor(
  subject: Subject,
  language: string | undefined,
  { type, limit, properties }: ServiceOptions,
): Query[] {
  const isIn = (label: Label) =>
    language === undefined || label.language === undefined || label.language.startsWith(language);
  const names = [...subject.labels]
    .filter(isIn)
    .sort((a, b) => Number(b.preferred) - Number(a.preferred))
    // What stands between brackets after a name is ours, to tell namesakes apart.
    .map(({ text }) => text.replace(/\s*\([^()]*\)\s*$/, '') || text);
  const values = properties?.(subject) ?? [];
  return [...new Set(names)].slice(0, mostNames).map((query) => ({
    query,
    ...(type !== undefined && { type, type_strict: 'any' as const }),
    limit,
    ...(values.length > 0 && { properties: values }),
  }));
}

const unique = (queries: readonly Query[]): Query[] => [
  ...new Map(queries.map((query) => [JSON.stringify(query), query])).values(),
];

/** What several questions for one thing have found, each thing once. */
function findingsIn(
  answers: readonly { query: Query; language: string | undefined; outcome: Outcome }[],
): Findings {
  const found = new Map<string, Found>();
  const failures = new Map<string, Failure>();
  const remarks = new Set<string>();
  for (const { query, language, outcome } of answers) {
    if ('failure' in outcome) {
      failures.set(outcome.failure.message, outcome.failure);
      continue;
    }
    for (const remark of outcome.remarks) remarks.add(remark);
    for (const candidate of outcome.candidates) {
      const iri = canonicalIri(candidate.iri);
      const before = found.get(iri);
      const entry = entryOf({ ...candidate, iri }, language, before?.entry);
      found.set(iri, {
        query: query.query,
        kept: outcome.kept,
        serviceScore: candidate.score,
        ...before,
        entry,
      });
    }
  }
  return { found: [...found.values()], failures: [...failures.values()], remarks: [...remarks] };
}

function entryOf(
  { iri, name, description, types }: Candidate,
  language: string | undefined,
  before?: Entry,
): Entry {
  const label = { text: name, language, preferred: true };
  const isKnown = before?.labels.some((each) => each.text === name && each.language === language);
  const isDescribed = before?.descriptions.some(({ text }) => text === description);
  return {
    iri,
    labels: [...(before?.labels ?? []), ...(isKnown ? [] : [label])],
    types: [...new Set([...(before?.types ?? []), ...types])],
    descriptions: [
      ...(before?.descriptions ?? []),
      ...(description && !isDescribed ? [{ text: description, language }] : []),
    ],
    same: [],
    pages: [],
  };
}
