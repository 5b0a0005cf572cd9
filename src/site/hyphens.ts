import type { Language } from '../graph/language-map.ts';

/** A place where a word may be broken, seen only where it is. */
const soft = '\u00ad';
const options = { hyphenChar: soft };
/** Letters that stay together at either end of a word. A word has such places from twelve letters on. */
const least = 4;

/** English in Dutch words, which the patterns of Dutch would break as if it were Dutch; what is between may be broken. */
const borrowed = /(open(?=source)|source|software|online|cloud|framework)/i;

/** What stands as it is: code and data, what cannot be broken, and words of others, which are shown as they were written. */
const verbatim = new Set([
  'blockquote',
  'code',
  'option',
  'pre',
  'script',
  'style',
  'svg',
  'textarea',
  'title',
]);

/** The elements of HTML that have no end. */
const empty = new Set(['br', 'hr', 'img', 'input', 'link', 'meta']);

/** A name or an address, which people copy: it has more than letters between its ends, or a capital inside a word. */
const isName = (token: string): boolean => /[/@_#\\=&]|[:.]\S|\p{Ll}\p{Lu}/u.test(token);

/**
 * Reads the patterns of the languages of the site, for browsers that have none: Chromium on Linux breaks Dutch words
 * anywhere, or not at all.
 * @returns what puts soft hyphens into the long words of a page, each by the language that the page says it is in.
 */
export async function loadHyphens(): Promise<(page: string) => string> {
  const [dutch, english] = [await import('hyphen/nl/index.js'), await import('hyphen/en-gb/index.js')];
  const broken: Readonly<Record<Language, (word: string) => string>> = {
    nl: (word) =>
      word
        .split(borrowed)
        .filter(Boolean)
        .map((part) => (borrowed.test(part) ? part : dutch.default.hyphenateSync(part, options)))
        .join(soft),
    en: (word) => english.default.hyphenateSync(word, options),
  };
  const known = new Map<string, string>();
  const wordIn = (word: string, language: Language): string => {
    const key = `${language} ${word}`;
    let found = known.get(key);
    if (found === undefined) known.set(key, (found = awayFromEnds(broken[language](word))));
    return found;
  };
  const textIn = (text: string, language: Language): string =>
    text.replace(/\S{12,}/g, (token) =>
      isName(token) ? token : token.replace(/\p{L}{12,}/gu, (word) => wordIn(word, language)),
    );
  return (page) => withHyphens(page, textIn);
}

/** A word with those of its soft hyphens that leave enough letters at both ends. */
function awayFromEnds(word: string): string {
  const letters = word.length - (word.match(/\u00ad/g)?.length ?? 0);
  let [before, kept] = [0, ''];
  for (const character of word)
    if (character !== soft) {
      before += character.length;
      kept += character;
    } else if (before >= least && letters - before >= least) kept += soft;
  return kept;
}

/** A page of ours, every `>` of which that is no end of a tag is escaped, with its texts changed. */
function withHyphens(page: string, change: (text: string, language: Language) => string): string {
  /** The languages of the elements that are open; none where texts stay as they are. */
  const open: string[] = [];
  return page.replace(
    /<(\/?)([a-z0-9]*)([^>]*)>|[^<]{12,}/gi,
    (piece, end, name: string, attributes: string) => {
      const within = open.at(-1) ?? '';
      if (name === undefined) return within === 'nl' || within === 'en' ? change(piece, within) : piece;
      if (end) open.pop();
      else if (name !== '' && !empty.has(name) && !attributes.endsWith('/')) {
        const own = attributes.includes('lang="') ? /\slang="([^"]*)"/.exec(attributes)?.[1] : undefined;
        const isKept = within === '' && open.length > 0;
        open.push(isKept || verbatim.has(name) || attributes.includes('id="src"') ? '' : (own ?? within));
      }
      return piece;
    },
  );
}
