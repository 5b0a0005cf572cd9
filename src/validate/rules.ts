import type { Term } from '@rdfjs/types';
import { shacl, termKey, vocabulary } from '../graph/terms.ts';
import type { Loaded } from '../project/load.ts';
import type { Project } from '../project/project.ts';
import { fixedRules } from './fixed-rules.ts';
import { textsOf } from './names.ts';
import { type Path, readPath } from './path.ts';
import type { Rule } from './rule.ts';
import { severityOf } from './problem.ts';

const { rdf, rdfs, sh } = vocabulary;

/** The rules that a project's data is held against. */
export async function readRules(
  project: Project,
  shapes: Loaded,
  { checks }: { checks: boolean },
): Promise<Rule[]> {
  return [...shapeRules(shapes), ...(checks ? await checkRules(project) : []), ...fixedRules];
}

/** Every shape that has an IRI; those without are known by the component that was broken. */
export function shapeRules({ dataset, locator }: Pick<Loaded, 'dataset' | 'locator'>): Rule[] {
  const objects = (subject: Term, predicate: Term) =>
    [...dataset.match(subject, predicate)].map(({ object }) => object);
  const above = new Map<string, Term[]>();
  for (const { subject, object } of dataset.match(null, sh.property)) {
    const key = termKey(object);
    above.set(key, [...(above.get(key) ?? []), subject]);
  }
  /** The shape and all that apply it by way of sh:property. */
  const within = (shape: Term): string[] => {
    const found = new Map([[termKey(shape), shape]]);
    for (const each of found.values())
      for (const parent of above.get(termKey(each)) ?? []) found.set(termKey(parent), parent);
    return [...found.values()].flatMap((each) => (each.termType === 'NamedNode' ? [each.value] : []));
  };
  const named = new Map<string, Term>();
  for (const type of [sh.nodeShape, sh.propertyShape])
    for (const { subject } of dataset.match(null, rdf.type, type)) named.set(termKey(subject), subject);
  for (const { object } of dataset.match(null, sh.property)) named.set(termKey(object), object);
  return [...named.values()].flatMap((shape) => {
    if (shape.termType !== 'NamedNode') return [];
    const constraints = [...dataset.match(shape)].flatMap(({ predicate, object }) =>
      componentOf(predicate, object) || companions.has(predicate.value)
        ? [{ parameter: predicate, value: object }]
        : [],
    );
    const path = objects(shape, sh.path)[0];
    return [
      {
        id: shape.value,
        kind: 'shape' as const,
        severity: severityOf(objects(shape, sh.severity)[0]),
        message: textsOf(dataset, shape, sh.message) ?? {},
        label: textsOf(dataset, shape, sh.name) ?? textsOf(dataset, shape, rdfs.label),
        description: textsOf(dataset, shape, sh.description) ?? textsOf(dataset, shape, rdfs.comment),
        path: path && pathAt(dataset, path),
        constraints,
        components: [
          ...new Set(constraints.flatMap(({ parameter, value }) => componentOf(parameter, value) ?? [])),
        ],
        within: within(shape),
        place: locator.ofNode(shape),
      },
    ];
  });
}

/** A path that is not well formed is not for a rule to report. */
function pathAt(dataset: Loaded['dataset'], node: Term): Path | undefined {
  try {
    return readPath(dataset, node);
  } catch {
    return undefined;
  }
}

async function checkRules(project: Project): Promise<Rule[]> {
  // Loaded only here: without checks, no reader of their headers.
  const { readQueries } = await import('../query/library.ts');
  return (await readQueries(project, 'checks')).map(({ name, file, header }) => ({
    id: name,
    kind: 'check',
    severity: header.severity!,
    message: header.message!,
    label: header.summary,
    description: header.description === undefined ? undefined : { en: header.description.trim() },
    constraints: [],
    components: [`${shacl}SPARQLConstraintComponent`],
    within: [],
    place: { file: file.shown, line: 1 },
  }));
}

/** The component that a parameter belongs to; sh:property passes on what its shape finds. */
function componentOf(parameter: Term, value: Term): string | undefined {
  if (!parameter.value.startsWith(shacl)) return undefined;
  const name = parameter.value.slice(shacl.length);
  if (!parameters.has(name) || (switches.has(name) && value.value === 'false')) return undefined;
  return `${shacl}${name === 'sparql' ? 'SPARQL' : name[0]!.toUpperCase() + name.slice(1)}ConstraintComponent`;
}

const switches: ReadonlySet<string> = new Set(['closed', 'uniqueLang']);

/** The parameters that give their component its name (SHACL §4, §5). */
const parameters: ReadonlySet<string> = new Set(
  `class datatype nodeKind minCount maxCount minExclusive minInclusive maxExclusive maxInclusive minLength
  maxLength pattern languageIn uniqueLang equals disjoint lessThan lessThanOrEquals not and or xone node
  qualifiedMinCount qualifiedMaxCount closed hasValue in sparql`.split(/\s+/),
);

/** The parameters that go with another. */
const companions: ReadonlySet<string> = new Set(
  ['flags', 'ignoredProperties', 'qualifiedValueShape', 'qualifiedValueShapesDisjoint'].map(
    (name) => shacl + name,
  ),
);
