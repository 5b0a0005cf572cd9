import { type Place, placeIn, type ReadDocument } from '../../graph/locator.ts';
import type { QuadPart } from '../../graph/positions.ts';
import { iri, vocabulary } from '../../graph/terms.ts';
import type { Finding } from '../problem.ts';
import { finding } from './finding.ts';
import { checkIri } from './iris.ts';
import type { KnownTerms } from './known-terms.ts';
import { checkLiteral } from './literals.ts';
import { checkNamelessPrefixes, checkPrefixes, prefixUses, type PrefixUse } from './prefixes.ts';
import type { Offence } from './rules.ts';
import { checkTerm } from './unknown-terms.ts';
import { checkWants, type Known, knownIn, type Wanted, wantsOf } from './wants.ts';

/** What the spelling of some documents comes to, before it is known what others say. */
export interface Spelling {
  /** The IRIs with which something is wrong. */
  readonly iris: readonly IriUse[];
  /** Those of them that the documents say the type of. */
  readonly described: readonly string[];
  readonly prefixes: readonly PrefixUse[];
  /** What the documents leave to others to describe. */
  readonly wants: readonly Wanted[];
  /** What they know of what is wanted. */
  readonly known: Known;
  /** What others cannot change. */
  readonly findings: readonly Finding[];
}

/** That of no document. */
export const noSpelling: Spelling = {
  iris: [],
  described: [],
  prefixes: [],
  wants: [],
  known: { described: [], software: [] },
  findings: [],
};

/** What is wrong with an IRI, and the places that have it, each once: the quads of one subject share its token. */
interface IriUse {
  readonly iri: string;
  readonly offences: readonly Offence[];
  readonly places: readonly Place[];
}

/**
 * What is wrong with the spelling of documents that a parser accepts, with the places where it stands:
 * characters that are lost, IRIs that are none, literals without a value, terms that a vocabulary does not have,
 * prefixes at odds, and what the syntax of a document says that its triples do not.
 */
export const lint = (documents: readonly ReadDocument[], known: KnownTerms): Finding[] =>
  sumUp([spellingOf(documents, known)], rankOf(documents));

/** Where each document stands among all, by file. */
export function rankOf(
  documents: readonly Pick<ReadDocument, 'file'>[],
): (place: Pick<Place, 'file'>) => number {
  const ranks = new Map(documents.map(({ file }, rank) => [file, rank]));
  return ({ file }) => ranks.get(file) ?? ranks.size;
}

/**
 * Looks at documents by themselves.
 * @param beside documents of which others look at the spelling, which may want something of these.
 */
export function spellingOf(
  documents: readonly ReadDocument[],
  known: KnownTerms,
  beside: readonly ReadDocument[] = [],
): Spelling {
  const wants = wantsOf(documents);
  const wanted = new Set([...wants, ...wantsOf(beside)].flatMap((each) => each.iris));
  const iris = checkIris(documents, known);
  const inQuestion = new Set(iris.map(({ iri: value }) => value));
  return {
    iris,
    described: inQuestion.size === 0 ? [] : describedIn(documents, inQuestion),
    prefixes: prefixUses(documents),
    wants,
    known: knownIn(documents, wanted),
    findings: [
      ...documents.flatMap(checkLiterals),
      ...checkNamelessPrefixes(documents),
      ...documents.flatMap(checkLosses),
    ],
  };
}

/**
 * What is wrong with the spelling of all documents. Each IRI is one finding a rule, with every place that has it.
 * @param rank where a file stands among all.
 */
export function sumUp(parts: readonly Spelling[], rank: (place: Place) => number): Finding[] {
  const described = new Set(parts.flatMap((part) => part.described));
  const uses = Map.groupBy(
    parts.flatMap((part) => part.iris),
    (use) => use.iri,
  );
  return [
    ...[...uses].flatMap(([value, [first, ...others]]) => {
      const places = [first!, ...others].flatMap((use) => use.places).sort((a, b) => rank(a) - rank(b));
      return first!.offences.flatMap((offence) =>
        // A vocabulary that the documents themselves describe is known better by them.
        offence.rule === 'unknown-term' && described.has(value)
          ? []
          : [finding(offence, { focus: iri(value), places })],
      );
    }),
    ...parts.flatMap((part) => part.findings),
    ...checkWants(
      parts.flatMap((part) => part.wants),
      parts.map((part) => part.known),
    ),
    ...checkPrefixes(
      parts.flatMap((part) => part.prefixes),
      rank,
    ),
  ];
}

/** The IRIs with which something is wrong; each is looked at once. */
function checkIris(documents: readonly ReadDocument[], known: KnownTerms): IriUse[] {
  const uses = new Map<string, { offences: readonly Offence[]; places: Map<string, Place> }>();
  const look = (iri: string, part: QuadPart, number: number, document: ReadDocument): void => {
    let use = uses.get(iri);
    if (!use)
      uses.set(iri, (use = { offences: [...checkIri(iri), ...checkTerm(iri, known)], places: new Map() }));
    if (use.offences.length === 0) return;
    const place = placeIn(document, document.positions.at(number, part));
    use.places.set(`${place.file}:${place.line}:${place.column}`, place);
  };
  for (const document of documents)
    for (const [number, { subject, predicate, object, graph }] of document.quads.entries()) {
      if (subject.termType === 'NamedNode') look(subject.value, 'subject', number, document);
      if (predicate.termType === 'NamedNode') look(predicate.value, 'predicate', number, document);
      if (object.termType === 'NamedNode') look(object.value, 'object', number, document);
      if (object.termType === 'Literal') look(object.datatype.value, 'object', number, document);
      // No place of its own is kept for a graph.
      if (graph.termType === 'NamedNode') look(graph.value, 'subject', number, document);
    }
  return [...uses].flatMap(([value, { offences, places }]) =>
    offences.length > 0 ? [{ iri: value, offences, places: [...places.values()] }] : [],
  );
}

/** Those of some IRIs that documents say the type of. */
function describedIn(documents: readonly ReadDocument[], inQuestion: ReadonlySet<string>): string[] {
  const described = new Set<string>();
  for (const { quads } of documents)
    for (const { subject, predicate } of quads)
      if (inQuestion.has(subject.value) && predicate.equals(vocabulary.rdf.type))
        described.add(subject.value);
  return [...described];
}

function checkLiterals(document: ReadDocument): Finding[] {
  return [...document.quads.entries()].flatMap(([number, { subject, predicate, object }]) => {
    if (object.termType !== 'Literal' || predicate.termType !== 'NamedNode') return [];
    return checkLiteral(object).map((offence) =>
      finding(offence, {
        focus: subject,
        path: { kind: 'predicate', predicate },
        value: object,
        places: [placeIn(document, document.positions.at(number, 'object'))],
      }),
    );
  });
}

const checkLosses = (document: ReadDocument): Finding[] =>
  document.losses.map(({ rule, value, ...position }) =>
    finding({ rule, detail: value }, { focus: iri(document.file), places: [placeIn(document, position)] }),
  );
