import type { Failure } from '../failure.ts';
import { pairOf } from './decisions.ts';
import { type Ranked, rank, type RankOptions, type Subject } from './rank/rank.ts';
import type { Found, Source } from './source.ts';

/** A candidate that nobody has decided about, with how it was found. */
export interface Proposal extends Ranked {
  readonly subject: Subject;
  readonly source: Pick<Source, 'name' | 'version'>;
  readonly found: Found;
}

/** What came of looking for one thing in one source. */
export interface Looked {
  readonly subject: Subject;
  readonly source: Pick<Source, 'name' | 'version'>;
  readonly proposals: readonly Proposal[];
  /** How many candidates were left out, since something is said of them already. */
  readonly known: number;
  readonly failures: readonly Failure[];
  readonly remarks: readonly string[];
}

export interface ProposeOptions extends Omit<RankOptions, 'weight' | 'askedType'> {
  /** Pairs of which something is said already, rejected ones first of all: they are not proposed again. */
  readonly known: ReadonlySet<string>;
}

/** Looks for things in sources, source by source and thing by thing. Nothing is accepted here: that is for people. */
export async function* propose(
  subjects: readonly Subject[],
  sources: readonly Source[],
  { known, ...options }: ProposeOptions,
): AsyncGenerator<Looked> {
  for (const source of sources) {
    let index = 0;
    for await (const { found, failures, remarks } of source.find(subjects)) {
      const subject = subjects[index++]!;
      const byEntry = new Map(found.map((each) => [each.entry, each]));
      const isKnown = ({ iri }: { iri: string }) => known.has(pairOf(subject.iri, iri));
      const { weight, askedType, name, version } = source;
      // Ranked with what is known, so that a namesake is not recommended because its rival was rejected or accepted.
      const ranked = rank(subject, [...byEntry.keys()], {
        ...options,
        limit: Infinity,
        askedType,
        ...(weight && { weight }),
      });
      const fresh = ranked.filter(({ entry }) => !isKnown(entry));
      yield {
        subject,
        source: { name, version },
        proposals: fresh
          .slice(0, options.limit)
          .map((each) => ({ ...each, subject, source: { name, version }, found: byEntry.get(each.entry)! })),
        known: ranked.length - fresh.length,
        failures,
        remarks,
      };
    }
  }
}
