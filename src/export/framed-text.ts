import type { Json } from '../graph/json.ts';
import type { ContextDocument } from './json-ld.ts';

/** JSON-LD: one document; JSON Lines: a node a line, with the context in a file of its own. */
export type FramedForm = 'jsonld' | 'jsonl';

/** Some nodes as they stand in a file, without what stands before, between and after such parts. */
export const partOf = (nodes: readonly Json[], form: FramedForm): string =>
  nodes
    .map((node) =>
      form === 'jsonl' ? JSON.stringify(node) : JSON.stringify(node, null, 2).replace(/^/gm, '    '),
    )
    .join(form === 'jsonl' ? '\n' : ',\n');

/** The text of a file from its parts, in pieces: the same as that of all nodes at once. */
export async function* framedText(
  parts: Iterable<string> | AsyncIterable<string>,
  form: FramedForm,
  context: ContextDocument,
): AsyncGenerator<string> {
  const [before, between, after] = form === 'jsonl' ? ['', '', '\n'] : [opening(context), ',\n', ''];
  let isFirst = true;
  for await (const part of parts) {
    if (part === '') continue;
    yield (isFirst ? before && `${before}\n` : between) + part + after;
    isFirst = false;
  }
  if (form === 'jsonld') yield isFirst ? `${before}]\n}\n` : '\n  ]\n}\n';
}

/** The document that a part of a file says by itself, with the context. */
export const documentOf = (part: string, form: FramedForm, context: ContextDocument): Json => ({
  ...(context as { '@context': Json }),
  '@graph': JSON.parse(`[${form === 'jsonl' ? part.replaceAll('\n', ',') : part}]`) as Json,
});

/** A document up to where its nodes begin. */
const opening = (context: ContextDocument): string =>
  JSON.stringify({ ...context, '@graph': [] }, null, 2).slice(0, -']\n}'.length);
