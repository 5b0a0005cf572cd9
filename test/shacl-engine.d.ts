declare module 'shacl-engine' {
  import type { DatasetCore, Term } from '@rdfjs/types';
  export class Validator {
    constructor(shapes: DatasetCore, options: object);
    validate(data: { dataset: DatasetCore }): Promise<{
      results: { focusNode: { term: Term }; value: { term: Term }; shape: { ptr: { term: Term } } }[];
    }>;
  }
}
declare module 'shacl-engine/sparql.js' {
  export const validations: object;
  export const targetResolvers: object;
}
