import type { Term } from '@rdfjs/types';
import { plainFailure } from '../failure.ts';
import { Dataset } from '../graph/dataset.ts';
import { parseNQuads } from '../graph/parse-nquads.ts';
import { type Answer, rowsOf } from '../query/answer.ts';
import { evaluate } from '../query/engine.ts';
import { toCsv, toSparqlJson } from '../query/format.ts';
import { prefixesOf } from '../query/tokens.ts';
import { noLinks } from '../site/accepted-links.ts';
import { Model } from '../site/model.ts';
import { asJsonLd } from '../site/twins.ts';
import { View } from '../site/view.ts';
import { kindOf } from './failure-kind.ts';
import type { Asked, Cell, Failed, FromWorker, ToWorker } from './messages.ts';

/** More rows or triples than this are refused. */
const maxRows = 10_000;
/** How many rows a page shows; the files have all. */
const shownRows = 500;

const scope = globalThis as unknown as {
  postMessage(message: FromWorker): void;
  addEventListener(type: 'message', listener: (event: { data: ToWorker }) => void): void;
};

let loading: Promise<Dataset> | undefined;
let answer: Answer | undefined;
let prefixes: ReadonlyMap<string, string> = new Map();

scope.addEventListener('message', ({ data: message }) => {
  if (message.type === 'ask') void ask(message);
  else if (answer)
    scope.postMessage({ type: 'text', form: message.form, text: textOf(answer, message.form) });
});

async function ask({ data, sparql, base, language }: Asked): Promise<void> {
  try {
    const begun = performance.now();
    const dataset = await (loading ??= load(data));
    const loaded = performance.now();
    // A name in messages; people see the editor.
    answer = await evaluate(sparql, dataset, { path: 'query', base, maxRows });
    prefixes = prefixesOf(sparql);
    const rows = rowsOf(answer);
    const nothing = () => undefined;
    const stage = { model: new Model(dataset, base), placeOf: nothing, numberOf: nothing, links: noLinks };
    const view = new View(stage, language, 'query');
    scope.postMessage({
      type: 'answer',
      form: answer.form,
      truth: answer.form === 'ASK' ? answer.truth : undefined,
      variables: rows.variables,
      number: rows.rows.length,
      rows: rows.rows
        .slice(0, shownRows)
        .map((row) => rows.variables.map((name) => row[name] && cell(row[name], view))),
      loading: loaded - begun,
      asking: performance.now() - loaded,
    });
  } catch (error) {
    scope.postMessage({ type: 'failure', ...failed(error) });
  }
}

function failed(error: unknown): Omit<Failed, 'type'> {
  if (error instanceof NoData) {
    // The next question tries again.
    loading = undefined;
    return { kind: 'data', detail: error.message };
  }
  const failure = plainFailure(error);
  // What is no failure of ours has a stack, which says nothing to people.
  const detail = failure.code === undefined ? (error as Error).message : failure.message;
  return { ...kindOf(failure), detail, line: failure.line };
}

/** The data could not be fetched. */
class NoData extends Error {}

async function load(address: string): Promise<Dataset> {
  const text = await fetch(address)
    .then((response) => (response.ok ? response.text() : Promise.reject(new Error(String(response.status)))))
    .catch((cause: Error) => Promise.reject(new NoData(`${address}: ${cause.message}`)));
  return new Dataset(parseNQuads(text));
}

function cell(term: Term, view: View): Cell {
  const { termType: type, value } = term;
  if (term.termType === 'Literal') return { type, value, language: term.language || undefined };
  const name = view.name(term);
  return { type, value, label: name.text, language: name.language, page: view.model.address(term) };
}

function textOf(given: Answer, form: 'csv' | 'json' | 'jsonld'): string {
  if (form === 'jsonld') return given.form === 'CONSTRUCT' ? asJsonLd(given.quads, prefixes) : '';
  if (form === 'csv') return toCsv(rowsOf(given));
  return toSparqlJson(given.form === 'ASK' ? given : rowsOf(given));
}
