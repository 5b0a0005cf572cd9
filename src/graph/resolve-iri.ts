import { forbiddenInIri, isAbsolute } from './well-formed.ts';

/**
 * The IRI that a person means who gives it in full, between < and > or without, as a prefixed name, or by its last part where only
 * one of the names has that; undefined where it is none of these.
 */
export function resolveIri(
  value: string,
  prefixes: ReadonlyMap<string, string>,
  names: Iterable<string>,
): string | undefined {
  const [, whole] = /^<([^]*)>$/.exec(value) ?? [];
  if (whole !== undefined) return isIri(whole) ? whole : undefined;
  if (/^(?:urn:|[a-z][a-z\d+.-]*:\/\/)/i.test(value)) return isIri(value) ? value : undefined;
  const [, prefix, local] = /^([^:]*):(.*)$/.exec(value) ?? [];
  const space = prefix === undefined ? undefined : prefixes.get(prefix);
  if (space !== undefined) return isIri(space + local!) ? space + local! : undefined;
  const found = endingIn(value, names);
  return found.length === 1 ? found[0] : undefined;
}

/** The names whose last part, or last parts, are `value`. */
export const endingIn = (value: string, names: Iterable<string>): string[] =>
  value === '' ? [] : [...names].filter((name) => name.endsWith(`/${value}`) || name.endsWith(`#${value}`));

const isIri = (value: string): boolean =>
  isAbsolute(value) && !forbiddenInIri.test(value) && value.isWellFormed();
