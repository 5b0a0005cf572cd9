import type { LanguageMap } from '../../graph/language-map.ts';
import { inLanguage } from '../../graph/language-map.ts';
import type { Answer, Row } from '../../query/answer.ts';
import { rowsOf } from '../../query/answer.ts';
import type { Column } from '../../query/contract.ts';
import { html, type Html, join } from '../html.ts';
import type { Page } from '../page.ts';
import type { View } from '../view.ts';
import { answerWords, columnWords } from '../words/columns.ts';
import { moreWords } from '../words/more.ts';
import { toolWords } from '../words/tools.ts';
import type { Term } from '@rdfjs/types';

/** A question of the project with its answer. */
export interface Answered {
  readonly name: string;
  readonly summary: LanguageMap;
  readonly description: LanguageMap | undefined;
  /** The query as its file has it, without what it declares. */
  readonly sparql: string;
  readonly columns: readonly Column[] | undefined;
  /** The values that it was asked with. */
  readonly given: readonly (readonly [label: LanguageMap | undefined, name: string, value: Term])[];
  /** Absent where the question needs a value and has none. */
  readonly answer: Answer | undefined;
}

/** How many rows a page shows; the file beside it has them all. */
const rowsOnPage = 200;

/** The list of questions, and a page for each. */
export function questionPages(questions: readonly Answered[]): Page[] {
  return [
    {
      path: 'questions',
      section: 'questions',
      title: (view) => ({ text: view.say('questions') }),
      description: (view) => view.tell(moreWords.questionsText),
      body: (view) =>
        html`<h1>${view.say('questions')} <span class="count">${questions.length}</span></h1>
          <p class="lead">${view.tell(moreWords.questionsText)}</p>
          <p><a href="${view.href({ page: 'query' })}">${view.tell(toolWords.queryTitle)}</a></p>
          ${questionList(view, questions)}`,
    },
    ...questions.map(questionPage),
  ];
}

/** Links to questions, with how much each found. */
export const questionList = (view: View, questions: readonly Answered[]): Html =>
  html`<ul class="things questions">
    ${questions.map(
      (each) =>
        html`<li>
          <a href="${view.href({ page: `questions/${each.name}` })}">${summaryOf(view, each)}</a
          >${each.answer && html` <span class="count">${size(view, each.answer)}</span>`}
        </li>`,
    )}
  </ul>`;

const summaryOf = ({ language }: View, { summary, name }: Answered): string =>
  inLanguage(summary, [language, 'en']) ?? name;

const size = (view: View, answer: Answer): string =>
  answer.form === 'ASK'
    ? view.say(answer.truth ? 'yes' : 'no')
    : view.tell(moreWords.rows, { rows: rowsOf(answer).rows.length });

function questionPage(question: Answered): Page {
  const { name, answer, sparql, given } = question;
  return {
    path: `questions/${name}`,
    section: 'questions',
    title: (view) => ({ text: summaryOf(view, question), language: view.language }),
    description: (view) => summaryOf(view, question),
    body: (view) =>
      html`<p class="kicker"><a href="${view.href({ page: 'questions' })}">${view.say('questions')}</a></p>
        <h1>${summaryOf(view, question)}</h1>
        ${
          given.length > 0 &&
          html`<p>
            ${view.tell(moreWords.parameters)}
            ${join(
              given.map(
                ([label, parameter, value]) =>
                  html`${inLanguage(label, [view.language, 'en']) ?? parameter}: ${view.term(value)}`,
              ),
              '; ',
            )}
          </p>`
        }
        <h2>
          ${view.tell(moreWords.answer)} ${answer && html`<span class="count">${size(view, answer)}</span>`}
        </h2>
        ${answer ? show(view, question, answer) : html`<p>${view.tell(moreWords.noDefault, { command: `meent query ${name}` })}</p>`}
        <h2>${view.tell(moreWords.howFound)}</h2>
        <p>${view.tell(moreWords.howFoundText)}</p>
        <p class="quiet" lang="en">${inLanguage(question.description, [view.language, 'en'])}</p>
        <pre tabindex="0" role="region" aria-label="SPARQL"><code>${sparql}</code></pre>
        <p>
          <a href="${view.href({ page: 'query' })}#question=${encodeURIComponent(name)}"
            >${view.tell(toolWords.tryYourself)}</a
          >
        </p>
        ${answer && html`<p>${view.tell(moreWords.takeAway)}: ${answer.form !== 'ASK' && html`<a href="${view.path(`questions/${name}.csv`)}">CSV</a> · `}<a href="${view.path(`questions/${name}.json`)}">JSON</a> · <a href="${view.path(`questions/${name}.rq`)}">SPARQL</a></p>`}`,
  };
}

function show(view: View, question: Answered, answer: Answer): Html {
  if (answer.form === 'ASK') return html`<p class="lead">${view.say(answer.truth ? 'yes' : 'no')}</p>`;
  const { rows } = rowsOf(answer);
  if (rows.length === 0) return html`<p>${view.tell(moreWords.noAnswer)}</p>`;
  const columns = shownColumns(view, answer, question.columns);
  const shown = rows.slice(0, rowsOnPage);
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${view.tell(moreWords.answer)}">
      <table class="answer">
        <thead>
          <tr>
            ${columns.map((name) => heading(view, words(name)))}
          </tr>
        </thead>
        <tbody>
          ${shown.map(
            (row) =>
              html`<tr>
                ${columns.map((name) => cell(view, row, name))}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${rows.length > shown.length && html`<p class="quiet">${view.tell(moreWords.firstRows, { shown: shown.length, all: rows.length })}</p>`}`;
}

/** The columns without those that only name what another column links to, or say so in the other language. */
function shownColumns(view: View, answer: Answer, declared: readonly Column[] | undefined): string[] {
  const { variables } = rowsOf(answer);
  const other = view.language === 'nl' ? 'en' : 'nl';
  const names = new Set(variables);
  const types = new Map(declared?.map(({ name, type }) => [name, type]));
  return variables.filter((name) => {
    const bare = name.replace(/(Label|Name)?(Nl|En)?$/, '');
    if (bare !== name && names.has(bare) && types.get(bare)?.startsWith('iri')) return false;
    if (types.get(name) !== other) return true;
    const twin = name.replace(new RegExp(`${other === 'nl' ? 'Nl' : 'En'}$`), other === 'nl' ? 'En' : 'Nl');
    return !(twin !== name && names.has(twin));
  });
}

/** The name of a column; in another language than the page where nobody has translated it. */
function heading({ language }: View, name: string): Html {
  const dutch = language === 'nl' ? columnWords[name] : undefined;
  const isForeign = language === 'nl' && dutch === undefined;
  return html`<th scope="col" ${isForeign && html` lang="en"`}>${dutch ?? name}</th>`;
}

function cell(view: View, row: Row, name: string): Html {
  const value = row[name];
  if (!value) return html`<td class="quiet">${view.say('notStated')}</td>`;
  const isNumber = value.termType === 'Literal' && /^[-+]?[\d.]+$/.test(value.value);
  const isWord = value.termType === 'Literal' && value.language === '' && view.language === 'nl';
  const shown = (isWord ? answerWords[value.value] : undefined) ?? view.term(value);
  return html`<td${isNumber && html` class="number"`}>${shown}</td>`;
}

const words = (name: string): string =>
  name
    .replace(/(?:Nl|En)$/, '')
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .toLowerCase();
