import type { LanguageMap } from '../graph/language-map.ts';

/** A pattern as JavaScript takes it. */
export interface Translation {
  readonly source: string;
  readonly flags: string;
}

/** What keeps a pattern from meaning one thing everywhere. */
export class Unportable extends Error {
  override readonly name = 'Unportable';
  readonly piece: string;
  readonly reason: LanguageMap;

  constructor(piece: string, reason: LanguageMap) {
    super(`${piece}: ${reason['en']}`);
    this.piece = piece;
    this.reason = reason;
  }
}

const reasons = {
  flag: { nl: 'alleen de vlaggen i, s en m worden gekend', en: 'only the flags i, s and m are known' },
  nameCharacter: {
    nl: 'namen van XML staan in XPath, niet in JavaScript; schrijf de tekens uit',
    en: 'names of XML are known to XPath, not to JavaScript; write the characters out',
  },
  block: {
    nl: 'blokken van Unicode staan in XPath, niet in JavaScript; schrijf een reeks als [a-z]',
    en: 'blocks of Unicode are known to XPath, not to JavaScript; write a range such as [a-z]',
  },
  category: {
    nl: 'alleen categorieën als \\p{L} en \\p{Nd} betekenen overal hetzelfde',
    en: 'only categories such as \\p{L} and \\p{Nd} mean the same everywhere',
  },
  categoryIgnoringCase: {
    nl: 'een categorie met de vlag i betekent niet overal hetzelfde',
    en: 'a category with the flag i does not mean the same everywhere',
  },
  subtraction: {
    nl: 'aftrekken van tekens staat in XPath, niet in JavaScript; schrijf op wat overblijft',
    en: 'subtracting characters is known to XPath, not to JavaScript; write what is left',
  },
  group: {
    nl: 'vooruit- en terugkijken en groepen met een naam staan in JavaScript, niet in XPath',
    en: 'looking ahead or behind and named groups are known to JavaScript, not to XPath',
  },
  backReference: {
    nl: 'terugverwijzen naar een groep kan niet overal',
    en: 'referring back to a group cannot be done everywhere',
  },
  escape: { nl: 'XPath kent deze schrijfwijze niet', en: 'XPath does not know this escape' },
  bracket: { nl: 'zet er een \\ voor', en: 'put a \\ before it' },
  hyphen: {
    nl: 'zet een streepje voor- of achteraan, of zet er een \\ voor',
    en: 'put a hyphen first or last, or put a \\ before it',
  },
  empty: { nl: 'er staat geen teken in', en: 'there is no character in it' },
  syntax: { nl: 'dit is geen reguliere expressie', en: 'this is not a regular expression' },
} satisfies Record<string, LanguageMap>;

/** The general categories of Unicode that XPath knows; JavaScript knows them too. */
const category = /^(L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|Z[slp]?|S[mcko]?|C[cfon]?)$/;

/** What the letters of XPath stand for, as they stand between brackets in JavaScript, where most stand for less. */
const shorthands: Readonly<Record<string, string>> = {
  d: '\\p{Nd}',
  D: '\\P{Nd}',
  s: ' \\t\\n\\r',
  S: '\\0-\\x08\\x0B\\x0C\\x0E-\\x1F!-\\u{10FFFF}',
  w: '\\p{L}\\p{M}\\p{N}\\p{S}',
  W: '\\p{P}\\p{Z}\\p{C}',
};

/**
 * Translates a pattern of SPARQL's REGEX, which sh:pattern is (SHACL §4.4.3), and which is XPath's
 * (XPath and XQuery Functions and Operators 3.1, §5.6.1), to one of JavaScript that means the same.
 * @throws Unportable with the piece that cannot be, or that only one of the two knows.
 */
