import type { Term } from '@rdfjs/types';
import { isCovered } from '../../evidence/coverage.ts';
import type { WrittenFile } from '../../export/export-file.ts';
import { inLanguage } from '../../graph/language-map.ts';
import type { Config } from '../../project/config.ts';
import { factsOf, shownTriples } from '../facts.ts';
import { html, type Html, safeAddress } from '../html.ts';
import { linkMap } from '../pictures/link-map.ts';
import { linksTo } from '../pictures/links.ts';
import type { Page } from '../page.ts';
import type { ShownText } from '../places.ts';
import type { Stage, View } from '../view.ts';
import { moreWords } from '../words/more.ts';
import { showIncoming, showOutgoing } from './show-facts.ts';

export interface DataPageOptions {
  readonly path: string;
  /** The data set, where the graph describes it. */
  readonly node: Term;
  readonly config: Config;
  /** The files of the exports, by their paths from the root of the site. */
  readonly files: readonly WrittenFile[];
  readonly texts: readonly ShownText[];
  /** Files with rules for servers. */
  readonly rules: readonly string[];
}

/** The page of the data set: what there is to take, under which licence, how to cite it, and how good it is. */
export function dataPage(stage: Stage, options: DataPageOptions): Page {
  const { model, placeOf } = stage;
  const { path, node, config, files, texts, rules } = options;
  const facts = factsOf(model, placeOf, node);
  const links = linksTo(model);
  const map = linkMap(model);
  const quality = qualityOf(stage, texts);
  const descriptions = files.filter(({ name }) =>
    /\/(void|dcat|schema-org-dataset|manifest)\.\w+$/.test(name),
  );
  const downloads = files.filter((file) => !descriptions.includes(file));
  return {
    path,
    section: path,
    data: facts.out.length > 0 ? shownTriples(model, [facts]) : undefined,
    title: (view) => ({ text: view.tell(moreWords.dataTitle) }),
    description: (view) => nameOf(view, node),
    body: (view) =>
      html`<h1>${view.tell(moreWords.dataTitle)}</h1>
        <p class="lead">${nameOf(view, node)}</p>
        <h2>${view.tell(moreWords.downloads)}</h2>
        ${fileTable(view, downloads)}
        <h2>${view.tell(moreWords.describe)}</h2>
        ${fileTable(view, descriptions)}
        <h2>${view.tell(moreWords.licence)}</h2>
        <p>${licence(view, config)}</p>
        <h2>${view.tell(moreWords.cite)}</h2>
        <p>${citation(view, node)}</p>
        <p>${view.tell(moreWords.citeClaim)}</p>
        <h2>${view.tell(moreWords.quality)}</h2>
        <p>${view.tell(moreWords.qualityText)}</p>
        <table>
          <thead>
            <tr>
              <th scope="col">${view.tell(moreWords.measured)}</th>
              <th scope="col" class="number">${view.tell(moreWords.number)}</th>
              <th scope="col" class="number">${view.tell(moreWords.of)}</th>
            </tr>
          </thead>
          <tbody>
            ${quality.map(
              ([name, number, all]) =>
                html`<tr>
                  <th scope="row">${view.tell(moreWords[name])}</th>
                  <td class="number">${number}</td>
                  <td class="number">${all ?? ''}</td>
                </tr>`,
            )}
          </tbody>
        </table>
        <h2>${view.tell(moreWords.linksTitle)}</h2>
        ${map?.(view)}${links(view)}
        <h2>${view.tell(moreWords.addresses)}</h2>
        <p>${view.tell(moreWords.addressesText, { base: config.base })}</p>
        <ul>
          ${rules.map((each) => html`<li><a href="${view.path(each)}">${each}</a></li>`)}
        </ul>
        <section class="recorded">
          <h2>${view.say('factsOf')}</h2>
          ${showOutgoing(view, facts)}${showIncoming(view, facts.into)}
        </section>`,
  };
}

const nameOf = (view: View, node: Term): string => view.name(node).text;

