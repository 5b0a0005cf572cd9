import { exit, Failure } from '../failure.ts';

/** The forms that a report can be had in. */
export const reportFormats = ['text', 'plain', 'json', 'sarif', 'junit', 'github', 'ttl', 'jsonld'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** The form that a file is in by the ending of its name. */
export const reportEndings: Readonly<Record<string, ReportFormat>> = {
  '.txt': 'text',
  '.tsv': 'plain',
  '.json': 'json',
  '.sarif': 'sarif',
  '.xml': 'junit',
  '.ttl': 'ttl',
  '.jsonld': 'jsonld',
};

/** A file that a report is to be written to. */
export interface ReportTarget {
  readonly path: string;
  readonly format: ReportFormat;
}

/**
 * Reads `file` or `format:file`, as `--output` takes them.
 * @throws Failure 2 where neither the word before a colon nor the ending is a form, or a file comes twice.
 */
export function readTargets(outputs: readonly string[]): ReportTarget[] {
  const targets = outputs.map(readTarget);
  const twice = targets.find(({ path }, index) => targets.findIndex((other) => other.path === path) < index);
  if (twice) throw new Failure(exit.usage, `Two reports cannot go to the same file: ${twice.path}`);
  return targets;
}

function readTarget(output: string): ReportTarget {
  const [, word, rest] = /^(\w+):(.+)$/.exec(output) ?? [];
  const named = reportFormats.find((format) => format === word);
  if (named) return { path: rest!, format: named };
  const format = output.endsWith('.sarif.json') ? 'sarif' : reportEndings[/\.\w+$/.exec(output)?.[0] ?? ''];
  if (format) return { path: output, format };
  throw new Failure(exit.usage, `Cannot tell in which form ${output} is to be written`, {
    hint: `End it in ${Object.keys(reportEndings).join(', ')}, or put one of ${reportFormats.join(', ')} and a colon before it.`,
  });
}
