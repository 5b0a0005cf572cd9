declare module 'shacl-engine' {
  import type { DatasetCore, Term } from '@rdfjs/types';

  /** A step of a path; one along several predicates is a choice, one that starts at an object is inverse. */
  export interface Step {
    readonly start: 'subject' | 'object';
    readonly predicates: readonly Term[];
  }
  export interface Shape {
    readonly ptr: { readonly term: Term };
    readonly shapeValidator: { validate(context: object): Promise<object> };
    validate(context: object): Promise<object>;
  }
  export interface Result {
    readonly constraintComponent: Term;
    readonly focusNode: { readonly term: Term };
    readonly path: readonly Step[] | null;
    readonly shape: Shape;
    readonly value: { readonly term: Term } | undefined;
  }
  export class Validator {
    constructor(shapes: DatasetCore, options: object);
    shape(pointer: object): Shape | null;
    validate(data: { dataset: DatasetCore }): Promise<{ readonly results: readonly Result[] }>;
  }
}
declare module 'shacl-engine/sparql.js' {
  export const validations: object;
  export const targetResolvers: object;
}
