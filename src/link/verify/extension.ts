import { exit, Failure } from '../../failure.ts';
import type { Asking } from '../answers.ts';
import { openService, type Service } from '../reconcile/client.ts';
import { extend, type Extension, type Value } from '../reconcile/extend.ts';
import type { Authority, ExtensionProperties, Outcome, ReadOptions } from './authority.ts';
import type { ReadBack } from './judge.ts';

const wikidata = 'http://www.wikidata.org/entity/';

/** Reads IRIs back by the data extension of a reconciliation service (Reconciliation API 0.2 §6). */
export async function* readByExtension(
  iris: readonly string[],
  authority: Authority,
  asking: Asking,
  options: ReadOptions,
): AsyncGenerator<Outcome> {
  let service: Service;
  try {
    service = await openService(authority.address, asking);
  } catch (failure) {
    if (!(failure instanceof Failure) || failure.code !== exit.remote) throw failure;
    for (const iri of iris) yield { iri, asked: asking.manners !== undefined, failure };
    return;
  }
  if (!service.manifest.extends)
    throw new Failure(exit.unsupported, `${authority.address} does not offer data extension`, {
      hint: 'Read these links back with --sparql or --json-ld.',
    });
  const properties = propertiesFor(service, options);
  const { names, types, facts, byIri } = properties;
  const wanted = [...new Set([...names.map(({ id }) => id), ...types, ...facts])];
  const ids = new Map(
    iris.map((iri) => [byIri ? iri : iri.slice(authority.namespace.length).replace(/\/$/, ''), iri]),
  );
  for await (const { id, outcome, asked } of extend(service, [...ids.keys()], wanted, asking)) {
    const iri = ids.get(id)!;
    if ('failure' in outcome) yield { iri, asked, failure: outcome.failure };
    else yield { iri, asked, read: readingOf(iri, outcome, properties) };
  }
}

/** What to ask a service for: what the person said, and of Wikidata what everybody knows it by. */
function propertiesFor(
  { address, manifest }: Service,
  { languages, properties }: ReadOptions,
): ExtensionProperties {
  const { names, types, ...rest } = properties;
  const isWikidata = manifest.identifierSpace === wikidata;
  if (names.length === 0 && !isWikidata)
    throw new Failure(exit.usage, `Say which property of ${address} holds the names, with --label`, {
      hint: 'Each service has properties of its own; one that holds names in one language is --label prefName@en.',
    });
  return {
    ...rest,
    names: names.length > 0 ? names : languages.map((language) => ({ id: `L${language}`, language })),
    types: types.length > 0 || !isWikidata ? types : ['P31'],
  };
}

function readingOf(
  iri: string,
  { values, kept }: Extract<Extension, { kept: unknown }>,
  { names, types, facts }: ExtensionProperties,
): ReadBack {
  const of = (ids: readonly string[], told: (value: Value) => string) =>
    ids.flatMap((id) => (values.get(id) ?? []).map(told));
  const isThere = [...values.values()].some((each) => each.length > 0);
  const entry = {
    iri,
    labels: names.flatMap(({ id, language }) =>
      of([id], (value) => ('id' in value ? value.name : value.text)).map((text) => ({
        text,
        language,
        preferred: true,
      })),
    ),
    types: of(types, idOf),
    descriptions: [],
    same: [],
    pages: [],
  };
  return {
    time: kept.time,
    entry: isThere ? entry : undefined,
    facts: of(facts, idOf),
    replacedBy: [],
    isDeprecated: false,
  };
}

const idOf = (value: Value): string => ('id' in value ? value.id : value.text);
