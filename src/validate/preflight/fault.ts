import type { Quad, Term } from '@rdfjs/types';
import type { LanguageMap } from '../../graph/language-map.ts';
import type { Place } from '../../graph/locator.ts';
import type { QuadPart } from '../../graph/positions.ts';
import { iri, shacl } from '../../graph/terms.ts';
import type { Loaded } from '../../project/load.ts';
import { namesOf } from '../names.ts';
import { type Problem, type ProblemKind, problemOf } from '../problem.ts';
import { type Code, hints, messages, mild } from './messages.ts';

/** What fills the gaps of a sentence, the same in each language or not. */
type Values = Readonly<Record<string, string | LanguageMap>>;

/** Something that keeps shapes from being honoured. */
export interface Fault {
  readonly code: Code;
  /** The statement and the part of it that is wrong; the node, where no one statement is; or a whole file. */
  readonly at: Statement | Term | Place;
  readonly values: Values;
  /** How to mend it; without one the fault's own hint, if it has one, counts. */
  readonly hint?: LanguageMap | undefined;
}

interface Statement {
  readonly quad: Quad;
  readonly part: QuadPart;
}

/** What is missing where a file has no shapes. */
const noShape = iri(`${shacl}Shape`);

/** A fault as a problem, with its place in the files. */
export function problemOfFault(
  kind: ProblemKind,
  { code, at, values, hint }: Fault,
  shapes: Loaded,
): Problem {
  const statement = 'quad' in at ? at : undefined;
  const node = nodeOf(at);
  const focus = node ? ownerOf(shapes, node) : noShape;
  const { predicate, object } = statement?.quad ?? {};
  return problemOf(
    {
      kind,
      severity: mild[code] ?? 'violation',
      message: fill(messages[code], values),
      focus,
      path: predicate?.termType === 'NamedNode' ? { kind: 'predicate', predicate } : undefined,
      value: object?.termType === 'BlankNode' ? undefined : object,
      rule: code,
      hint: hint ?? (hints[code] && fill(hints[code], values)),
    },
    namesOf(shapes.dataset, focus),
    placesOfFault(at, shapes),
  );
}

/** The node that a fault is of. */
export function nodeOf(at: Fault['at']): Term | undefined {
  if ('quad' in at) return at.quad.subject;
  return 'termType' in at ? at : undefined;
}

function placesOfFault(at: Fault['at'], { locator }: Loaded): readonly Place[] {
  if ('quad' in at) {
    const { subject, predicate, object } = at.quad;
    return locator.places(at.part, subject, predicate, object);
  }
  if ('termType' in at) return [locator.ofNode(at)].filter((place) => place !== undefined);
  return [at];
}

/** The node with a name that a blank node serves, by whatever way; people know that one. */
function ownerOf({ dataset }: Loaded, node: Term): Term {
  const seen = new Set<string>();
  for (let owner = node; !seen.has(owner.value);) {
    if (owner.termType !== 'BlankNode') return owner;
    seen.add(owner.value);
    const [above] = dataset.match(null, null, owner);
    if (above) owner = above.subject;
  }
  return node;
}

/** A sentence in each of its languages, with its gaps filled in. */
function fill(sentence: LanguageMap, values: Values): LanguageMap {
  return Object.fromEntries(
    Object.entries(sentence).map(([language, text]) => [
      language,
      text.replace(/\{(\w+)\}/g, (_, name: string) => {
        const value = values[name] ?? '';
        return typeof value === 'string' ? value : (value[language] ?? '');
      }),
    ]),
  );
}
