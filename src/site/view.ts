import type { Literal, Term } from '@rdfjs/types';
import type { Language, LanguageMap, Values } from '../graph/language-map.ts';
import type { AcceptedLinks } from './accepted-links.ts';
import { type Address, relativePath } from './addresses.ts';
import { type Content, html, type Html, safeAddress } from './html.ts';
import type { Model, Text } from './model.ts';
import type { PlaceOf } from './places.ts';
import { termName } from './terms.ts';
import { classWords, graphWords } from './words/classes.ts';
import { propertyWords } from './words/properties.ts';
import { fill, type SentenceKey, sentences } from './words/sentences.ts';

/** What all pages are made from. */
export interface Stage {
  readonly model: Model;
  /** Where an anchor points; undefined for what is none. */
  readonly placeOf: PlaceOf;
  /** The number of a claim in the order of the text of its report. */
  readonly numberOf: (claim: Term) => number | undefined;
  /** What is said of links to other data. */
  readonly links: AcceptedLinks;
}

/** How a page in one language shows things: their names, links to their pages, values as people write them. */
export class View {
  readonly model: Model;
  readonly language: Language;
  readonly placeOf: PlaceOf;
  readonly numberOf: Stage['numberOf'];
  readonly links: AcceptedLinks;
  /** Path of the page's folder from the root of the site, with a slash at its end. */
  readonly #folder: string;

  /** @param page path of the page without language, as `actor/ans-boom`. */
  constructor({ model, placeOf, numberOf, links }: Stage, language: Language, page: string) {
    this.model = model;
    this.placeOf = placeOf;
    this.numberOf = numberOf;
    this.links = links;
    this.language = language;
    this.#folder = folderOf(language, page);
  }

  /** A sentence of the site. */
  say(key: SentenceKey, values?: Values): string {
    return fill(sentences[key], this.language, values);
  }

  /** A sentence of a page's own. */
  tell(sentence: LanguageMap, values?: Values): string {
    return fill(sentence, this.language, values);
  }

  /** The path from this page to another in the same language. */
  href({ page, fragment }: Address, language: Language = this.language): string {
    const path = this.path(folderOf(language, page));
    return fragment === undefined ? path : `${path}#${encodeFragment(fragment)}`;
  }

