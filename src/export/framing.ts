import { exit, Failure } from '../failure.ts';
import { canonicalForm } from '../graph/canonical.ts';
import { quadsOf } from '../graph/json-ld.ts';
import { documentOf, type FramedForm, partOf } from './framed-text.ts';
import { type ContextDocument, frameCanonical } from './json-ld.ts';
import { lost } from './lost.ts';

/** The answer of an export query, or a part of it, that is to become a file or a part of one. */
export interface FramingJob {
  /** The quads in their canonical form. */
  readonly nquads: string;
  readonly form: FramedForm;
  readonly context: ContextDocument;
  readonly frame?: object | undefined;
  /** The nodes that stand side by side in this part; then the quads are those and what stands about them. */
  readonly roots?: readonly string[] | undefined;
  /** The file that is to blame if it fails: the frame, else the query. */
  readonly file: string;
}

export interface Framed {
  readonly text: string;
  /** The lines of the quads, counted from 0, that the text does not give back, where it is a part. */
  readonly absent: readonly number[];
}

/**
 * The text of an export or a part of it, read back before anybody sees it.
 * @throws Failure 3 where the frame cannot be used, 70 where a triple was gained or, of a whole answer, lost.
 */
export async function frameAndReadBack(job: FramingJob): Promise<Framed> {
  const { nquads, form, context, frame, roots, file } = job;
  const nodes = await frameCanonical(nquads, context, { frame, roots }).catch((cause: Error) => {
    const refused = refusalIn(cause);
    if (refused) throw new Failure(refused.code, refused.message, { file, hint: refused.hint, cause });
    throw new Failure(exit.unreadable, `Cannot be framed: ${cause.message}`, { file, cause });
  });
  const text = partOf(nodes, form);
  const found = await canonicalForm(await quadsOf(documentOf(text, form, context)));
  if (found === nquads) return { text, absent: [] };
  const given = new Set(linesOf(found));
  const expected = linesOf(nquads);
  const absent = [...expected.keys()].filter((number) => !given.has(expected[number]!));
  if (!roots || given.size > expected.length - absent.length)
    throw lost(
      absent.map((number) => expected[number]!),
      file,
    );
  return { text, absent };
}

/** A refusal of ours, which the processor wraps in an error of its own. */
const refusalIn = (error: Error & { details?: { cause?: unknown } }): Failure | undefined =>
  [error, error.details?.cause].find((each) => each instanceof Failure);

const linesOf = (nquads: string): string[] => nquads.split('\n').filter(Boolean);
