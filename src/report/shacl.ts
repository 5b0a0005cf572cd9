import type { BlankNode, NamedNode, Quad, Term } from '@rdfjs/types';
import { blankNode, iri, literal, quad, shacl, vocabulary } from '../graph/terms.ts';
import type { Path } from '../validate/path.ts';
import type { Problem, ProblemKind, Severity } from '../validate/problem.ts';
import { BlankNames } from './blank-names.ts';
import type { Report } from './report.ts';

const { rdf, rdfs } = vocabulary;
const sh = (name: string): NamedNode => iri(shacl + name);
const xsd = (name: string): NamedNode => iri(`http://www.w3.org/2001/XMLSchema#${name}`);
const identifier = iri('http://purl.org/dc/terms/identifier');
/** For what SHACL has no component for: each sort of problem has one of ours (`ontology/components.ttl`). */
export const ownComponent = (kind: ProblemKind): NamedNode =>
  iri(`https://w3id.org/meent/shapes#${kind[0]!.toUpperCase()}${kind.slice(1)}ConstraintComponent`);

/** Prefixes for reading a validation report. */
export const reportPrefixes: ReadonlyMap<string, string> = new Map([
  ['dcterms', 'http://purl.org/dc/terms/'],
  ['rdf', rdf.type.value.replace(/type$/, '')],
  ['rdfs', rdfs.label.value.replace(/label$/, '')],
  ['sh', shacl],
  ['xsd', xsd('').value],
]);

const severities: Readonly<Record<Severity, string>> = {
  violation: 'Violation',
  warning: 'Warning',
  info: 'Info',
};

/**
 * A report as a SHACL validation report (SHACL §3.6), its root the first subject. Checks are results of the
 * component for SPARQL and, like offences against evidence, say their name as dcterms:identifier. Blank
 * nodes are named by their order in the report, so that the same report has the same bytes.
 */
export function asShacl({ validation, incomplete }: Report): Quad[] {
  const { problems } = validation;
  const report = blankNode('report');
  const width = String(problems.length).length;
  const conforms = problems.length === 0 && incomplete === undefined;
  const names = { node: new BlankNames('node'), shape: new BlankNames('shape') };
  return [
    quad(report, rdf.type, sh('ValidationReport')),
    quad(report, sh('conforms'), literal(String(conforms), xsd('boolean'))),
    ...Object.entries(incomplete ?? {}).map(([tag, text]) => quad(report, rdfs.comment, literal(text, tag))),
    ...problems.flatMap((problem, index) => {
      const result = blankNode(`result${String(index + 1).padStart(width, '0')}`);
      return [quad(report, sh('result'), result), ...resultQuads(result, problem, names)];
    }),
  ];
}

function resultQuads(
  result: BlankNode,
  { finding, severity, message, rule, kind }: Problem,
  names: { node: BlankNames; shape: BlankNames },
): Quad[] {
  const { focus, path, value, shape, component } = finding;
  const found: Quad[] = [];
  const say = (predicate: NamedNode, object: Term) =>
    found.push(quad(result, predicate, object as NamedNode));
  say(rdf.type, sh('ValidationResult'));
  say(sh('focusNode'), names.node.of(focus));
  if (path) say(sh('resultPath'), pathNode(path, `${result.value}path`, found));
  if (value) say(sh('value'), names.node.of(value));
  say(sh('resultSeverity'), sh(severities[severity]));
  for (const [tag, text] of Object.entries(message)) say(sh('resultMessage'), literal(text, tag));
  if (kind === 'check') say(sh('sourceConstraintComponent'), sh('SPARQLConstraintComponent'));
  else say(sh('sourceConstraintComponent'), component === undefined ? ownComponent(kind) : iri(component));
  if (shape) say(sh('sourceShape'), names.shape.of(shape));
  else say(identifier, literal(rule));
  return found;
}

const repeats = { '*': 'zeroOrMorePath', '+': 'oneOrMorePath', '?': 'zeroOrOnePath' } as const;

/** Writes a path as a shape states it (SHACL §2.3.1) and gives its node. */
function pathNode(path: Path, name: string, into: Quad[]): NamedNode | BlankNode {
  if (path.kind === 'predicate') return path.predicate;
  if (path.kind === 'sequence') return listNode(path.paths, name, into);
  const node = blankNode(name);
  const below = `${name}1`;
  switch (path.kind) {
    case 'inverse':
      into.push(quad(node, sh('inversePath'), pathNode(path.path, below, into)));
      break;
    case 'alternative':
      into.push(quad(node, sh('alternativePath'), listNode(path.paths, below, into)));
      break;
    case 'repeat':
      into.push(quad(node, sh(repeats[path.mark]), pathNode(path.path, below, into)));
  }
  return node;
}

function listNode(paths: readonly Path[], name: string, into: Quad[]): BlankNode {
  const cells = paths.map((_, index) => blankNode(`${name}c${index + 1}`));
  for (const [index, path] of paths.entries()) {
    const cell = cells[index]!;
    into.push(quad(cell, rdf.first, pathNode(path, `${cell.value}v`, into)));
    into.push(quad(cell, rdf.rest, cells[index + 1] ?? rdf.nil));
  }
  return cells[0]!;
}