  /** The path from this page to a file of the site. */
  path(file: string): string {
    return encodeURI(relativePath(this.#folder, file));
  }

  /** A text, marked where it is in another language than the page; the empty one is a language that nobody knows. */
  text({ text, language }: Text): Html | string {
    return language !== undefined && language !== this.language
      ? html`<span lang="${language}">${text}</span>`
      : text;
  }

  /** The name of a thing, without markup; never an IRI. */
  name(node: Term): Text {
    const label = this.model.label(node, this.language);
    if (label) return label;
    const asRead = this.model.address(node) ? undefined : this.links.labelOf(node);
    return asRead === undefined ? { text: this.#nameWithoutLabel(node) } : { text: asRead, language: '' };
  }

  /** What people call a property, and how that reads for what is its value. */
  property(property: Term, side: 'out' | 'into' = 'out'): Text {
    const words = propertyWords[termName(property.value)!]?.[side];
    if (words) return { text: words[this.language]!, language: this.language };
    const name = this.name(property);
    return side === 'out'
      ? name
      : { text: this.say('refersAs', { property: name.text }), language: this.language };
  }

  /** A link to where a thing is shown, with its name; without one where nothing can be linked to. */
  link(node: Term, content?: Content): Html {
    const name = content ?? this.text(this.name(node));
    const address = this.model.address(node);
    if (address) return html`<a href="${this.href(address)}">${name}</a>`;
    const outside = node.termType === 'NamedNode' ? safeAddress(node.value) : undefined;
    return outside ? html`<a href="${outside}">${name}</a>` : html`<span>${name}</span>`;
  }

  /** A value of a property. */
  term(node: Term): Html {
    return node.termType === 'Literal' ? this.literal(node) : this.link(node);
  }

  literal({ value, language, datatype }: Literal): Html {
    if (language) return html`<span lang="${language}">${value}</span>`;
    const type = datatype.value.replace(xsd, '');
    if (type === 'date' && isDate.test(value))
      return html`<time datetime="${value}">${this.date(value)}</time>`;
    if (/^(integer|decimal|double|int|long)$/.test(type) && isNumber.test(value))
      return html`<data value="${value}">${this.number(value)}</data>`;
    if (type === 'boolean' && truths[value] !== undefined)
      return html`<data value="${value}">${this.say(truths[value])}</data>`;
    return isToken.test(value) ? html`<code>${value}</code>` : html`<span>${value}</span>`;
  }

  /** A number as people write it in the language of the page. */
  number(value: string | number): string {
    const [, sign, whole, fraction] = isNumber.exec(String(value)) ?? [];
    if (whole === undefined) return String(value);
    const [group, point] = this.language === 'nl' ? ['.', ','] : [',', '.'];
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
    return `${sign ? '−' : ''}${grouped}${fraction ? point + fraction : ''}`;
  }

  /** A calendar day as people write it. */
  date(value: string): string {
    const [year, month, day] = value.split('-') as [string, string, string];
    return `${Number(day)} ${months[this.language]![Number(month) - 1]} ${year}`;
  }

  #nameWithoutLabel(node: Term): string {
    if (node.termType === 'Literal') return node.value;
    const graph = graphWords[/\/graph\/([^/]+)$/.exec(node.value)?.[1] ?? ''];
    if (graph) return this.tell(graph);
    const place = this.placeOf(node);
    if (place) return this.say('characters', { start: place.start, end: place.end });
    const known = termName(node.value);
    if (known && classWords[known]) return classWords[known][this.language]!;
    if (known && propertyWords[known]?.out) return propertyWords[known].out[this.language]!;
    const amount = this.model.value(node, 'schema:value');
    if (amount)
      return `${this.number(amount.value)} ${this.model.value(node, 'schema:currency')?.value ?? ''}`.trim();
    if (node.termType === 'BlankNode') return this.say('unnamed');
    if (known) return `${words(lastPart(node.value))} (${known.replace(/:.*$/, '')})`;
    return this.model.address(node) ? words(lastPart(node.value)) : hostAndLast(node.value);
  }
}

const folderOf = (language: Language, page: string): string => `${language}/${page && `${page}/`}`;

const xsd = 'http://www.w3.org/2001/XMLSchema#';
const isDate = /^\d{4}-(0[1-9]|1[0-2])-\d\d$/;
const truths: Readonly<Record<string, 'yes' | 'no'>> = { true: 'yes', false: 'no', 1: 'yes', 0: 'no' };
const isNumber = /^([-+])?(\d+)(?:\.(\d+))?$/;
/** A text of one long word for machines, as a digest. */
const isToken = /^[\w:+/=-]{24,}$/;
const months: Readonly<Record<string, readonly string[]>> = {
  nl: 'januari februari maart april mei juni juli augustus september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

/** A fragment as an address has it: what an `id` may hold beside letters is escaped. */
const encodeFragment = (fragment: string): string => encodeURIComponent(fragment);

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const lastPart = (iri: string): string => decoded(/([^/#]*)[/#]?$/.exec(iri)![1]!) || iri;

/** A name made for machines as words: `startDate` and `start-date` are both “start date”. */
const words = (name: string): string =>
  name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/[-_]+/g, ' ')
    .toLowerCase();

/** An address elsewhere, short enough to be read. */
function hostAndLast(iri: string): string {
  if (!URL.canParse(iri)) return iri;
  const { hostname, pathname, search } = new URL(iri);
  const last = decoded(pathname.replace(/\/$/, '').split('/').at(-1)! || search.slice(1));
  const shown = last.length > 48 ? `${last.slice(0, 46)}…` : last;
  return [hostname.replace(/^www\./, '') || iri.slice(0, 48), shown].filter(Boolean).join(' · ');
}
