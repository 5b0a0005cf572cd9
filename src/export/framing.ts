import { exit, Failure } from '../failure.ts';
import { canonicalJsonLd, type ContextDocument, frameCanonical } from './json-ld.ts';

/** The answer of an export query that is to become a file. */
export interface FramingJob {
  /** The answer in its canonical form. */
  readonly nquads: string;
  readonly context: ContextDocument;
  readonly frame?: object;
  /** The file that is to blame if it fails: the frame, else the query. */
  readonly file: string;
}

/**
 * The text of an export, read back before anybody sees it.
 * @throws Failure 3 where the frame cannot be used, 70 where a triple was lost or gained.
 */
export async function frameAndReadBack({ nquads, context, frame, file }: FramingJob): Promise<string> {
  const text = await frameCanonical(nquads, context, frame).catch((cause: Error) => {
    if (cause instanceof Failure) throw cause;
    throw new Failure(exit.unreadable, `Cannot be framed: ${cause.message}`, { file, cause });
  });
  await readBack(text, nquads, file);
  return text;
}

/** An export that lost or gained a triple on the way is never written. */
async function readBack(text: string, expected: string, file: string): Promise<void> {
  const found = await canonicalJsonLd(text);
  if (found === expected) return;
  const lines = new Set(found.split('\n'));
  const lost = expected.split('\n').filter((line) => line && !lines.has(line));
  throw new Failure(
    exit.bug,
    `The export does not give back what its query answered: ${lost.length} triples are lost`,
    {
      file,
      hint: lost[0]
        ? `The first is: ${lost[0]} The frame has to match or embed its subject.`
        : 'It has triples too many.',
    },
  );
}
