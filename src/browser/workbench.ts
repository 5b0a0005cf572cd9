import { Editor } from './editor.ts';
import { decoded, element, needed } from './elements.ts';
import type { Answered, Failed, FromWorker, TextForm, ToWorker } from './messages.ts';
import { resultTable } from './result-table.ts';

const form = needed<HTMLFormElement>('ask');
const [run, stop] = [needed<HTMLButtonElement>('run'), needed<HTMLButtonElement>('stop')];
const [status, problem, results] = [needed('status'), needed('problem'), needed('results')];
const field = needed<HTMLTextAreaElement>('sparql');
const questions = needed<HTMLSelectElement>('question');
const words = form.dataset;
const language = document.documentElement.lang === 'en' ? 'en' : 'nl';
// Where this script is, the one for the thread is too.
const workerAddress = new URL('query-worker.js', (document.currentScript as HTMLScriptElement).src);

const editor = new Editor(field, needed('shown'), () => problem.replaceChildren());
let worker: Worker | undefined;

form.hidden = false;
form.addEventListener('submit', (event) => {
  event.preventDefault();
  ask();
});
field.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  ask();
});
stop.addEventListener('click', () => {
  worker?.terminate();
  worker = undefined;
  settle(words['stopped']!);
  run.focus();
});
questions.addEventListener('change', () => void choose(questions.value));
addEventListener('hashchange', fromAddress);
fromAddress();

/** A link can hold a query, which is asked at once, or the name of a question, which is only shown. */
function fromAddress(): void {
  const [, key, value = ''] = /^#(q|question)=(.*)$/.exec(location.hash) ?? [];
  if (key === 'q' && decoded(value) !== editor.text) {
    editor.text = decoded(value);
    ask();
  } else if (key === 'question') {
    questions.value = decoded(value);
    void choose(decoded(value));
  }
}

async function choose(name: string): Promise<void> {
  if (![...questions.options].some(({ value }) => value === name) || name === '') return;
  problem.replaceChildren();
  const response = await fetch(`${words['questions']}${encodeURIComponent(name)}.rq`).catch(() => undefined);
  if (response?.ok) editor.text = (await response.text()).trimEnd();
  else fail({ type: 'failure', kind: 'data' });
}

function ask(): void {
  if (stop.disabled === false) return;
  const sparql = editor.text;
  results.replaceChildren();
  problem.replaceChildren();
  editor.mark(undefined);
  [run.disabled, stop.disabled] = [true, false];
  status.textContent = words[worker ? 'asking' : 'loading']!;
  // In the fragment, which no server is told of.
  history.replaceState(null, '', `#q=${encodeURIComponent(sparql)}`);
  send({
    type: 'ask',
    sparql,
    data: new URL(words['data']!, location.href).href,
    base: words['base']!,
    language,
  });
}

function send(message: ToWorker): void {
  if (!worker) {
    worker = new Worker(workerAddress);
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => receive(data));
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      worker?.terminate();
      worker = undefined;
      receive({ type: 'failure', kind: 'broken', detail: event.message || undefined });
    });
  }
  worker.postMessage(message);
}

function settle(said: string): void {
  [run.disabled, stop.disabled] = [false, true];
  status.textContent = said;
}

function receive(message: FromWorker): void {
  if (message.type === 'text') download(message.form, message.text);
  else if (message.type === 'failure') fail(message);
  else show(message);
}

function fail({ kind, value, detail, line }: Failed): void {
  settle('');
  editor.mark(line);
  const shown = kind === 'rows' ? new Intl.NumberFormat(language).format(Number(value)) : (value ?? '');
  const place = element('button', { type: 'button' }, [fill('line', { line: line ?? 0 })]);
  place.addEventListener('click', () => editor.goToWrong());
  const sentence = element('p', {}, [
    ...(line === undefined ? [] : [place, ' ']),
    fill(`fail${kind}`, { value: shown }),
  ]);
  // What the engine says is English. That it concerns the query is plain from where it stands.
  const plain = detail?.replace(/^Cannot run the query: /, '');
  const english = plain === undefined ? [] : [element('p', { lang: 'en', class: 'quiet' }, [plain])];
  problem.replaceChildren(element('div', { class: 'notice' }, [sentence, ...english]));
  editor.goToWrong();
}

function show(answer: Answered): void {
  const { form: kind, number, rows, asking, loading } = answer;
  const seconds = (milliseconds: number) =>
    new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(milliseconds / 1000);
  const found =
    kind === 'ASK'
      ? words[answer.truth ? 'yes' : 'no']!
      : number === 1
        ? words['row']!
        : fill('rows', { rows: number });
  const took = fill('took', { asking: seconds(asking), loading: seconds(loading) });
  settle(`${found} · ${took}`);
  const first = rows.length < number ? ` ${fill('first', { shown: rows.length })}` : '';
  const forms: readonly (readonly [TextForm, string])[] =
    kind === 'CONSTRUCT'
      ? [['jsonld', 'JSON-LD'], ['csv', 'CSV']]
      : kind === 'ASK'
        ? [['json', 'JSON']]
        : [['csv', 'CSV'], ['json', 'JSON']]; // prettier-ignore
  const buttons = forms.map(([name, label]) => {
    const button = element('button', { type: 'button' }, [label]);
    button.addEventListener('click', () => send({ type: 'take', form: name }));
    return button;
  });
  const link = element('a', { href: location.hash }, [words['link']!]);
  results.replaceChildren(
    ...(kind === 'ASK'
      ? [element('p', { class: 'lead' }, [found])]
      : [
          element('div', { class: 'scroll', role: 'region', tabindex: '0', 'aria-label': words['answer']! }, [
            resultTable(answer, found + first, '../'),
          ]),
        ]),
    element('p', { class: 'take' }, [`${words['take']}:`, ...buttons, link]),
  );
}

const fill = (name: string, values: Readonly<Record<string, string | number>>): string =>
  words[name]!.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key]));

const types: Readonly<Record<TextForm, string>> = {
  csv: 'text/csv',
  json: 'application/sparql-results+json',
  jsonld: 'application/ld+json',
};

function download(kind: TextForm, text: string): void {
  const href = URL.createObjectURL(new Blob([text], { type: types[kind] }));
  const link = element('a', { href, download: `${words['file']}.${kind}` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
