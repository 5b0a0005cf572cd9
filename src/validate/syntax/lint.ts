import { type Place, placeIn, type ReadDocument } from '../../graph/locator.ts';
import type { QuadPart } from '../../graph/positions.ts';
import { iri, vocabulary } from '../../graph/terms.ts';
import type { Finding } from '../problem.ts';
import { finding } from './finding.ts';
import { checkIri } from './iris.ts';
import type { KnownTerms } from './known-terms.ts';
import { checkLiteral } from './literals.ts';
import { checkPrefixes } from './prefixes.ts';
import type { Offence } from './rules.ts';
import { checkTerm } from './unknown-terms.ts';

/**
 * What is wrong with the spelling of documents that a parser accepts, with the places where it stands:
 * characters that are lost, IRIs that are none, literals without a value, terms that a vocabulary does not have,
 * prefixes at odds, and what the syntax of a document says that its triples do not.
 */
export const lint = (documents: readonly ReadDocument[], known: KnownTerms): Finding[] => [
  ...checkIris(documents, known),
  ...documents.flatMap(checkLiterals),
  ...checkPrefixes(documents),
  ...documents.flatMap(checkLosses),
];

/** What is wrong with an IRI, and the places that have it, each once: the quads of one subject share its token. */
interface Use {
  readonly offences: readonly Offence[];
  readonly places: Map<string, Place>;
}

/** Each IRI is looked at once, and is one finding a rule with every place that has it. */
function checkIris(documents: readonly ReadDocument[], known: KnownTerms): Finding[] {
  const described = describedIn(documents);
  const uses = new Map<string, Use>();
  const look = (iri: string, part: QuadPart, number: number, document: ReadDocument): void => {
    let use = uses.get(iri);
    if (!use) {
      // A vocabulary that the documents themselves describe is known better by them.
      const unknown = described.has(iri) ? [] : checkTerm(iri, known);
      uses.set(iri, (use = { offences: [...checkIri(iri), ...unknown], places: new Map() }));
    }
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
    offences.map((offence) => finding(offence, { focus: iri(value), places: [...places.values()] })),
  );
}

/** What documents say the type of. */
function describedIn(documents: readonly ReadDocument[]): ReadonlySet<string> {
  const described = new Set<string>();
  for (const { quads } of documents)
    for (const { subject, predicate } of quads)
      if (predicate.value === vocabulary.rdf.type.value) described.add(subject.value);
  return described;
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
