/**
 * The IRI that a person means who gives it in full, as a prefixed name, or by its last part where only
 * one of the names has that; undefined where it is none of these.
 */
export function resolveIri(
  value: string,
  prefixes: ReadonlyMap<string, string>,
  names: Iterable<string>,
): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:\/\/[^\s<>"{}|\\^`]+$/i.test(value)) return value;
  const [, prefix, local] = /^([^:]*):(.*)$/.exec(value) ?? [];
  const space = prefix === undefined ? undefined : prefixes.get(prefix);
  if (space !== undefined) return /[\s<>"{}|\\^`]/.test(local!) ? undefined : space + local;
  const found = endingIn(value, names);
  return found.length === 1 ? found[0] : undefined;
}

/** The names whose last part, or last parts, are `value`. */
export const endingIn = (value: string, names: Iterable<string>): string[] =>
  [...names].filter((name) => name.endsWith(`/${value}`) || name.endsWith(`#${value}`));
