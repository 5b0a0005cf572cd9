import { inLanguage, type Language } from '../graph/language-map.ts';
import { shorten } from '../graph/shorten.ts';
import type { Problem } from '../validate/problem.ts';
import type { Rule } from '../validate/rule.ts';
import { visible } from './visible.ts';
import { say } from './words.ts';

/** The part of an IRI that people know it by; a plain name is left as it is. */
export const localName = (iri: string): string =>
  /^[a-z][a-z0-9+.-]*:\S+$/i.test(iri) ? iri.replace(/[#/:]$/, '').replace(/^.*[#/:]/, '') : iri;

/** An IRI as a prefixed name where a prefix makes one of it, else as Turtle writes it. */
export function nameOf(iri: string, prefixes: ReadonlyMap<string, string>): string {
  const name = shorten(iri, prefixes);
  return name === iri ? `<${iri}>` : name;
}

/** What people call the node that is wrong: its label, else the last part of its IRI. */
export function focusName({ label, focus, finding }: Problem, language: Language): string {
  const name = inLanguage(label, [language]);
  if (name !== undefined) return visible(name);
  switch (finding.focus.termType) {
    case 'BlankNode':
      return say(language, 'nameless');
    case 'NamedNode':
      return visible(localName(focus));
    default:
      return `“${visible(focus)}”`;
  }
}

/** A path with the last parts of its IRIs only. */
export const pathLabel = (path: string): string =>
  visible(
    /^\S+:\/\/[^<>|^ ]+$/.test(path)
      ? localName(path)
      : path.replace(/<([^>]*)>/g, (_, iri) => localName(iri)),
  );

/** The value that is wrong: the last part of an IRI, or a literal in quotation marks. */
export function valueLabel({ value, finding }: Problem, language: Language): string | undefined {
  if (value === undefined) return undefined;
  switch (finding.value?.termType) {
    case 'BlankNode':
      return say(language, 'nameless');
    case 'NamedNode':
      return visible(localName(value));
    default:
      return `“${visible(value.length > longest ? `${value.slice(0, longest)}…` : value)}”`;
  }
}

const longest = 60;

/** What people call a rule: the name that its shape has, else the last part of its IRI. */
export const ruleName = (rule: Pick<Rule, 'id' | 'label'>, language: Language): string =>
  visible(inLanguage(rule.label, [language]) ?? localName(rule.id));

/** Where a problem is, `file:line:column`; empty where it is in no file. */
export const placeOf = ({
  file,
  line,
  column,
}: {
  file?: string | undefined;
  line?: number | undefined;
  column?: number | undefined;
}): string => visible([file, line, column].filter((part) => part !== undefined).join(':'));

/** The message of a problem in a language, as it was written: not made visible yet. */
export const messageOf = ({ message, rule }: Problem, language: Language): string =>
  inLanguage(message, [language]) ?? localName(rule);
