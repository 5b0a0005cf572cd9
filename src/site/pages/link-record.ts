import type { Quad } from '@rdfjs/types';
import { iri } from '../../graph/terms.ts';
import type { LinkRecord } from '../accepted-links.ts';
import { type Content, html, type Html, join } from '../html.ts';
import type { View } from '../view.ts';
import { justificationWords, linkWords } from '../words/links.ts';

/** Where a link was read, how sure it is and how it came to be, and who has looked at it; nothing of what is no link. */
export function linkRecord(view: View, quad: Quad, rules: readonly string[]): Html | false {
  const record = view.links.of(quad);
  if (!record) return false;
  const { confidence, justification } = record;
  const how = justification === undefined ? undefined : justificationWords[justification];
  const about = [
    placeOf(view, record, quad),
    confidence !== undefined && view.tell(linkWords.confidence, { confidence: view.number(confidence) }),
    how && view.tell(how),
  ].filter((each) => typeof each === 'string');
  return html` <small class="about">${about.join(' · ')}</small>
    <small class="about">${checked(view, record, rules)}</small>`;
}

/** Whoever keeps what is linked to, by the name of their place on the web. */
function placeOf(view: View, { source, version }: LinkRecord, { subject, object }: Quad): string {
  const other = view.model.address(object) ? subject : object;
  const address = [source, other.value].find((each) => each !== undefined && URL.canParse(each));
  const host = address === undefined ? other.value : new URL(address).host.replace(/^www\./, '');
  return version === undefined ? host : view.tell(linkWords.sourceVersion, { host, version });
}

/** The rules that stand in for people in some links, where none have looked. */
export const rulesOf = (view: View, quads: readonly Quad[]): string[] => [
  ...new Set(quads.flatMap((quad) => ruleOf(view.links.of(quad)) ?? [])),
];

const ruleOf = (record: LinkRecord | undefined): string | undefined =>
  record && record.people.length === 0 ? record.rule : undefined;

function checked(view: View, record: LinkRecord, rules: readonly string[]): Content {
  const { people, isReviewed, reviewDate } = record;
  if (people.length === 0) {
    const number = rules.indexOf(ruleOf(record) ?? '') + 1;
    return rules.length > 1 && number > 0
      ? view.tell(linkWords.byRuleNumber, { number })
      : view.tell(linkWords.byRule);
  }
  const sentence = !isReviewed ? 'madeBy' : reviewDate === undefined ? 'reviewedBy' : 'reviewedOn';
  const date = reviewDate === undefined ? '' : view.date(reviewDate);
  const [before, after] = view.tell(linkWords[sentence], { people: '\n', date }).split('\n');
  return html`${before}${join(
    people.map((each) => personLink(view, each)),
    ', ',
  )}${after}`;
}

const personLink = (view: View, person: string): Content =>
  URL.canParse(person) ? view.link(iri(person)) : person;

/** The rules that links were accepted by, in the words of whoever made them: in which language, nobody says. */
export function showRules(view: View, rules: readonly string[]): Html | false {
  if (rules.length === 0) return false;
  const words = rules.map((rule) => html`<span lang="">${rule}</span>`);
  return html`<details>
    <summary>${view.tell(rules.length > 1 ? linkWords.rules : linkWords.rule)}</summary>
    ${
      words.length > 1
        ? html`<ol>
            ${words.map((each) => html`<li>${each}</li>`)}
          </ol>`
        : html`<p>${words}</p>`
    }
  </details>`;
}
