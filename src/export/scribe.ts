import type { Loaded } from '../project/load.ts';
import { dumps } from './dumps.ts';
import type { ExportFile } from './export-file.ts';
import type { ExportFormat } from './formats.ts';
import { type Framed, type FramingJob, frameAndReadBack } from './framing.ts';

/** Who makes texts of answers and data: the thread that asks, or one of its own. */
export interface Scribe {
  /** As `frameAndReadBack` does. */
  frame(job: FramingJob): Promise<Framed>;
  /** As `dumps` does. */
  dump(data: Pick<Loaded, 'dataset' | 'prefixes'>, formats: readonly ExportFormat[]): Promise<ExportFile[]>;
  /** Ends it, done or not. */
  stop(): Promise<void>;
}

/** The thread that asks. */
export const ownScribe: Scribe = { frame: frameAndReadBack, dump: dumps, stop: async () => undefined };
