/** What a server answers: a redirection, or that it has nothing. */
export type Response = { readonly status: number; readonly location: string } | { readonly status: 404 };

export interface Request {
  /** The path after the folder of the `.htaccess`, as it stands in the request: with its percent signs, without a query. */
  readonly path: string;
  /** Headers by their names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
}

interface Condition {
  readonly test: string;
  readonly pattern: string;
  readonly flags: readonly string[];
}

interface Rule {
  readonly conditions: readonly Condition[];
  readonly pattern: string;
  readonly substitution: string;
  readonly flags: readonly string[];
  readonly line: number;
}

/**
 * Applies the rules of an `.htaccess` file as Apache 2.4 does (mod_rewrite, in the context of a directory), as far as rules
 * need that redirect by path and by headers.
 * @throws Error with the line where there is a directive, flag or test that this does not know: Apache would answer 500, or
 *   other things than we foresee.
 */
export function resolveAsApache(htaccess: string, { path, headers = {} }: Request): Response {
  const environment = new Map<string, string>();
  const variable = (name: string): string => {
    if (name.startsWith('ENV:')) return environment.get(name.slice(4)) ?? '';
    const header = /^(?:HTTP:|HTTP_)(.+)$/.exec(name)?.[1];
    if (header === undefined) throw new Error(`The variable %{${name}} is not known here`);
    return headers[header.toLowerCase().replaceAll('_', '-')] ?? '';
  };
  // The server resolves percent signs before it looks for a match.
  const subject = decodeURIComponent(path);
  for (const rule of rulesIn(htaccess)) {
    const match = new RegExp(rule.pattern, rule.flags.includes('NC') ? 'i' : '').exec(subject);
    if (!match || !holds(rule.conditions, variable)) continue;
    for (const flag of rule.flags) {
      const [, name, value] = /^E=([^:]+):(.*)$/.exec(flag) ?? [];
      if (name !== undefined) environment.set(name, expand(value!, match, variable));
    }
    const status = rule.flags.flatMap((flag) => /^R=(\d{3})$/.exec(flag)?.[1] ?? [])[0];
    if (rule.substitution === '-') continue;
    if (status === undefined || !rule.flags.includes('L'))
      throw new Error(`Line ${rule.line}: a rule that rewrites without redirecting is not known here`);
    const target = expand(rule.substitution, match, variable);
    return { status: Number(status), location: rule.flags.includes('NE') ? target : escapeUri(target) };
  }
  return { status: 404 };
}

/** Conditions hold together, save that one with OR leaves the choice between itself and the next. */
function holds(conditions: readonly Condition[], variable: (name: string) => string): boolean {
  for (let index = 0; index < conditions.length; index++) {
    const { test, pattern, flags } = conditions[index]!;
    const text = expand(test, undefined, variable);
    const isNegated = pattern.startsWith('!');
    const bare = isNegated ? pattern.slice(1) : pattern;
    const isMet = bare.startsWith('=')
      ? text === bare.slice(1)
      : new RegExp(bare, flags.includes('NC') ? 'i' : '').test(text);
    if (isMet !== isNegated) while (conditions[index]?.flags.includes('OR')) index++;
    else if (!flags.includes('OR')) return false;
  }
  return true;
}

/** A text with its variables and references to what has matched filled in; a backslash takes the meaning of the next sign. */
const expand = (
  text: string,
  match: RegExpExecArray | undefined,
  variable: (name: string) => string,
): string =>
  text.replace(/\\(.)|%\{([^}]+)\}|\$(\d)/gs, (_, sign?: string, name?: string, number?: string) =>
    sign !== undefined ? sign : name !== undefined ? variable(name) : (match?.[Number(number)] ?? ''),
  );

/** Escapes what comes after the host, as Apache does where NE does not forbid it. */
function escapeUri(uri: string): string {
  const [, host, rest] = /^([a-z][a-z0-9+.-]*:\/\/[^/]*)(.*)$/is.exec(uri) ?? [];
  if (host === undefined) throw new Error(`Not an absolute address: ${uri}`);
  const hex = (byte: number) => `%${byte.toString(16).padStart(2, '0')}`;
  const escape = (text: string) =>
    [...Buffer.from(text)]
      .map((byte) =>
        /[A-Za-z0-9$\-_.+!*'(),:;@&=/~]/.test(String.fromCharCode(byte))
          ? String.fromCharCode(byte)
          : hex(byte),
      )
      .join('');
  const [path = '', query] = rest!.split(/\?(.*)/s);
  return host + escape(path) + (query === undefined ? '' : `?${query}`);
}

const ignored = new Set(['options', 'header', 'addtype', '<ifmodule', '</ifmodule>']);

function* rulesIn(htaccess: string): Generator<Rule> {
  let conditions: Condition[] = [];
  let isOn = false;
  for (const [index, text] of htaccess.split('\n').entries()) {
    const line = index + 1;
    const [directive, ...words] = wordsIn(text, line);
    const name = directive?.toLowerCase();
    if (name === undefined || directive!.startsWith('#') || ignored.has(name)) continue;
    const flags = (words[2]?.replace(/^\[|\]$/g, '') ?? '').split(',').filter(Boolean);
    if (name === 'rewriteengine') isOn = words[0]?.toLowerCase() === 'on';
    else if (name === 'rewritecond') {
      known(flags, /^(NC|OR)$/, line);
      conditions.push({ test: words[0]!, pattern: words[1]!, flags });
    } else if (name === 'rewriterule') {
      known(flags, /^(NC|NE|L|R=\d{3}|E=[^:]+:.*)$/, line);
      if (isOn) yield { conditions, pattern: words[0]!, substitution: words[1]!, flags, line };
      conditions = [];
    } else throw new Error(`Line ${line}: the directive ${directive} is not known here`);
  }
}

function known(flags: readonly string[], all: RegExp, line: number): void {
  const strange = flags.find((flag) => !all.test(flag));
  if (strange !== undefined) throw new Error(`Line ${line}: the flag ${strange} is not known here`);
}

/** The words of a line, as Apache reads its configuration: parted by white space outside quotes, two backslashes are one. */
function wordsIn(text: string, line: number): string[] {
  const words: string[] = [];
  for (const [, quoted, bare] of text.matchAll(/"((?:\\.|[^"\\])*)"|(\S+)/g))
    words.push(quoted !== undefined ? quoted.replace(/\\(["\\])/g, '$1') : bare!.replace(/\\\\/g, '\\'));
  if (words[0]?.toLowerCase() === 'rewriterule' && (words.length < 3 || words.length > 4))
    throw new Error(`Line ${line}: RewriteRule takes a pattern, a substitution and flags`);
  return words;
}