export function translate(pattern: string, flags = ''): Translation {
  const unknown = [...flags].find((flag) => !'ism'.includes(flag));
  if (unknown) throw new Unportable(unknown, reasons.flag);
  // Lines end at a line feed only: JavaScript's own m and dot know more ends.
  const anchors = flags.includes('m')
    ? { '^': '(?<![^\\n])(?!(?<=\\n)$)', $: '(?![^\\n])' }
    : { '^': '^', $: '$' };
  const dot = flags.includes('s') ? '.' : '[^\\n\\r]';
  const ignoreCase = flags.includes('i');
  const pieces = pattern.matchAll(
    /\\[pP]\{[^}]*\}?|\\[^]?|\[(?:\\[^]|[^\]\\])*\]?|\(\?<?.?|\{[^}]*\}?|[^]/gu,
  );
  const source = [...pieces].map(([piece]) => {
    if (piece === '^' || piece === '$') return anchors[piece];
    if (piece === '.') return dot;
    if (piece.startsWith('\\')) return escape(piece, ignoreCase, false);
    if (piece.startsWith('[')) return characterClass(piece, ignoreCase);
    if (piece.startsWith('(?') && piece !== '(?:') throw new Unportable(piece, reasons.group);
    if (piece.startsWith('{') ? !/^\{\d+(,\d*)?\}$/.test(piece) : /[\]}]/.test(piece))
      throw new Unportable(piece, reasons.bracket);
    return piece;
  });
  const translation = {
    source: source.join(''),
    flags: `u${ignoreCase ? 'i' : ''}${flags.includes('s') ? 's' : ''}`,
  };
  try {
    new RegExp(translation.source, translation.flags);
  } catch {
    throw new Unportable(pattern, reasons.syntax);
  }
  return translation;
}

/** An escape, as it stands in or outside brackets. */
function escape(piece: string, ignoreCase: boolean, inClass: boolean): string {
  const letter = piece.slice(1);
  if (/^[pP]\{/.test(letter)) {
    if (letter.startsWith('{Is', 1)) throw new Unportable(piece, reasons.block);
    if (!category.test(letter.slice(2, -1))) throw new Unportable(piece, reasons.category);
    if (ignoreCase) throw new Unportable(piece, reasons.categoryIgnoringCase);
    return piece;
  }
  const shorthand = shorthands[letter];
  if (shorthand) return inClass ? shorthand : `[${shorthand}]`;
  if (letter === '-') return inClass ? piece : letter;
  if (letter !== '' && 'nrt\\|.?*+(){}[]^$'.includes(letter)) return piece;
  if (/^[icIC]$/.test(letter)) throw new Unportable(piece, reasons.nameCharacter);
  if (/^[1-9k]$/.test(letter)) throw new Unportable(piece, reasons.backReference);
  throw new Unportable(piece, reasons.escape);
}

/** A set of characters between brackets. */
function characterClass(piece: string, ignoreCase: boolean): string {
  if (!piece.endsWith(']')) throw new Unportable(piece, reasons.bracket);
  const [, not, body] = /^\[(\^?)([^]*)\]$/u.exec(piece) as unknown as [string, string, string];
  if (body === '') throw new Unportable(piece, reasons.empty);
  const parts = [...body.matchAll(/\\[pP]\{[^}]*\}?|\\[^]|[^]/gu)].map(([part]) => part);
  const isOne = (part = '') => /^(\\[^a-zA-Z]|\\[nrt]|[^\\])$/u.test(part);
  let rangeEnd = -1;
  const translated = parts.map((part, index) => {
    if (part === '[')
      throw new Unportable(piece, parts[index - 1] === '-' ? reasons.subtraction : reasons.bracket);
    if (part !== '-') return part.startsWith('\\') ? escape(part, ignoreCase, true) : part;
    if (index === 0 || index === parts.length - 1) return '\\-';
    if (
      index - 1 === rangeEnd ||
      parts[index + 1] === '-' ||
      !isOne(parts[index - 1]) ||
      !isOne(parts[index + 1])
    )
      throw new Unportable(piece, parts[index + 1] === '[' ? reasons.subtraction : reasons.hyphen);
    rangeEnd = index + 1;
    return part;
  });
  return `[${not}${translated.join('')}]`;
}
