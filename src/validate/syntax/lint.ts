import type { NamedNode, Quad } from '@rdfjs/types';
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

interface Use {
  readonly part: QuadPart;
  readonly iri: NamedNode;
}

/** The IRIs of a quad, each with the part of it that stands where the IRI does. */
function irisOf({ subject, predicate, object, graph }: Quad): Use[] {
  const uses: Use[] = [];
  if (subject.termType === 'NamedNode') uses.push({ part: 'subject', iri: subject });
  if (predicate.termType === 'NamedNode') uses.push({ part: 'predicate', iri: predicate });
  if (object.termType === 'NamedNode') uses.push({ part: 'object', iri: object });
  if (object.termType === 'Literal') uses.push({ part: 'object', iri: object.datatype });
  if (graph.termType === 'NamedNode') uses.push({ part: 'subject', iri: graph });
  return uses;
}

/** Each IRI is looked at once, and is one finding a rule with every place that has it. */
function checkIris(documents: readonly ReadDocument[], known: KnownTerms): Finding[] {
  const described = new Set(
    documents.flatMap(({ quads }) =>
      quads
        .filter(({ predicate }) => predicate.equals(vocabulary.rdf.type))
        .map(({ subject }) => subject.value),
    ),
  );
  const found = new Map<string, { offences: readonly Offence[]; places: Map<string, Place> }>();
  for (const document of documents)
    for (const [number, quad] of document.quads.entries())
      for (const { part, iri } of irisOf(quad)) {
        let use = found.get(iri.value);
        if (!use) {
          // A vocabulary that the documents themselves describe is known better by them.
          const unknown = described.has(iri.value) ? [] : checkTerm(iri.value, known);
          found.set(iri.value, (use = { offences: [...checkIri(iri.value), ...unknown], places: new Map() }));
        }
        if (use.offences.length === 0) continue;
        const place = placeIn(document, document.positions.at(number, part));
        // The quads of one subject share its token.
        use.places.set(`${place.file}:${place.line}:${place.column}`, place);
      }
  return [...found].flatMap(([value, { offences, places }]) =>
    offences.map((offence) => finding(offence, { focus: iri(value), places: [...places.values()] })),
  );
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
