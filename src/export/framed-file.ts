import type { Quad } from '@rdfjs/types';
import { canonicalNQuads, codePointOrder, lineOf } from '../graph/canonical.ts';
import type { LanguageMap } from '../graph/language-map.ts';
import { ahead } from './ahead.ts';
import type { ExportFile } from './export-file.ts';
import { type FramedForm, framedText } from './framed-text.ts';
import type { Framed, FramingJob } from './framing.ts';
import { lost } from './lost.ts';
import type { Scribe } from './scribe.ts';
import type { Part } from './split.ts';

/** The answer of an export query. */
export interface Answered extends Pick<FramingJob, 'context' | 'frame' | 'file'> {
  readonly name: string;
  /** What it holds, for people. */
  readonly summary?: LanguageMap | undefined;
  readonly quads: readonly Quad[];
}

export type Framer = Pick<Scribe, 'frame'>;

export interface Sizes {
  /** From how many quads on an answer is framed in parts. */
  readonly worthParts: number;
  /** From how many quads on a part is large enough. */
  readonly part: number;
}

const usualSizes: Sizes = { worthParts: 10_000, part: 2000 };

/** How many parts are on their way at once: enough to keep a thread busy, few enough to hold. */
const partsAhead = 4;

/**
 * An answer as a file, framed as a whole where it is small, else in parts; it is begun at once.
 * @throws Failure 3 where the frame cannot be used, 70 where the text would not give back the answer.
 */
export async function framedFile(
  answer: Answered,
  form: FramedForm,
  framer: Framer,
  sizes = usualSizes,
): Promise<ExportFile> {
  const { name, summary, quads, context, frame, file } = answer;
  // What few answers need is not loaded for all.
  const parts =
    quads.length < sizes.worthParts
      ? undefined
      : await (await import('./split.ts')).split(quads, context, frame, sizes.part);
  const job = { form, context, frame, file };
  const texts = parts
    ? inParts(parts, answer, (part) => framer.frame({ ...job, ...part }))
    : ahead([wholeText(quads, (nquads) => framer.frame({ ...job, nquads }))].values(), 1);
  return {
    name: `${name}.${form}`,
    summary,
    triples: quads.length,
    pieces: framedText(texts, form, context),
  };
}

const wholeText = async (quads: readonly Quad[], frame: (nquads: string) => Promise<Framed>) =>
  (await frame(await canonicalNQuads(quads))).text;

async function* inParts(
  parts: Iterable<Part>,
  { quads, file }: Answered,
  frame: (part: Pick<Part, 'roots' | 'nquads'>) => Promise<Framed>,
): AsyncGenerator<string> {
  const isGivenBack = new Uint8Array(quads.length);
  const framed = function* () {
    for (const { roots, nquads, numbers } of parts)
      yield frame({ roots, nquads }).then(({ text, absent }) => {
        const missing = new Set(absent);
        for (const [line, number] of numbers.entries()) if (!missing.has(line)) isGivenBack[number] = 1;
        return text;
      });
  };
  yield* ahead(framed(), partsAhead);
  const missing = quads.filter((_, number) => !isGivenBack[number]).map((quad) => lineOf(quad).trimEnd());
  if (missing.length > 0) throw lost(codePointOrder(missing), file);
}
