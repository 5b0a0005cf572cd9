/** A part of a query that is shown in one way. */
export interface Part {
  readonly kind: 'comment' | 'iri' | 'string' | 'variable' | 'keyword' | 'name' | 'number' | 'plain';
  readonly text: string;
}

const keywords =
  'ABS ADD ALL AS ASC ASK AVG BASE BIND BNODE BOUND BY CEIL COALESCE CONCAT CONSTRUCT CONTAINS COUNT DATATYPE DAY DESC DESCRIBE DISTINCT ENCODE_FOR_URI EXISTS FALSE FILTER FLOOR FROM GRAPH GROUP GROUP_CONCAT HAVING HOURS IF IN IRI ISBLANK ISIRI ISLITERAL ISNUMERIC ISURI LANG LANGMATCHES LCASE LIMIT MAX MD5 MIN MINUS MINUTES MONTH NAMED NOT NOW OFFSET OPTIONAL ORDER PREFIX RAND REDUCED REGEX REPLACE ROUND SAMETERM SAMPLE SECONDS SELECT SEPARATOR SERVICE SHA1 SHA256 SHA384 SHA512 SILENT STR STRAFTER STRBEFORE STRDT STRENDS STRLANG STRLEN STRSTARTS STRUUID SUBSTR SUM TIMEZONE TRUE TZ UCASE UNDEF UNION URI UUID VALUES WHERE YEAR';
const known = new Set(keywords.split(' '));

// Tokens of SPARQL 1.1 §19.8, roughly: what is wrong is shown too, as it stands.
const tokens =
  /(?<comment>#[^\n\r]*)|(?<iri><[^\s<>"{}|^`\\]*>)|(?<string>"""(?:[^"\\]|\\[^]|""?(?!"))*"""|'''(?:[^'\\]|\\[^]|''?(?!'))*'''|"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*')|(?<variable>[?$][\p{L}\p{N}_]+)|(?<name>(?:[\p{L}][\p{L}\p{N}_.-]*)?:[\p{L}\p{N}_.%-]*[\p{L}\p{N}_%-]|(?:[\p{L}][\p{L}\p{N}_-]*)?:|@[a-zA-Z]+(?:-[a-zA-Z0-9]+)*)|(?<number>[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?<word>[\p{L}_][\p{L}\p{N}_]*)/gu;

/** A query in parts; their texts one after another are the query. */
export function highlight(sparql: string): Part[] {
  const parts: Part[] = [];
  const add = (kind: Part['kind'], text: string) => {
    const last = parts.at(-1);
    if (text === '') return;
    if (last?.kind === 'plain' && kind === 'plain')
      parts[parts.length - 1] = { kind, text: last.text + text };
    else parts.push({ kind, text });
  };
  let at = 0;
  for (const { 0: text, groups, index } of sparql.matchAll(tokens)) {
    add('plain', sparql.slice(at, index));
    const [kind] = Object.entries(groups!).find(([, value]) => value !== undefined)!;
    const isKeyword = known.has(text.toUpperCase()) || text === 'a';
    add(kind === 'word' ? (isKeyword ? 'keyword' : 'plain') : (kind as Part['kind']), text);
    at = index + text.length;
  }
  add('plain', sparql.slice(at));
  return parts;
}

/** The parts of each line. */
export function inLines(parts: readonly Part[]): Part[][] {
  const lines: Part[][] = [[]];
  for (const { kind, text } of parts)
    for (const [index, piece] of text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (piece) lines.at(-1)!.push({ kind, text: piece });
    }
  return lines;
}
