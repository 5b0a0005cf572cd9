import type { NamedNode, Term } from '@rdfjs/types';
import { vocabulary } from '../../graph/terms.ts';
import type { Binding } from '../../query/algebra.ts';
import type { Graph } from '../path.ts';
import { withSubclasses } from '../targets.ts';
import { type Constraint, messagesOf, pathOfShape, prebound } from './constraint.ts';
import { readQuery } from './query.ts';
import { Refusal } from './refusal.ts';
import { sh } from './terms.ts';

/** A parameter of a constraint component or of a target type (SHACL §6.2.1). */
export interface Parameter {
  /** The property that gives it a value. */
  readonly property: NamedNode;
  /** The variable that takes the value: the last part of the property's IRI. */
  readonly variable: string;
  readonly optional: boolean;
}

/** A constraint component of the shapes' own (SHACL §6.2). */
export interface Component {
  readonly node: Term;
  readonly parameters: readonly Parameter[];
}

/** The constraint components that a shapes graph declares; those of SHACL itself are left to the Core engine. */
export function readComponents(shapes: Graph): Component[] {
  return withSubclasses(shapes, sh.ConstraintComponent)
    .flatMap((type) => [...shapes.match(null, vocabulary.rdf.type, type)].map(({ subject }) => subject))
    .filter((node) => !node.value.startsWith('http://www.w3.org/ns/shacl#'))
    .map((node) => ({ node, parameters: readParameters(shapes, node) }))
    .filter(({ parameters }) => parameters.some(({ optional }) => !optional));
}

export function readParameters(shapes: Graph, node: Term): Parameter[] {
  return [...shapes.match(node, sh.parameter)].flatMap(({ object }) => {
    const property = [...shapes.match(object, vocabulary.sh.path)][0]?.object;
    if (property?.termType !== 'NamedNode') return [];
    const optional = [...shapes.match(object, sh.optional)].some(({ object: { value } }) => value === 'true');
    return [{ property, variable: property.value.replace(/^.*[#/:]/, ''), optional }];
  });
}

/** The nodes that give every parameter a value that a component cannot do without. */
export function usersOf(shapes: Graph, { parameters }: Component): Term[] {
  const [first, ...others] = parameters.filter(({ optional }) => !optional).map(({ property }) => property);
  const users = [...shapes.match(null, first)].map(({ subject }) => subject);
  return [...new Map(users.map((user) => [user.value, user])).values()].filter((user) =>
    others.every((property) => [...shapes.match(user, property)].length > 0),
  );
}

/**
 * What a component demands of a shape (SHACL §6.3): one constraint, or one for each value of its only parameter.
 * @throws Refusal where the component cannot be honoured for this shape.
 */
export async function readComponentConstraints(
  shapes: Graph,
  component: Component,
  shape: Term,
): Promise<Constraint[]> {
  const path = pathOfShape(shapes, shape);
  const { validator, form } = findValidator(
    shapes,
    component,
    path ? sh.propertyValidator : sh.nodeValidator,
  );
  const names = component.parameters.map(({ variable }) => variable);
  const query = await readQuery(shapes, validator, {
    form,
    prebound: [...prebound, ...(form === 'ask' ? ['value'] : []), ...names],
    path: form === 'select' ? path : undefined,
  });
  const messages = [
    messagesOf(shapes, validator),
    messagesOf(shapes, component.node),
    messagesOf(shapes, component.node, sh.labelTemplate),
  ].find((texts) => texts.length > 0);
  return parameterValues(shapes, component.parameters, shape).map((parameters) => ({
    shape,
    path,
    component: component.node,
    query,
    parameters,
    messages: messages ?? [],
  }));
}

/** The SELECT for a shape of this sort, else the ASK for any (SHACL §6.2.3). */
function findValidator(shapes: Graph, { node }: Component, property: Term) {
  const query = (predicate: Term, form: 'select' | 'ask') =>
    [...shapes.match(node, predicate)]
      .map(({ object }) => object)
      .find((validator) => [...shapes.match(validator, sh[form])].length > 0);
  const special = query(property, 'select');
  if (special) return { validator: special, form: 'select' as const };
  const general = query(sh.validator, 'ask');
  if (general) return { validator: general, form: 'ask' as const };
  throw new Refusal(node, {
    nl: 'Deze component heeft geen SPARQL-validator voor dit soort shape.',
    en: 'This component has no SPARQL validator for this sort of shape.',
  });
}

/**
 * The values that a node gives to parameters: one row, or one for each value of the only parameter.
 * @throws Refusal where one of several parameters has more than one value.
 */
export function parameterValues(shapes: Graph, parameters: readonly Parameter[], node: Term): Binding[] {
  const given = parameters.map(({ variable, property }) => ({
    variable,
    values: [...shapes.match(node, property)].map(({ object }) => object),
  }));
  const [only, another] = given;
  if (only && !another) return only.values.map((value) => ({ [only.variable]: value }));
  const double = given.find(({ values }) => values.length > 1);
  if (double)
    throw new Refusal(node, {
      nl: `De parameter ${double.variable} heeft meer dan één waarde.`,
      en: `The parameter ${double.variable} has more than one value.`,
    });
  return [
    Object.fromEntries(
      given.flatMap(({ variable, values }) => values.map((value) => [variable, value] as const)),
    ),
  ];
}
