/** Where something is on the site. */
export interface Address {
  /** Path of the page without language, as `actor/ans-boom`; the start page has the empty one. */
  readonly page: string;
  /** The part of the page. */
  readonly fragment?: string | undefined;
}

/**
 * A rule by which IRIs lead to pages and data. It is written for the path of an IRI below the base, and so that every
 * server can follow it: the groups of the pattern are `$1`, `$2` ….
 */
export interface AddressRule {
  /** A regular expression for the whole path, without `^` and `$`. */
  readonly pattern: string;
  /** The page, as `Address` has it. */
  readonly page: string;
  readonly fragment?: string;
  /** An IRI for which the rule holds, to be tried. */
  readonly example: string;
}

/** The first rule whose pattern fits holds. */
export const addressRules: readonly AddressRule[] = [
  // The places in a text are many and small; they stand together on the page of the text.
  {
    pattern: 'id/report/([^/]+)/(anchor|selector|paragraph|heading)/([^/]+)',
    page: 'report/$1/text',
    fragment: '$2-$3',
    example: 'id/report/an-evening/anchor/10-20',
  },
  // What a version of the ontology says is not kept apart yet.
  { pattern: 'ns(?:/[0-9.]+)?', page: 'ns', example: 'ns' },
  { pattern: 'id/(.+)', page: '$1', example: 'id/actor/ans-boom' },
  { pattern: '((?:graph|term|shapes|dataset)(?:/.+)?)', page: '$1', example: 'term/framing/risk' },
];

const rules = addressRules.map((rule) => ({ ...rule, whole: new RegExp(`^${rule.pattern}$`) }));

/** Where the site shows what an IRI names; undefined where it is not one of the project's. */
export function addressOf(iri: string, base: string): Address | undefined {
  if (!iri.startsWith(base)) return undefined;
  const hash = iri.indexOf('#');
  const path = iri.slice(base.length, hash === -1 ? undefined : hash);
  for (const { whole, page, fragment } of rules) {
    const match = whole.exec(path);
    if (!match) continue;
    const filled = (template: string) =>
      template.replace(/\$(\d)/g, (_, group: string) => match[Number(group)]!);
    if (!isPath(filled(page))) return undefined;
    if (fragment) return { page: filled(page), fragment: filled(fragment) };
    return hash === -1 ? { page: filled(page) } : { page: filled(page), fragment: iri.slice(hash + 1) };
  }
  return undefined;
}

/** Whether a path can be that of a file everywhere: no part that leads elsewhere, no character that a server reads otherwise. */
const isPath = (path: string): boolean =>
  path.split('/').every((part) => /^[\p{L}\p{N}_~+=@.()-]{1,200}$/u.test(part) && !/^\.|\.$/.test(part));

/**
 * The shortest path to a page or file as seen from a page.
 * @param from the folder of the page, with a slash at its end.
 */
export function relativePath(from: string, to: string): string {
  const [steps, target] = [from.split('/').slice(0, -1), to.split('/')];
  let shared = 0;
  while (shared < steps.length && shared < target.length - 1 && steps[shared] === target[shared]) shared++;
  const path = '../'.repeat(steps.length - shared) + target.slice(shared).join('/');
  // A colon would make a scheme of what stands before it.
  return path === '' || /^[^/]*:/.test(path) ? `./${path}` : path;
}
