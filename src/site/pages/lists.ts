import type { Term } from '@rdfjs/types';
import { inOrder, sortKey } from '../facts.ts';
import { html, type Html } from '../html.ts';
import type { Page } from '../page.ts';
import { type TermName, term } from '../terms.ts';
import type { Stage, View } from '../view.ts';
import { pageWords } from '../words/pages.ts';
import type { SentenceKey } from '../words/sentences.ts';

interface ListOf {
  readonly path: string;
  readonly name: SentenceKey;
  readonly text: keyof typeof pageWords;
  readonly type: TermName;
  /** What is counted of each thing, and what that is called. */
  readonly counts: readonly (readonly [TermName, keyof typeof pageWords])[];
}

/** The lists of things of one sort. */
const lists: readonly ListOf[] = [
  {
    path: 'actor',
    name: 'actors',
    text: 'actorList',
    type: 'meent:Actor',
    counts: [
      ['meent:assertedBy', 'claimsMade'],
      ['schema:about', 'mentions'],
    ],
  },
  {
    path: 'value',
    name: 'valuesList',
    text: 'valueList',
    type: 'meent:Value',
    counts: [['meent:invokesValue', 'claimsMade']],
  },
  {
    path: 'initiative',
    name: 'initiatives',
    text: 'initiativeList',
    type: 'meent:Initiative',
    counts: [['schema:about', 'mentions']],
  },
  {
    path: 'commons',
    name: 'commonsList',
    text: 'commonsListText',
    type: 'meent:Commons',
    counts: [['schema:about', 'mentions']],
  },
  {
    path: 'document',
    name: 'documents',
    text: 'documentList',
    type: 'schema:CreativeWork',
    counts: [['cito:citesAsEvidence', 'mentions']],
  },
];

/** The pages that list things of one sort; of some sort there may be none. */
export const listPages = (stage: Stage): Page[] =>
  lists.map((list): Page => {
    const { model, placeOf } = stage;
    const things = inOrder(model.instances(list.type), (node) => sortKey(model, placeOf, node));
    return {
      path: list.path,
      section: list.path,
      title: (view) => ({ text: view.say(list.name) }),
      description: (view) => view.tell(pageWords[list.text]),
      data: namesAndTypes(stage, things, list.type),
      body: (view) =>
        html`<h1>${view.say(list.name)} <span class="count">${things.length}</span></h1>
          <p class="lead">${view.tell(pageWords[list.text])}</p>
          ${list.type === 'meent:Actor' ? actorGroups(view, things, list) : table(view, things, list)}`,
    };
  });

/** What a list says of the things in it. */
export const namesAndTypes = ({ model }: Stage, things: readonly Term[], type: TermName) => {
  const quads = things.flatMap((node) => [
    ...model.triples.find(node, term('rdf:type'), term(type)),
    ...model.out(node, 'skos:prefLabel'),
    ...model.out(node, 'rdfs:label'),
  ]);
  return quads.length > 0 ? quads : undefined;
};

function actorGroups(view: View, things: readonly Term[], list: ListOf): Html {
  const { model } = view;
  const people = things.filter((node) => model.isA(node, 'foaf:Person'));
  const organisations = things.filter((node) => model.isA(node, 'org:Organization'));
  const groups = things.filter((node) => !people.includes(node) && !organisations.includes(node));
  return html`${(
    [
      ['people', people],
      ['organisations', organisations],
      ['groups', groups],
    ] as const
  ).map(
    ([name, some]) =>
      some.length > 0 &&
      html`<h2>${view.tell(pageWords[name])}</h2>
        ${table(view, some, list)}`,
  )}`;
}

function table(view: View, things: readonly Term[], { name, counts }: ListOf): Html {
  return html`<div class="scroll">
      <table class="wide">
        <thead>
          <tr>
            <th scope="col">${view.tell(pageWords.name)}</th>
            ${counts.map(([, word]) => html`<th scope="col" class="number">${view.tell(pageWords[word])}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${things.map(
            (node) =>
              html`<tr>
                <th scope="row">${view.link(node)}</th>
                ${counts.map(([property]) => html`<td class="number">${view.model.into(node, property).length || '·'}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${things.length === 0 && html`<p>${view.say(name)}: ${view.say('notStated')}.</p>`}`;
}
