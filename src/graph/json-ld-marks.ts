import type { Json, JsonNode } from './json.ts';
import { everyValue, valueOf } from './json.ts';
import { expand } from './json-ld.ts';

const mark = '\u0000at ';

/**
 * The expanded form of a document in which each node object carries, as its `@index`, where it stands in
 * the text: RDF has no use for an index, and expansion keeps it. Undefined where that would change what
 * the document says, which the caller's own expansion, without marks, tells.
 */
export async function expandMarked(
  document: JsonNode,
  expanded: Json,
  base: string,
): Promise<Json | undefined> {
  const nodes = markable(document);
  const marked = valueOf(document, (node) => (nodes.has(node) ? [['@index', `${mark}${node.start}`]] : []));
  try {
    const result = await expand(marked, { base });
    return withoutIndex(result) === withoutIndex(expanded) ? result : undefined;
  } catch {
    return undefined;
  }
}

/** Offset of the object that a node of the marked form was made from. */
export function offsetOfNode(node: { readonly [key: string]: Json } | undefined): number | undefined {
  const index = node?.['@index'];
  return typeof index === 'string' && index.startsWith(mark) ? Number(index.slice(mark.length)) : undefined;
}

const withoutIndex = (value: Json): string =>
  JSON.stringify(value, (key, each: Json) => (key === '@index' ? undefined : each));

/** The objects that stand for a node or a value, as far as can be told without expanding them. */
function markable(document: JsonNode): ReadonlySet<JsonNode> {
  const { maps, opaque, indices } = readContexts(document);
  const found = new Set<JsonNode>();
  const visit = (node: JsonNode, isMap: boolean): void => {
    if (node.kind === 'array') return node.items.forEach((item) => visit(item, isMap));
    if (node.kind !== 'object') return;
    if (!isMap && !node.members.some(({ key }) => indices.has(key))) found.add(node);
    for (const { key, node: value } of node.members) if (!opaque.has(key)) visit(value, maps.has(key));
  };
  visit(document, false);
  return found;
}

/** What the contexts of a document, all together, say of keys whose objects are no nodes. */
function readContexts(document: JsonNode) {
  const maps = new Set(['@reverse', '@nest']);
  const opaque = new Set(['@context', '@value']);
  const indices = new Set(['@index']);
  const define = (term: string, keyword: unknown) => {
    if (keyword === '@reverse' || keyword === '@nest') maps.add(term);
    if (keyword === '@value') opaque.add(term);
    if (keyword === '@index') indices.add(term);
  };
  for (const { node, member } of everyValue(document)) {
    if (member?.key !== '@context') continue;
    for (const { node: each, member: definition } of everyValue(node)) {
      if (!definition) continue;
      const { key: term } = definition;
      const value = valueOf(each);
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        define(term, value);
        continue;
      }
      const { '@id': id, '@type': type, '@container': container } = value as Record<string, Json>;
      define(term, id);
      if (type === '@json') opaque.add(term);
      if ([container].flat().some((kind) => /^@(?:language|index|id|type)$/.test(String(kind))))
        maps.add(term);
    }
  }
  return { maps, opaque, indices };
}
