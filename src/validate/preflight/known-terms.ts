import { shacl } from '../../graph/terms.ts';

/** Who looks at a term of SHACL: the Core engine, the SPARQL engine, whoever runs custom components, or nobody. */
export type Support = 'core' | 'sparql' | 'components' | 'nobody';

/** What a run is able to honour beside SHACL Core. */
export interface Honouring {
  /** Whether `sh:sparql` and SPARQL targets are evaluated. */
  readonly sparql: boolean;
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Predicates that say which nodes a shape looks at (SHACL §2.1.3). */
export const targetPredicates = words('targetClass targetNode targetSubjectsOf targetObjectsOf');

/** Parameters of the Core constraint components (SHACL §4). */
export const coreParameters = words(`
  class datatype nodeKind minCount maxCount minExclusive minInclusive maxExclusive maxInclusive
  minLength maxLength pattern flags languageIn uniqueLang equals disjoint lessThan lessThanOrEquals
  not and or xone node property qualifiedValueShape qualifiedValueShapesDisjoint qualifiedMinCount
  qualifiedMaxCount closed ignoredProperties hasValue in`);

/** What a shape may say that demands nothing of its nodes. */
export const descriptions = words(`
  name description order group defaultValue message severity deactivated path prefixes declare`);

/**
 * Predicates and classes of the SHACL namespace, by who looks at them. A term that asks for nothing
 * by itself, since it only serves another that does, counts as Core.
 */
const terms: Readonly<Record<Support, readonly string[]>> = {
  core: [
    ...targetPredicates,
    ...coreParameters,
    ...descriptions,
    ...words(`
      Shape NodeShape PropertyShape PropertyGroup Severity NodeKind
      inversePath alternativePath zeroOrMorePath oneOrMorePath zeroOrOnePath
      PrefixDeclaration prefix namespace suggestedShapesGraph
      ValidationReport ValidationResult AbstractResult conforms result detail focusNode value
      resultPath resultMessage resultSeverity sourceShape sourceConstraint sourceConstraintComponent
      shapesGraphWellFormed`),
    // What serves sh:sparql and sh:target
    ...words(`
      SPARQLConstraint SPARQLExecutable SPARQLSelectExecutable SPARQLAskExecutable select ask
      Target TargetType SPARQLTarget SPARQLTargetType labelTemplate`),
    // What serves custom components
    ...words(
      'Parameterizable Parameter parameter optional Validator validator nodeValidator propertyValidator',
    ),
    // What serves rules, functions, node expressions, annotations and JavaScript
    ...words(`
      condition construct subject predicate object SPARQLConstructExecutable SPARQLUpdateExecutable update
      returnType this nodes filterShape union intersection minus exists if then else count distinct
      groupConcat separator max min sum limit offset orderBy desc
      ResultAnnotation resultAnnotation annotationProperty annotationValue annotationVarName
      JSExecutable JSLibrary jsLibrary jsLibraryURL jsFunctionName`),
    // What only describes, in SHACL 1.2
    ...words('agentInstruction codeIdentifier intent'),
  ],
  sparql: words('sparql target'),
  components: words('ConstraintComponent SPARQLAskValidator SPARQLSelectValidator'),
  nobody: [
    // SHACL §1.5 and §2.2: a processor that does not support these is to say so
    ...words('entailment shapesGraph'),
    // SHACL Advanced Features and SHACL JavaScript Extensions
    ...words(`
      expression rule values Rule TripleRule SPARQLRule Function SPARQLFunction
      js JSConstraint JSFunction JSRule JSTarget JSTargetType JSValidator`),
    // SHACL 1.2, drafts
    ...words(`
      reifierShape reificationRequired minListLength maxListLength memberShape uniqueMembers singleLine
      someValue rootClass subsetOf targetWhere nodeByExpression shape ShapeClass conformanceDisallows`),
  ],
};

const support: ReadonlyMap<string, Support> = new Map(
  Object.entries(terms).flatMap(([by, names]) => names.map((name) => [name, by as Support] as const)),
);

/** Every term that is known, without its namespace. */
export const knownTerms: readonly string[] = [...support.keys()];

/** Who looks at a term, given without its namespace; undefined where SHACL has no such predicate or class. */
export const supportOf = (name: string): Support | undefined => support.get(name);

/** Whether what a term asks for is done. */
export const isHonoured = (by: Support, { sparql }: Honouring): boolean =>
  by === 'core' || (by === 'sparql' && sparql);

/** A term of the SHACL namespace without that namespace; undefined for any other IRI. */
export const shaclName = (iri: string): string | undefined =>
  iri.startsWith(shacl) ? iri.slice(shacl.length) : undefined;
