import { Worker } from 'node:worker_threads';
import { failureFrom, type PlainFailure } from '../failure.ts';
import { packQuads, type PackedQuads } from '../graph/packed.ts';
import { threadEntry } from '../package.ts';
import type { Loaded } from '../project/load.ts';
import type { ExportFile } from './export-file.ts';
import type { ExportFormat } from './formats.ts';
import type { Framed, FramingJob } from './framing.ts';
import type { OwnFiles, OwnNames } from './own-terms.ts';
import { ownScribe } from './own-scribe.ts';
import type { PublishedTerms, Scribe } from './scribe.ts';

/** What the thread is asked to do. */
export interface Jobs {
  readonly frame: { readonly job: FramingJob; readonly made: Framed };
  readonly dump: {
    readonly job: {
      readonly quads: PackedQuads;
      readonly prefixes: ReadonlyMap<string, string>;
      readonly formats: readonly ExportFormat[];
    };
    readonly made: readonly WholeFile[];
  };
  readonly terms: {
    readonly job: OwnFiles;
    readonly made: { readonly files: readonly WholeFile[]; readonly names: OwnNames };
  };
}

/** A file with its whole text. */
export type WholeFile = Omit<ExportFile, 'pieces'> & { readonly text: string };

export type Asked = {
  [Kind in keyof Jobs]: { readonly number: number; readonly kind: Kind; readonly job: Jobs[Kind]['job'] };
}[keyof Jobs];

export interface Answered {
  readonly number: number;
  readonly made?: unknown;
  readonly failure?: PlainFailure;
}

/** From how many quads on texts are too much to hold whole. */
export const tooMuchToHold = 100_000;

/** A thread that makes texts. */
export class ExportThread implements Scribe {
  readonly #worker = new Worker(threadEntry('export/export-worker'));
  readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>();
  #jobs = 0;

  constructor() {
    this.#worker.on('message', ({ number, made, failure }: Answered) => {
      const waiting = this.#waiting.get(number)!;
      this.#waiting.delete(number);
      if (failure) waiting.reject(failureFrom(failure));
      else waiting.resolve(made);
    });
    this.#worker.on('error', (error) => {
      for (const waiting of this.#waiting.values()) waiting.reject(error);
    });
  }

  frame(job: FramingJob): Promise<Framed> {
    return this.#ask('frame', job);
  }

  async dump(
    data: Pick<Loaded, 'dataset' | 'prefixes'>,
    formats: readonly ExportFormat[],
  ): Promise<ExportFile[]> {
    if (data.dataset.size >= tooMuchToHold) return ownScribe.dump(data, formats);
    const { dataset, prefixes } = data;
    const made = await this.#ask('dump', { quads: packQuads(dataset), prefixes, formats });
    return made.map(inOnePiece);
  }

  async terms({ root, config, ontology, shapes, descriptionShapes }: OwnFiles): Promise<PublishedTerms> {
    const { files, names } = await this.#ask('terms', { root, config, ontology, shapes, descriptionShapes });
    return { files: files.map(inOnePiece), names };
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  #ask<Kind extends keyof Jobs>(kind: Kind, job: Jobs[Kind]['job']): Promise<Jobs[Kind]['made']> {
    const number = this.#jobs++;
    const waiting = Promise.withResolvers<unknown>();
    // Whoever asked may give up before this is answered.
    waiting.promise.catch(() => undefined);
    this.#waiting.set(number, waiting);
    this.#worker.postMessage({ number, kind, job } as Asked);
    return waiting.promise as Promise<Jobs[Kind]['made']>;
  }
}

const inOnePiece = ({ text, ...file }: WholeFile): ExportFile => ({ ...file, pieces: [text] });
