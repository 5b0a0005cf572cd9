import { iri } from '../../graph/terms.ts';

const shacl = (name: string) => iri(`http://www.w3.org/ns/shacl#${name}`);

/** Terms of SHACL that only its SPARQL part needs, and of the shapes that lead to other shapes. */
export const sh = {
  sparql: shacl('sparql'),
  select: shacl('select'),
  ask: shacl('ask'),
  prefixes: shacl('prefixes'),
  declare: shacl('declare'),
  prefix: shacl('prefix'),
  namespace: shacl('namespace'),
  message: shacl('message'),
  severity: shacl('severity'),
  labelTemplate: shacl('labelTemplate'),
  target: shacl('target'),
  SPARQLTarget: shacl('SPARQLTarget'),
  SPARQLTargetType: shacl('SPARQLTargetType'),
  ConstraintComponent: shacl('ConstraintComponent'),
  SPARQLConstraintComponent: shacl('SPARQLConstraintComponent'),
  NodeConstraintComponent: shacl('NodeConstraintComponent'),
  AndConstraintComponent: shacl('AndConstraintComponent'),
  parameter: shacl('parameter'),
  optional: shacl('optional'),
  nodeValidator: shacl('nodeValidator'),
  propertyValidator: shacl('propertyValidator'),
  validator: shacl('validator'),
  property: shacl('property'),
  node: shacl('node'),
  and: shacl('and'),
  or: shacl('or'),
  xone: shacl('xone'),
  not: shacl('not'),
  qualifiedValueShape: shacl('qualifiedValueShape'),
} as const;

export const owlImports = iri('http://www.w3.org/2002/07/owl#imports');
