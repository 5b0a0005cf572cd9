/** The element with an id; every page that has the script has it. */
export function needed<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`No element #${id}`);
  return found as T;
}

/** An element with attributes and children; text is text, whatever stands in it. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly (string | Node)[] = [],
): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** A part of an address as text; as it is where it is not well-formed. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
