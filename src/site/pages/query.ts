import { inLanguage } from '../../graph/language-map.ts';
import { html } from '../html.ts';
import type { Page } from '../page.ts';
import type { View } from '../view.ts';
import { moreWords } from '../words/more.ts';
import { toolWords } from '../words/tools.ts';
import { type Answered, questionList } from './questions.ts';

export interface QueryPageOptions {
  readonly questions: readonly Answered[];
  /** File with the data in N-Quads, and its bytes. */
  readonly data: { readonly name: string; readonly bytes: number };
  /** Bytes of the engine. */
  readonly engine: number;
  readonly base: string;
}

/** What stands in the editor at first. */
const example = `SELECT ?class (COUNT(*) AS ?number)
WHERE {
  ?thing a ?class .
}
GROUP BY ?class
ORDER BY DESC(?number) ?class
LIMIT 20
`;

/** The page on which everybody can ask the data questions of their own. Without a script it says how that is done otherwise. */
export function queryPage({ questions, data, engine, base }: QueryPageOptions): Page {
  return {
    path: 'query',
    section: 'questions',
    title: (view) => ({ text: view.tell(toolWords.queryTitle) }),
    description: (view) => view.tell(toolWords.queryText),
    script: 'workbench.js',
    body: (view) =>
      html`<p class="kicker"><a href="${view.href({ page: 'questions' })}">${view.say('questions')}</a></p>
        <h1>${view.tell(toolWords.queryTitle)}</h1>
        <p class="lead">${view.tell(toolWords.queryText)}</p>
        <noscript>
          <div class="notice">
            <p>${view.tell(toolWords.queryNeedsScript)}</p>
            <p><a href="${view.path(data.name)}">${view.tell(toolWords.takeData)}</a></p>
          </div>
          ${questionList(view, questions)}
        </noscript>
        <form
          id="ask"
          hidden
          data-data="${view.path(data.name)}"
          data-questions="${view.path('questions/')}"
          data-base="${base}"
          ${told.map((name) => html` data-${name}="${toolWords[sentenceOf(name)][view.language]}"`)}
        >
          <p>
            <label for="question">${view.tell(toolWords.chooseQuestion)}</label>
            <select id="question">
              <option value="">${view.tell(toolWords.ownQuestion)}</option>
              ${questions.map(
                ({ name, summary }) =>
                  html`<option value="${name}">
                    ${inLanguage(summary, [view.language, 'en']) ?? name}
                  </option>`,
              )}
            </select>
          </p>
          <label for="sparql">SPARQL</label>
          <div class="editor">
            <pre id="shown" aria-hidden="true"></pre>
            <textarea id="sparql" spellcheck="false" autocapitalize="off" aria-describedby="problem keys">
${example}</textarea>
          </div>
          <div id="problem" role="alert"></div>
          <p class="buttons">
            <button type="submit" id="run">${view.tell(toolWords.run)}</button>
            <button type="button" id="stop" disabled>${view.tell(toolWords.stop)}</button>
            <span id="status" role="status"></span>
          </p>
          <p id="keys" class="quiet">
            ${view.tell(toolWords.queryHow, { engine: megabytes(view, engine), data: megabytes(view, data.bytes) })}
          </p>
        </form>
        <section id="results" aria-label="${view.tell(moreWords.answer)}"></section>`,
  };
}

const megabytes = (view: View, bytes: number): string => view.number((bytes / 1_000_000).toFixed(1));

/** What the script says, by the name that it knows it by. */
const told = [
  'loading',
  'asking',
  'stopped',
  'line',
  'rows',
  'row',
  'took',
  'first',
  'yes',
  'no',
  'answer',
  'take',
  'link',
  'file',
  'failquery',
  'failprefix',
  'failearly',
  'faildeep',
  'failtoken',
  'failempty',
  'failrefused',
  'failrows',
  'faildata',
  'failbroken',
  'failunknown',
] as const;

const sentenceOf = <T extends string>(name: T) => `query${name}` as const;
