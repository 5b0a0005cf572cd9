import type { Quad, Term } from '@rdfjs/types';
import type { Language } from '../graph/language-map.ts';
import { termKey } from '../graph/terms.ts';
import type { Passage, Rewording } from './claims.ts';
import type { Difference } from './difference.ts';
import { Names } from './names.ts';
import { tell } from './words.ts';

/** A line that says what came or went. */
export interface ChangeLine {
  readonly sign: '+' | '-';
  readonly text: string;
}

/** Something that has changed, with what changed about it; a sign of its own where it came or went itself. */
export interface Item {
  readonly sign?: '+' | '-' | undefined;
  readonly name: string;
  readonly lines: readonly ChangeLine[];
}

/** A part of a difference as people read it. */
export interface Section {
  readonly title: string;
  readonly items: readonly Item[];
  /** How many more there are that are not shown. */
  readonly more: number;
}

/** How many things of the last section are shown where not all are asked for. */
const shownOfOthers = 20;

/** A difference in parts, in a language: claims first, then values, then what else differs, thing by thing. */
export function sectionsOf(difference: Difference, language: Language, all: boolean): Section[] {
  const { claims, values, others } = difference;
  const names = new Names(difference);
  const name = (term: Term) => names.of(term, language);
  const section = (key: Parameters<typeof tell>[1], items: readonly Item[], most = Infinity): Section => ({
    title: tell(language, key),
    items: items.slice(0, most),
    more: Math.max(0, items.length - most),
  });
  const times = Map.groupBy([...claims.added, ...claims.withdrawn], name);
  // A claim that has got another key says the same as the one that is gone.
  const tellingName = (claim: Term) =>
    times.get(name(claim))!.length > 1 ? `${name(claim)} (${keyOf(claim)})` : name(claim);
  const came = (sign: '+' | '-') => (claim: Term) => ({ sign, name: tellingName(claim), lines: [] });
  const othersShown = all ? Infinity : shownOfOthers;
  return [
    section('added', claims.added.map(came('+'))),
    section('withdrawn', claims.withdrawn.map(came('-'))),
    section(
      'reworded',
      claims.reworded.map(({ claim, rewordings }) => ({
        name: keyOf(claim),
        lines: rewordings.flatMap((rewording) => rewordingLines(rewording, language)),
      })),
    ),
    section(
      'moved',
      claims.moved.map(({ claim, before, after }) => ({
        name: name(claim),
        lines: lines(before, after, (passage) => passageText(passage, names, language)),
      })),
    ),
    section(
      'values',
      bySubject(values.lost, values.gained, ({ subject }) => subject).map(({ subject, lost, gained }) => ({
        name: name(subject),
        lines: lines(lost, gained, ({ property, value }) => `${name(property)}: ${name(value)}`),
      })),
    ),
    section(
      'others',
      bySubject<Quad>(others.removed, others.added, ({ subject }) => subject).map(
        ({ subject, lost, gained }) => ({
          name: name(subject),
          lines: lines(lost, gained, ({ predicate, object }) => `${name(predicate)}: ${name(object)}`),
        }),
      ),
      othersShown,
    ),
  ].filter(({ items }) => items.length > 0);
}

/** What has changed, in one line for a changelog; what did not is left out. */
export function summaryOf({ claims, values, triples }: Difference, language: Language): string {
  const counts = [
    ['claimsAdded', claims.added],
    ['claimsWithdrawn', claims.withdrawn],
    ['claimsReworded', claims.reworded],
    ['claimsMoved', claims.moved],
    ['valuesGained', values.gained],
    ['valuesLost', values.lost],
  ] as const;
  const told = counts.flatMap(([key, found]) =>
    found.length > 0 ? [tell(language, key, { count: found.length })] : [],
  );
  const { added, removed } = triples;
  if (added.length + removed.length === 0) return tell(language, 'same');
  const inTriples = tell(language, 'triples', { added: added.length, removed: removed.length });
  return `${[...told, inTriples].join(', ')}.`;
}

/** The last part of a claim's IRI: what it said and says stands below it. */
const keyOf = (claim: Term): string => /[^/#]*$/.exec(claim.value)![0] || claim.value;

const rewordingLines = ({ language: tag, before, after }: Rewording, language: Language): ChangeLine[] =>
  lines(before, after, (text) => `${tag || tell(language, 'untagged')}: ${text}`);

function passageText({ text, start, end }: Passage, names: Names, language: Language): string {
  if (text === undefined || start === undefined || end === undefined) return tell(language, 'nowhere');
  return tell(language, 'passage', { start, end, text: names.of(text, language) });
}

const lines = <Thing>(
  gone: readonly Thing[],
  come: readonly Thing[],
  textOf: (thing: Thing) => string,
): ChangeLine[] => [
  ...gone.map((thing) => ({ sign: '-' as const, text: textOf(thing) })),
  ...come.map((thing) => ({ sign: '+' as const, text: textOf(thing) })),
];

interface OfSubject<Thing> {
  readonly subject: Term;
  readonly lost: readonly Thing[];
  readonly gained: readonly Thing[];
}

/** What is lost and gained, by what it is said of, in the order of that. */
function bySubject<Thing>(
  lost: readonly Thing[],
  gained: readonly Thing[],
  subjectOf: (thing: Thing) => Term,
): OfSubject<Thing>[] {
  const found = new Map<string, { subject: Term; lost: Thing[]; gained: Thing[] }>();
  for (const side of ['lost', 'gained'] as const)
    for (const thing of side === 'lost' ? lost : gained) {
      const subject = subjectOf(thing);
      const key = termKey(subject);
      const known = found.get(key) ?? { subject, lost: [], gained: [] };
      known[side].push(thing);
      found.set(key, known);
    }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}
