import type { Loaded } from '../project/load.ts';
import type { ExportFile } from './export-file.ts';
import type { ExportFormat } from './formats.ts';
import type { Framed, FramingJob } from './framing.ts';
import type { OwnFiles, OwnNames } from './own-terms.ts';

/** What a project publishes of the terms it defines. */
export interface PublishedTerms {
  readonly files: readonly ExportFile[];
  readonly names: OwnNames;
}

/** Who makes texts of answers, data and terms: the thread that asks, or one of its own. */
export interface Scribe {
  /** As `frameAndReadBack` does. */
  frame(job: FramingJob): Promise<Framed>;
  /** As `dumps` does. */
  dump(data: Pick<Loaded, 'dataset' | 'prefixes'>, formats: readonly ExportFormat[]): Promise<ExportFile[]>;
  /** Reads the terms of a project; the files are as those of `ontologyFiles`. */
  terms(project: OwnFiles): Promise<PublishedTerms>;
  /** Ends it, done or not. */
  stop(): Promise<void>;
}
