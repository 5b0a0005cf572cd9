import { exit, Failure } from '../failure.ts';

/** An export that lost or gained a triple on the way is never written. */
export const lost = (lines: readonly string[], file: string): Failure =>
  new Failure(
    exit.bug,
    `The export does not give back what its query answered: ${lines.length} triples are lost`,
    {
      file,
      hint: lines[0]
        ? `The first is: ${lines[0]} The frame has to match or embed its subject.`
        : 'It has triples too many.',
    },
  );
