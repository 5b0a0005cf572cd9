import { isAlias, LineCounter, parseDocument, visit } from 'yaml';
import type { Position } from './positions.ts';

/** YAML 1.2 that was read; `value` means something only where there is no error. */
export interface Yaml {
  readonly value: unknown;
  readonly error: (Position & { readonly message: string; readonly cause: unknown }) | undefined;
  /** Where a key stands: what it has may begin on the next line. The key above, where there is none of the name. */
  positionOf(keys: readonly string[]): Position;
  /** The first tag, anchor or alias, none of which every reader of YAML can be expected to know. */
  firstMark(): Position | undefined;
}

/**
 * Reads YAML 1.2.
 * @param scalars `typed`: numbers and booleans are read as such; `text`: everything is text, as it is written.
 */
export function readYaml(text: string, scalars: 'typed' | 'text' = 'typed'): Yaml {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, schema: scalars === 'text' ? 'failsafe' : 'core' });
  const at = (offset: number): Position => {
    const { line, col } = lineCounter.linePos(offset);
    return { line, column: col };
  };
  const [error] = document.errors;
  return {
    value: error ? undefined : document.toJS(),
    error: error && {
      message: error.message.replace(/ at line [^]*/, ''),
      line: error.linePos?.[0].line ?? 1,
      column: error.linePos?.[0].col ?? 1,
      cause: error,
    },
    positionOf(keys) {
      let position: Position = { line: 1, column: 1 };
      let node: unknown = document.contents;
      for (const key of keys) {
        const { items = [] } = (node ?? {}) as { items?: readonly { key?: unknown; value?: unknown }[] };
        const pairs = items.flatMap((item) =>
          'key' in item ? [item] : ((item as { items?: typeof items }).items ?? []),
        );
        const pair = pairs.find((each) => String(each.key) === key);
        const range = (pair?.key as { range?: readonly number[] } | undefined)?.range;
        if (!pair || !range) return position;
        position = at(range[0]!);
        node = pair.value;
      }
      return position;
    },
    firstMark() {
      let found: Position | undefined;
      visit(document, {
        Node: (_, node) => {
          if (!isAlias(node) && node.anchor === undefined && node.tag === undefined) return undefined;
          found = at(node.range?.[0] ?? 0);
          return visit.BREAK;
        },
      });
      return found;
    },
  };
}
