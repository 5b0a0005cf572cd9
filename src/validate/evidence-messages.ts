import type { RecordedText } from '../evidence/anchors.ts';
import type { Drift, Move } from '../evidence/drift.ts';
import type { Range, SourceText } from '../evidence/source-text.ts';
import type { FormChange } from '../evidence/text-form.ts';
import type { LanguageMap } from '../graph/language-map.ts';

/** An offence against the evidence; its rule is one of these names. */
export type EvidenceRule =
  | 'text-changed'
  | 'text-in-other-form'
  | 'anchor-outside-text'
  | 'anchor-changed'
  | 'paragraph-without-evidence';

/** What is wrong, by rule. */
export const evidenceMessages: Readonly<Record<EvidenceRule, LanguageMap>> = {
  'text-changed': {
    nl: 'De tekst is niet meer die waarop de ankers zijn gezet.',
    en: 'The text is no longer the one that the anchors were set on.',
  },
  'text-in-other-form': {
    nl: 'De tekst is die waarop de ankers zijn gezet, maar in een andere vorm opgeslagen.',
    en: 'The text is the one that the anchors were set on, but stored in another form.',
  },
  'anchor-outside-text': {
    nl: 'Het anker wijst buiten de tekst.',
    en: 'The anchor points outside the text.',
  },
  'anchor-changed': {
    nl: 'Op deze plaats staat iets anders dan toen het anker werd gezet.',
    en: 'Something else stands in this place than when the anchor was set.',
  },
  'paragraph-without-evidence': {
    nl: 'Geen bewering of beschrijving berust op deze alinea. Leg vast wat er staat.',
    en: 'No claim or description rests on this paragraph. Record what it says.',
  },
};

const changes: Readonly<Record<FormChange, LanguageMap>> = {
  LF: { nl: 'maak de regeleinden LF', en: 'make the line ends LF' },
  CRLF: { nl: 'maak de regeleinden CRLF', en: 'make the line ends CRLF' },
  NFC: { nl: 'normaliseer naar NFC', en: 'normalise to NFC' },
  NFD: { nl: 'normaliseer naar NFD', en: 'normalise to NFD' },
  'add-byte-order-mark': { nl: 'zet er een byte order mark voor', en: 'put a byte order mark before it' },
  'remove-byte-order-mark': { nl: 'haal de byte order mark weg', en: 'remove the byte order mark' },
};

/** How to make a text the recorded one again. */
export function formHint(form: readonly FormChange[]): LanguageMap {
  const all = (language: 'nl' | 'en') => form.map((change) => changes[change][language]!).join(', ');
  return {
    nl: `Sla de tekst weer op zoals hij was: ${all('nl')}.`,
    en: `Store the text as it was again: ${all('en')}.`,
  };
}

/** What to do with a text that has other words. */
export function textHint({ slug }: RecordedText, source: SourceText, { moves }: Drift): LanguageMap {
  if (moves.length > 0)
    return {
      nl: `Zoek de oude tekst, of zet ${moves.length} ankers opnieuw; meent evidence ${slug} stelt plaatsen voor.`,
      en: `Find the old text, or set ${moves.length} anchors again; meent evidence ${slug} suggests places.`,
    };
  const size = Buffer.byteLength(source.text);
  const record = `schema:sha256 "${source.sha256}" ; schema:contentSize "${size} B"`;
  return {
    nl: `Alle ankers kloppen nog. Is deze tekst de juiste, leg haar dan vast: ${record}.`,
    en: `All anchors still hold. If this text is the right one, record it: ${record}.`,
  };
}

/** Where the words of an anchor stand now. */
export function moveHint({ anchor, places }: Move, { complete }: Drift): LanguageMap {
  const old = placeOf(anchor);
  if (places.length > 0)
    return {
      nl: `Dezelfde woorden: ${old} → ${places.map(placeOf).join(' of ')}. Zet het anker opnieuw.`,
      en: `The same words: ${old} → ${places.map(placeOf).join(' or ')}. Set the anchor again.`,
    };
  return complete
    ? {
        nl: `De woorden van ${old} staan niet meer in de tekst. Zoek de passage en zet het anker met meent anchor.`,
        en: `The words of ${old} are no longer in the text. Look for the passage and set the anchor with meent anchor.`,
      }
    : {
        nl: `Er veranderde te veel om ${old} overal te zoeken. Zoek de passage en zet het anker met meent anchor.`,
        en: `Too much changed to look for ${old} everywhere. Look for the passage and set the anchor with meent anchor.`,
      };
}

/** A passage as the keys of anchors write it. */
export const placeOf = ({ start, end }: Range): string => `${start}-${end}`;
