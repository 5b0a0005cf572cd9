import type { Failure } from '../../failure.ts';
import { answerTo, type Asking, type Kept } from '../answers.ts';
import { inBatches } from './batches.ts';
import type { Service } from './client.ts';
import { broken, jsonOf } from './manifest.ts';
import { faultIn } from './messages.ts';

/** A value of a property (Reconciliation API 0.2 §6.3): a thing, or a text, number or date as text. */
export type Value = { readonly id: string; readonly name: string } | { readonly text: string };

/** What came of asking for one thing: its values by the ids of properties, or why there are none. */
export type Extension =
  | { readonly values: ReadonlyMap<string, readonly Value[]>; readonly kept: Kept }
  | { readonly failure: Failure };

const accept = ['application/json', 'text/json'];

/**
 * Asks a service for values of properties of many things by their ids, as `reconcile` asks its questions: in batches, each
 * answer kept before the next is asked for, what is kept not asked again.
 */
export async function* extend(
  service: Service,
  ids: readonly string[],
  properties: readonly string[],
  asking: Asking,
): AsyncGenerator<{ id: string; outcome: Extension; asked: boolean }> {
  const { address } = service;
  const wanted = JSON.stringify(properties);
  const known = new Map<string, Extension>();
  if (!asking.refresh)
    for (const kept of await asking.answers.at(address)) {
      if (!kept.form?.['extend']) continue;
      const before = JSON.parse(kept.form['extend']) as Query;
      if (JSON.stringify(before.properties.map(({ id }) => id)) !== wanted) continue;
      for (const [id, outcome] of extensionsOf(kept, before.ids, properties, service))
        if (!('failure' in outcome)) known.set(id, outcome);
    }
  const ask = async (batch: readonly string[]) => {
    const query: Query = { ids: batch, properties: properties.map((id) => ({ id })) };
    const kept = await answerTo(
      { address, accept, form: { extend: JSON.stringify(query) } },
      { ...asking, refresh: true },
      (text) => void rowsIn(text, service),
    );
    return extensionsOf(kept, batch, properties, service);
  };
  const answered = inBatches<string, Extension>(ids, {
    address,
    size: service.manifest.batchSize,
    known,
    keyOf: (id) => id,
    ask: asking.manners && ask,
  });
  for await (const { question, ...rest } of answered) yield { id: question, ...rest };
}

interface Query {
  readonly ids: readonly string[];
  readonly properties: readonly { readonly id: string }[];
}

function extensionsOf(
  kept: Kept,
  ids: readonly string[],
  properties: readonly string[],
  service: Service,
): Map<string, Extension> {
  const rows = rowsIn(kept.text, service);
  return new Map(ids.map((id) => [id, extensionOf(id, rows, properties, kept, service)]));
}

function extensionOf(
  id: string,
  rows: Readonly<Record<string, unknown>>,
  properties: readonly string[],
  kept: Kept,
  { address, manifest: { version } }: Service,
): Extension {
  const refuse = (what: string) => ({ failure: broken(address, what) });
  if (!Object.hasOwn(rows, id)) return refuse(`no row for ${JSON.stringify(id)}`);
  const fault = faultIn(version, 'data-extension-response', { meta: [], rows: { [id]: rows[id] } });
  if (fault) return refuse(`what does not keep to version ${version}: ${fault}`);
  const row = rows[id] as Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  const absent = properties.find((property) => !Object.hasOwn(row, property));
  if (absent !== undefined) return refuse(`no values of ${absent} for ${JSON.stringify(id)}`);
  return { values: new Map(properties.map((each) => [each, row[each]!.flatMap(valueIn)])), kept };
}

function valueIn(value: Readonly<Record<string, unknown>>): Value[] {
  if (typeof value['id'] === 'string') return [{ id: value['id'], name: String(value['name']) }];
  // An object with nothing in it says that there is no value.
  const [text] = Object.values(value);
  return text === undefined ? [] : [{ text: String(text) }];
}

/**
 * The rows of an answer by ids, not yet looked at one by one.
 * @throws Failure 5 where it is no such thing.
 */
function rowsIn(
  text: string,
  { address, manifest: { version } }: Service,
): Readonly<Record<string, unknown>> {
  const answer = jsonOf(text, address);
  const { rows } = (answer ?? {}) as { rows?: unknown };
  const areRows = typeof rows === 'object' && rows !== null && !Array.isArray(rows);
  const fault = faultIn(
    version,
    'data-extension-response',
    areRows ? { ...(answer as object), rows: {} } : answer,
  );
  if (fault) throw broken(address, `what does not keep to version ${version}: ${fault}`);
  return rows as Readonly<Record<string, unknown>>;
}
