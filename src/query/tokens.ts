/** A variable as it stands in a query. */
export interface Mention {
  /** Without question mark or dollar sign. */
  readonly variable: string;
  /** Line, counted from 1. */
  readonly line: number;
}

// What could hide a variable – strings, IRIs, comments – or is one (SPARQL 1.1 §19.8).
const tokens =
  /"""(?:[^"\\]|\\[^]|""?(?!"))*"""|'''(?:[^'\\]|\\[^]|''?(?!'))*'''|"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*'|<[^\u0000-\u0020<>"{}|^`\\]*>|#[^\n\r]*|[?$](?<variable>[\p{L}\p{N}_][\p{L}\p{N}\p{M}_]*)/gu;

/** The variables of a query, each where it stands first; comments, strings and IRIs have none. */
export function variablesOf(sparql: string): Mention[] {
  const found = new Map<string, Mention>();
  for (const { groups, index } of sparql.matchAll(tokens)) {
    const variable = groups?.['variable'];
    if (variable !== undefined && !found.has(variable))
      found.set(variable, { variable, line: sparql.slice(0, index).split('\n').length });
  }
  return [...found.values()];
}

/** The prefixes that a query declares. */
export function prefixesOf(sparql: string): Map<string, string> {
  const code = sparql.replace(tokens, (token) => (/^["'#]/.test(token) ? ' ' : token));
  const declarations = code.matchAll(/\bPREFIX\s+([^\s:]*):\s*<([^<>]*)>/gi);
  return new Map([...declarations].map(([, prefix, namespace]) => [prefix!, namespace!]));
}

/**
 * A query with values of variables in its text, where a person can change them: at the beginning of what is asked for,
 * and of each sub-select, which sees nothing of what stands around it.
 * @param values terms as SPARQL writes them, by variable.
 */
export function withValues(sparql: string, values: ReadonlyMap<string, string>): string {
  if (values.size === 0) return sparql;
  // What is hidden keeps its length, so that places stay what they are.
  const code = sparql.replace(tokens, (token) => ' '.repeat(token.length));
  const groups = [...code.matchAll(/\bWHERE\s*\{/gi)];
  const starts = groups.length > 0 ? groups : [...code.matchAll(/\{/g)].slice(0, 1);
  let [text, at] = ['', 0];
  for (const { 0: start, index } of starts) {
    const end = index + start.length;
    const indent = /(?:^|\n)( *)[^\n]*$/.exec(sparql.slice(0, end))?.[1] ?? '';
    const lines = [...values].map(([variable, term]) => `\n${indent}  VALUES ?${variable} { ${term} }`);
    text += sparql.slice(at, end) + lines.join('');
    at = end;
  }
  return text + sparql.slice(at);
}
