import type { NamedNode, Term } from '@rdfjs/types';
import { factsOf, inOrder, shownTriples, sortKey } from '../facts.ts';
import { html, type Html, join } from '../html.ts';
import { mapOfText } from '../pictures/map-of-text.ts';
import type { ShownText } from '../places.ts';
import { mainThing } from '../things.ts';
import type { Page } from '../page.ts';
import type { Stage, View } from '../view.ts';
import { kindWords } from '../words/classes.ts';
import { pageWords } from '../words/pages.ts';
import { madeHow } from './made-how.ts';
import { placeWords, showOutgoing, showThing } from './show-facts.ts';

/** The page of a text, with its paragraphs and every place in it that something rests on. */
export function textPage(
  stage: Stage,
  path: string,
  things: readonly NamedNode[],
  shown: ShownText | undefined,
): Page {
  const { model, placeOf } = stage;
  const text = mainThing(model, path, things);
  const parts = inOrder(
    things.filter((node) => node !== text),
    (node) => sortKey(model, placeOf, node),
  );
  const facts = text && factsOf(model, placeOf, text);
  const anchors = parts.filter((node) => placeOf(node));
  const structure = parts.filter((node) => !placeOf(node) && !model.isA(node, 'oa:TextPositionSelector'));
  const numbered = (shown?.recorded.claims ?? []).map(({ node }) => ({
    node,
    number: stage.numberOf(node) ?? 0,
  }));
  const data = shownTriples(
    model,
    things.map((node) => factsOf(model, placeOf, node)),
  );
  return {
    path,
    data,
    section: 'report',
    title: (view) => (text ? view.name(text) : { text: view.tell(kindWords.text) }),
    body: (view) =>
      html`<p class="kicker">${kindWords.text[view.language]}</p>
        <h1>${text ? view.text(view.name(text)) : kindWords.text[view.language]}</h1>
        ${facts && showOutgoing(view, facts)}
        ${
          shown &&
          html`<h2>${view.tell(pageWords.coverage)}</h2>
            <p>${view.tell(pageWords.coverageText)}</p>
            <div class="coverage">${mapOfText(view, shown, numbered)}</div>`
        }
        <h2>${view.tell(pageWords.parts)}</h2>
        <div class="scroll">
          <table class="wide">
            <thead>
              <tr>
                <th scope="col">${view.tell(pageWords.name)}</th>
                <th scope="col">${view.tell(pageWords.kind)}</th>
                <th scope="col">${view.say('where')}</th>
              </tr>
            </thead>
            <tbody>
              ${structure.map((node) => part(view, node))}
            </tbody>
          </table>
        </div>
        <h2>${view.tell(pageWords.allPlaces)} <span class="count">${anchors.length}</span></h2>
        <div class="scroll">
          <table class="wide places-table">
            <thead>
              <tr>
                <th scope="col">${view.tell(pageWords.places)}</th>
                <th scope="col">${view.tell(pageWords.restsOnIt)}</th>
                <th scope="col">${view.say('digest')}</th>
              </tr>
            </thead>
            <tbody>
              ${anchors.map((node) => anchor(view, node))}
            </tbody>
          </table>
        </div>
        ${text && madeHow(view, text)}`,
  };
}

function part(view: View, node: Term): Html {
  const { model } = view;
  const types = model.values(node, 'rdf:type').map((each) => view.name(each).text);
  const where = model.values(node, 'meent:anchoredIn').map((each) => view.link(each));
  return html`<tr id="${idOf(view, node)}">
    <th scope="row">${view.text(view.name(node))}</th>
    <td>${types.join(', ')}</td>
    <td>${join(where, ', ')}</td>
  </tr>`;
}

function anchor(view: View, node: Term): Html {
  const { model } = view;
  const place = view.placeOf(node)!;
  const [selector] = model.values(node, 'oa:hasSelector');
  const id = selector && view.model.address(selector)?.fragment;
  const users = model.subjects('meent:anchoredIn', node);
  return html`
<tr id="${idOf(view, node)}"><th scope="row"><span${id !== undefined && html` id="${id}"`}>${view.name(node).text}</span> <small class="about">${placeWords(view, place).join(' · ')}</small></th><td><ul class="plain">${users.map((each) => html`<li>${showThing(view, each)}</li>`)}</ul></td><td><code>${place.digest}</code></td></tr>`;
}

const idOf = (view: View, node: Term): string => view.model.address(node)!.fragment!;
