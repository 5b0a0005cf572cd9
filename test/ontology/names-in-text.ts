/** What a text in Turtle, TriG or SPARQL names, without its comments and strings. */
export interface Names {
  /** In the order in which they are declared. */
  readonly prefixes: readonly (readonly [prefix: string, iri: string])[];
  /** The prefixes that a name of the text has. */
  readonly used: ReadonlySet<string>;
  /** The IRIs of those names, and those written in full. */
  readonly iris: ReadonlySet<string>;
}

const token =
  /"""[^]*?"""|'''[^]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|(?<declaration>@?prefix\s+(?<declared>[\w-]*):\s*<(?<namespace>[^<>]*)>)|(?<base>@?base\s+<[^<>]*>)|<(?<full>[^<>\s"{}|^`\\]*)>|#.*|(?<![\w?$-])(?<prefix>(?:[A-Za-z][\w-]*)?):(?<local>(?:[\w%-]|\\.|\.(?=[\w%-]))*)/gi;

export function namesIn(text: string): Names {
  const prefixes: [string, string][] = [];
  const used = new Set<string>();
  const iris = new Set<string>();
  for (const { groups = {} } of text.matchAll(token)) {
    if (groups['declaration']) prefixes.push([groups['declared']!, groups['namespace']!]);
    else if (groups['full']) iris.add(groups['full']);
    else if (groups['prefix'] !== undefined) {
      used.add(groups['prefix']);
      const namespace = prefixes.find(([prefix]) => prefix === groups['prefix'])?.[1];
      if (namespace !== undefined) iris.add(namespace + groups['local']!.replaceAll('\\', ''));
    }
  }
  return { prefixes, used, iris };
}
