import type { Term } from '@rdfjs/types';
import { html, type Html } from '../html.ts';
import type { Matrix } from '../count-matrix.ts';
import { claimsBehind } from './matrix-claims.ts';
import type { Page } from '../page.ts';
import { network } from '../pictures/network.ts';
import type { View } from '../view.ts';
import { moreWords } from '../words/more.ts';

/** How many actors the table has: more columns than this cannot be read. */
const columns = 16;

/** The page with the network and the table of actors and values. */
export function matrixPage(matrix: Matrix): Page {
  return {
    path: 'matrix',
    section: 'matrix',
    data: matrix.data.length > 0 ? matrix.data : undefined,
    title: (view) => ({ text: view.tell(moreWords.matrixTitle) }),
    description: (view) => view.tell(moreWords.matrixText),
    body: (view) =>
      html`<h1>${view.tell(moreWords.matrixTitle)}</h1>
        <p class="lead">${view.tell(moreWords.matrixText)}</p>
        ${
          matrix.values.length > 0 &&
          html`${network(view, matrix)}
            <section>
              ${table(view, matrix)}
              <p class="quiet">
                ${view.tell(moreWords.takeAway)}: <a href="${view.path('matrix.csv')}">CSV</a>
              </p>
            </section>`
        }`,
  };
}

function table(view: View, { actors, values, count, totalOf }: Matrix): Html {
  const shown = actors.slice(0, columns);
  const most = Math.max(1, ...values.flatMap((value) => shown.map((actor) => count(actor, value))));
  const cell = (actor: Term, value: Term): Html => {
    const number = count(actor, value);
    const shade = Math.ceil((number / most) * 5);
    if (number === 0) return html`<td class="s0">·</td>`;
    const behind = claimsBehind(view.model, value, actor);
    return html`<td class="s${shade}">
      ${behind ? html`<a href="${view.href(behind)}">${number}</a>` : number}
    </td>`;
  };
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${view.tell(moreWords.matrixTitle)}">
    <table class="matrix">
      <caption>
        ${view.tell(moreWords.matrixText)}
      </caption>
      <thead>
        <tr>
          <td></td>
          ${shown.map((actor) => html`<th scope="col">${view.link(actor)}</th>`)}
          <th scope="col">${view.tell(moreWords.total)}</th>
        </tr>
      </thead>
      <tbody>
        ${values.map(
          (value) =>
            html` <tr>
              <th scope="row">${view.link(value)}</th>
              ${shown.map((actor) => cell(actor, value))}
              <td class="total">${totalOf(value)}</td>
            </tr>`,
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">${view.tell(moreWords.total)}</th>
          ${shown.map((actor) => html`<td class="total">${totalOf(actor)}</td>`)}
          <td></td>
        </tr>
      </tfoot>
    </table>
  </div>`;
}
