import { Failure } from '../../failure.ts';
import { Dataset } from '../../graph/dataset.ts';
import { loadData, readDocuments } from '../../project/load.ts';
import { baseOf, type Project } from '../../project/project.ts';
import { readText } from '../../project/read-text.ts';
import type { Operation } from '../algebra.ts';
import { type Answer, rowsOf } from '../answer.ts';
import { bindVariables } from '../bind.ts';
import { assertColumns, breachesOf } from '../contract.ts';
import { evaluate, parseQuery } from '../engine.ts';
import { bindParameters } from '../parameters.ts';
import { differenceText } from './difference.ts';
import type { Fixture } from './fixtures.ts';
import { answerText, type Ending, recordsOf, type RecordOptions, usualEnding } from './records.ts';

/** What came of asking a query what its fixture expects. */
export interface Outcome {
  readonly fixture: Fixture;
  /** Whether the answer is the expected one and keeps what the query declares. */
  readonly holds: boolean;
  /** What is otherwise than the query declares, a sentence each. */
  readonly breaches: readonly string[];
  /** Lines of the expected answer and of the one that came, where they differ. */
  readonly difference?: {
    readonly expected: readonly string[];
    readonly actual: readonly string[];
    readonly text: string;
  };
  /** The answer as the file is to keep it, where that is not what it keeps. */
  readonly update?: { readonly path: string; readonly shown: string; readonly text: string };
  /** Why there is no answer. */
  readonly failure?: Failure;
}

interface Asked {
  readonly dataset: Dataset;
  readonly prefixes: ReadonlyMap<string, string>;
}

/** Asks the queries of a project what their fixtures expect; the project's own graph is read once. */
export class FixtureRunner {
  readonly #project: Project;
  #own: Promise<Asked> | undefined;
  #ontology: ReturnType<typeof readDocuments> | undefined;

  constructor(project: Project) {
    this.#project = project;
  }

  /** Asks one; what cannot be asked is an outcome too. */
  async run(fixture: Fixture): Promise<Outcome> {
    try {
      return await (fixture.query.folder === 'checks' ? this.#runCheck(fixture) : this.#runQuery(fixture));
    } catch (failure) {
      if (!(failure instanceof Failure)) throw failure;
      return { fixture, holds: false, breaches: [], failure };
    }
  }

  async #runQuery(fixture: Fixture): Promise<Outcome> {
    const { query, expected, written } = fixture;
    const { operation, answer, prefixes } = await this.#ask(fixture, await this.#dataOf(fixture));
    const breaches = breachesOf(query, answer);
    const ending = (/\.(\w+)$/.exec(expected.path)?.[1] as Ending | undefined) ?? usualEnding(answer);
    const options: RecordOptions = { ordered: isOrdered(operation), prefixes, base: baseOf(this.#project) };
    const [path, shownAs] = [expected.path, expected.shown].map((name) =>
      name.replace(/\.\w*$/, `.${ending}`),
    ) as [string, string];
    const text = await answerText(answer, ending, shownAs, options);
    const actualLines = await recordsOf(text, ending, shownAs, options);
    const expectedLines = written ? await recordsOf(await readText(expected), ending, shownAs, options) : [];
    const same = written && actualLines.join('\n') === expectedLines.join('\n');
    if (same) return { fixture, holds: breaches.length === 0, breaches };
    return {
      fixture,
      holds: false,
      breaches,
      ...differ(expectedLines, actualLines),
      update: { path, shown: shownAs, text },
    };
  }

  /** A check finds the nodes that its example names, and no other. */
  async #runCheck(fixture: Fixture): Promise<Outcome> {
    this.#ontology ??= readDocuments(this.#project.ontology, 'data', baseOf(this.#project));
    const [own] = await readDocuments([fixture.data!], 'data', baseOf(this.#project));
    const dataset = new Dataset([...(await this.#ontology), own!].flatMap(({ quads }) => quads));
    const { answer } = await this.#ask(fixture, { dataset, prefixes: own!.prefixes });
    const found = new Set(rowsOf(answer).rows.map((row) => row['this']?.value ?? ''));
    const expected = [...own!.text.matchAll(/^#\+ expect: (.+)$/gm)].map((match) => match[1]!.trim());
    const [wanted, actual] = [[...new Set(expected)].sort(), [...found].sort()];
    const breaches = breachesOf(fixture.query, answer);
    if (wanted.join('\n') === actual.join('\n')) return { fixture, holds: breaches.length === 0, breaches };
    return { fixture, holds: false, breaches, ...differ(wanted, actual) };
  }

  async #ask(
    { query, values }: Fixture,
    { dataset, prefixes }: Asked,
  ): Promise<{ operation: Operation; answer: Answer; prefixes: ReadonlyMap<string, string> }> {
    const { sparql, path, parameters } = query;
    const { base } = this.#project.config;
    const iris = () => [...dataset].map(({ subject }) => subject.value);
    const bindings = bindParameters(parameters, values, { prefixes, iris: () => new Set(iris()) }, path);
    const parsed = await parseQuery(sparql, { path, base });
    assertColumns(query, parsed);
    const operation = bindVariables(parsed, bindings);
    return { operation, answer: await evaluate(operation, dataset, { path, base }), prefixes };
  }

  async #dataOf({ data }: Fixture): Promise<Asked> {
    if (!data) return (this.#own ??= loadData(this.#project));
    const [document] = await readDocuments([data], 'data', baseOf(this.#project));
    return { dataset: new Dataset(document!.quads), prefixes: document!.prefixes };
  }
}

const differ = (expected: readonly string[], actual: readonly string[]) => ({
  difference: { expected, actual, text: differenceText(expected, actual) },
});

/** Whether a query says in which order its rows come. */
function isOrdered(query: Operation): boolean {
  switch (query.type) {
    case 'orderby':
      return true;
    case 'slice':
    case 'project':
    case 'distinct':
    case 'reduced':
    case 'from':
      return isOrdered(query.input);
    default:
      return false;
  }
}