function fileTable(view: View, files: readonly WrittenFile[]): Html {
  return html`<div class="scroll">
    <table class="wide files">
      <thead>
        <tr>
          <th scope="col">${view.tell(moreWords.file)}</th>
          <th scope="col">${view.tell(moreWords.holds)}</th>
          <th scope="col" class="number">${view.tell(moreWords.bytes)}</th>
          <th scope="col">SHA-256</th>
        </tr>
      </thead>
      <tbody>
        ${files.map(
          ({ name, summary, bytes, sha256, mediaType }) =>
            html`<tr>
              <th scope="row"><a href="${view.path(name)}">${name.replace(/^.*\//, '')}</a></th>
              <td>${inLanguage(summary, [view.language, 'en']) ?? mediaType}</td>
              <td class="number">${view.number(bytes)}</td>
              <td>
                <details>
                  <summary>${sha256.slice(0, 8)}…</summary>
                  <code>${sha256}</code>
                </details>
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function licence(view: View, { licence: iri }: Config): Html {
  const [before, after] = view.tell(moreWords.licenceText, { licence: '\n' }).split('\n');
  const address = iri === undefined ? undefined : safeAddress(iri);
  if (address === undefined) return html`${view.say('notStated')}.`;
  const name = /creativecommons\.org\/licenses\/([a-z-]+)\/([\d.]+)/.exec(address);
  return html`${before}<a href="${address}" rel="license"
      >${name ? `CC ${name[1]!.toUpperCase()} ${name[2]}` : address}</a
    >${after}`;
}

function citation(view: View, node: Term): Html {
  const { model } = view;
  const makers = model.values(node, 'dcterms:creator').map((each) => view.name(each).text);
  const created = model.value(node, 'dcterms:issued') ?? model.value(node, 'dcterms:created');
  const text = view.tell(moreWords.citeText, {
    makers: makers.join(', ') || view.say('notStated'),
    year: created?.value.slice(0, 4) ?? view.say('notStated'),
    title: nameOf(view, node),
    address: '\n',
  });
  const [before, after] = text.split('\n');
  return html`${before}<code>${node.value}</code>${after}`;
}

type Measure = readonly [name: keyof typeof moreWords, number: number, all?: number];

/** How much of the data rests on what, counted. */
function qualityOf({ model, placeOf }: Stage, texts: readonly ShownText[]): Measure[] {
  const claims = model.instances('meent:Claim');
  const having = (test: (claim: Term) => boolean) => claims.filter(test).length;
  const by = (test: (actor: Term) => boolean) =>
    having((claim) => model.values(claim, 'meent:assertedBy').some(test));
  const isNamed = (actor: Term) => model.isA(actor, 'foaf:Person') || model.isA(actor, 'org:Organization');
  const isGroup = (actor: Term) =>
    model.isA(actor, 'foaf:Group') || model.isA(actor, 'meent:StakeholderGroup');
  const anchors = texts.flatMap(({ recorded }) => recorded.anchors);
  const paragraphs = texts.flatMap(({ recorded }) =>
    recorded.paragraphs.map((each) => isCovered(recorded, each)),
  );
  return [
    ['qualityAnchored', having((claim) => model.out(claim, 'meent:anchoredIn').length > 0), claims.length],
    ['qualityNamed', by(isNamed), claims.length],
    ['qualityGroup', by(isGroup), claims.length],
    [
      'qualityNarrator',
      having((claim) =>
        model.values(claim, 'meent:attributionMode').some(({ value }) => value.endsWith('/narrator')),
      ),
      claims.length,
    ],
    ['qualityRead', having((claim) => isRead(model.values(claim, 'adms:status'))), claims.length],
    ['qualityPlaces', anchors.filter(({ node }) => placeOf(node)?.holds).length, anchors.length],
    ['qualityParagraphs', paragraphs.filter(Boolean).length, paragraphs.length],
    ['qualityDiscrepancies', model.instances('meent:Discrepancy').length],
  ];
}

/** Whether a status says that a person has read a record. */
export const isRead = (statuses: readonly Term[]): boolean =>
  statuses.some(({ value }) => value.endsWith('/review/read-by-person'));
