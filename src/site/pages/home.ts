import { inOrder, sortKey } from '../facts.ts';
import { html, type Html } from '../html.ts';
import type { Page } from '../page.ts';
import type { Stage, View } from '../view.ts';
import { moreWords } from '../words/more.ts';
import { pageWords } from '../words/pages.ts';
import type { SentenceKey } from '../words/sentences.ts';
import { isRead } from './data.ts';
import { type Answered, questionList } from './questions.ts';

/** Questions that a newcomer may begin with, where the project has them; else the first. */
const inviting = [
  'values-by-use',
  'discrepancies-by-kind',
  'recommendations',
  'role-of-government',
  'values-at-risk',
  'claims-of-actor',
];

/** The start page: what the site is about, and questions as a way in. */
export function homePage(stage: Stage, name: (view: View) => string, questions: readonly Answered[]): Page {
  const { model, placeOf } = stage;
  const reports = inOrder(model.instances('schema:Report'), (node) => sortKey(model, placeOf, node));
  const claims = model.instances('meent:Claim');
  const counts = {
    reports: reports.length,
    claims: claims.length,
    actors: model.instances('meent:Actor').length,
    values: model.instances('meent:Value').length,
  };
  const read = claims.filter((claim) => isRead(model.values(claim, 'adms:status'))).length;
  const asked = questions.filter(({ answer }) => answer);
  const known = inviting.flatMap((each) => asked.find((question) => question.name === each) ?? []);
  const chosen = known.length > 0 ? known : asked.slice(0, inviting.length);
  return {
    path: '',
    title: (view) => ({ text: name(view) }),
    description: (view) => view.tell(pageWords.homeHowText),
    body: (view) =>
      html`<div class="hero">
          <h1>${name(view)}</h1>
          <p class="quiet">${view.tell(pageWords.homeCounts, counts)}</p>
          <p>
            <a href="${view.href({ page: 'search' })}">${view.tell(pageWords.homeSearch)}</a>
          </p>
        </div>
        <div class="pair">
          <section>
            <h2>${view.tell(pageWords.homeQuestions)}</h2>
            ${questionList(view, chosen)}
            <p>
              <a href="${view.href({ page: 'questions' })}"
                >${view.tell(pageWords.homeAll, { number: questions.length })}</a
              >
            </p>
          </section>
          <section>
            <h2>${view.say('reports')}</h2>
            <ul class="things">
              ${reports.slice(0, 20).map((report) => html`<li>${view.link(report)}</li>`)}
            </ul>
            <h2>${view.tell(pageWords.homeHow)}</h2>
            <p>${view.tell(pageWords.homeHowText)}</p>
            <p>${view.tell(pageWords.homeReview, { all: claims.length, read })}</p>
          </section>
        </div>
        <h2>${view.tell(pageWords.homeBrowse)}</h2>
        ${browse(view)}`,
  };
}

const overviews: readonly (readonly [string, SentenceKey])[] = [
  ['claims', 'claims'],
  ['actor', 'actors'],
  ['value', 'valuesList'],
  ['initiative', 'initiatives'],
  ['commons', 'commonsList'],
  ['document', 'documents'],
  ['matrix', 'matrix'],
  ['discrepancies', 'discrepancies'],
  ['term', 'terms'],
];

/** Links to the lists of everything. */
export const browse = (view: View): Html =>
  html`<ul class="inline big">
    ${overviews.map(([page, name]) => html`<li><a href="${view.href({ page })}">${view.say(name)}</a></li>`)}
  </ul>`;

/** The list of reports; with a line of time once there is one to draw. */
export function reportsPage(stage: Stage): Page {
  const { model, placeOf } = stage;
  const reports = inOrder(model.instances('schema:Report'), (node) => sortKey(model, placeOf, node));
  const dates = reports.flatMap((report) => {
    const event = model.value(report, 'schema:about');
    const date = event && model.value(event, 'schema:startDate')?.value;
    return date === undefined ? [] : [{ report, date }];
  });
  return {
    path: 'report',
    section: 'report',
    data: reports.flatMap((node) => model.out(node)),
    title: (view) => ({ text: view.say('reports') }),
    description: (view) => view.tell(pageWords.reportList),
    body: (view) =>
      html`<h1>${view.say('reports')} <span class="count">${reports.length}</span></h1>
        <p class="lead">${view.tell(pageWords.reportList)}</p>
        <ul class="things">
          ${reports.map((report) => html`<li>${view.link(report)}</li>`)}
        </ul>
        ${dates.length >= 3 && timeline(view, dates)}`,
  };
}

type Dated = Parameters<typeof timeline>[1][number];

/** Events by their dates: a table in their order. */
function timeline(view: View, dates: readonly { report: Parameters<View['link']>[0]; date: string }[]): Html {
  const sorted = [...dates].sort((a: Dated, b: Dated) => (a.date < b.date ? -1 : 1));
  return html`<h2>${view.tell(moreWords.timeline)}</h2>
    <table>
      <caption>
        ${view.tell(moreWords.timelineText)}
      </caption>
      <tbody>
        ${sorted.map(
          ({ report, date }) =>
            html`<tr>
              <td><time datetime="${date}">${view.date(date)}</time></td>
              <td>${view.link(report)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}
