/** An IRI as a prefixed name, where a prefix makes one of it that needs no escapes; else the IRI itself. */
export function shorten(iri: string, prefixes: ReadonlyMap<string, string>): string {
  for (const [prefix, space] of prefixes)
    if (iri.startsWith(space) && /^[\w-]+$/.test(iri.slice(space.length)))
      return `${prefix}:${iri.slice(space.length)}`;
  return iri;
}
