import type { Term } from '@rdfjs/types';
import type { Row } from '../query/engine.ts';
import type { Path } from './path.ts';

/** What a solution of a check, or of a constraint with a query, says is wrong (SHACL §5.3.2). */
export interface Offence {
  readonly focus: Term;
  readonly path: Path | undefined;
  readonly value: Term | undefined;
}

/** Undefined where the solution has no `?this`. */
export function offenceOf({ this: focus, path, value }: Row): Offence | undefined {
  return (
    focus && {
      focus,
      path: path?.termType === 'NamedNode' ? { kind: 'predicate', predicate: path } : undefined,
      value,
    }
  );
}
