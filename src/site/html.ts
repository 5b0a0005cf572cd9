/** Markup that needs no more escaping. Only `html` makes it, so that no text becomes markup unseen. */
export class Html {
  readonly text: string;

  /** @param text markup that is well-formed by itself. */
  private constructor(text: string) {
    this.text = text;
  }

  /** Markup from a template of ours and values that were escaped. */
  static of(text: string): Html {
    return new Html(text);
  }

  toString(): string {
    return this.text;
  }
}

/** What can stand in a template; nothing is shown of `undefined` and `false`. */
export type Content = Html | string | number | undefined | false | readonly Content[];

/**
 * Markup: what the template says, with its values escaped unless they are markup themselves. Values stand between
 * tags or in quoted attributes; an address comes from `safeAddress` or from the site's own paths.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
  let parts = templates.get(strings);
  if (!parts) templates.set(strings, (parts = strings.map(compact)));
  let text = parts[0]!;
  for (const [index, value] of values.entries()) text += asMarkup(value) + parts[index + 1]!;
  return Html.of(text);
}

const templates = new WeakMap<TemplateStringsArray, readonly string[]>();

/** A template's own text: how it is laid out over lines in the source says nothing. */
const compact = (text: string): string =>
  text.replace(/\s*\n\s*/g, '\n').replace(/\n?( ?\/?>)/g, (_, end: string) => end.trim());

/** Markup one after another. */
export const join = (parts: readonly Content[], between: Content = ''): Html =>
  Html.of(parts.map(asMarkup).join(asMarkup(between)));

function asMarkup(value: Content): string {
  if (value === undefined || value === false) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'string') return escape(value);
  if (typeof value === 'number') return String(value);
  return value.map(asMarkup).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for HTML; a character that no HTML may hold (HTML §13.1.4) becomes a replacement character. */
export const escape = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"']/g, (character) => entities[character]!);

/** JSON for a script element: no text in it can end the element or open another. */
export const jsonForScript = (value: unknown): Html =>
  Html.of(JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, unicodeEscape));

const unicodeEscape = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** An IRI that a page may link to: one of the web, whatever data says. */
export function safeAddress(iri: string): string | undefined {
  const url = URL.canParse(iri) ? new URL(iri) : undefined;
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : undefined;
}
