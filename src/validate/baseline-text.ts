import { exit, Failure } from '../failure.ts';
import { type Json, type JsonNode, positionIn, readJson, valueOf } from '../graph/json.ts';
import { type BaselineEntry, fingerprint } from './baseline.ts';
import type { ProblemKind } from './problem.ts';

const version = 1;

/**
 * The entries in the text of a baseline.
 * @param path the file's path as the user would write it.
 * @throws Failure 3 with file, line and column where it is no baseline of the version known here.
 */
export function parseBaseline(text: string, path: string): BaselineEntry[] {
  const refuse = (message: string, { start }: JsonNode): never => {
    const hint = 'Mend it, or delete it and write it anew with --update-baseline.';
    throw new Failure(exit.unreadable, message, { file: path, ...positionIn(text)(start), hint });
  };
  const root = readJson(text, path);
  const member = (name: string) =>
    root.kind === 'object' ? root.members.find(({ key }) => key === name)?.node : undefined;
  const found = member('schemaVersion') ?? refuse('Not a baseline: it has no schemaVersion', root);
  if (valueOf(found) !== version)
    refuse(`This baseline is not of version ${version}, the only one known here`, found);
  const problems = member('problems') ?? refuse('Not a baseline: it has no list of problems', root);
  if (problems.kind !== 'array') return refuse('The problems of a baseline are to be a list', problems);
  const seen = new Set<string>();
  return problems.items.map((item) => {
    const entry = asEntry(valueOf(item)) ?? refuse('Not a problem as --update-baseline writes it', item);
    const key = fingerprint(entry);
    if (seen.has(key)) refuse('This problem stands in the baseline twice', item);
    seen.add(key);
    return entry;
  });
}

function asEntry(item: Json): BaselineEntry | undefined {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return undefined;
  const { kind, rule, focus, path, value, count, ...rest } = item as Readonly<Record<string, Json>>;
  if (!isText(kind) || !isText(rule) || !isText(focus)) return undefined;
  if (!(path === undefined || isText(path)) || !(value === undefined || isText(value))) return undefined;
  if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 1) return undefined;
  const entry = { kind: kind as ProblemKind, rule, focus, path, value, count };
  // Whoever changes an entry by hand would accept another problem than the one that was looked at.
  const { fingerprint: given, ...others } = rest;
  return given === fingerprint(entry) && Object.keys(others).length === 0 ? entry : undefined;
}

const isText = (value: Json | undefined): value is string => typeof value === 'string';

/** The text of a baseline: the same for the same entries. */
export const baselineAsJson = (entries: readonly BaselineEntry[]): string =>
  `${JSON.stringify({ schemaVersion: version, problems: entries.map(plainEntry) }, null, 2)}\n`;

/** An entry as a baseline and a report write it, its keys in one order. */
export function plainEntry(entry: BaselineEntry): BaselineEntry & { fingerprint: string } {
  const { kind, rule, focus, path, value, count } = entry;
  return { fingerprint: fingerprint(entry), kind, rule, focus, path, value, count };
}
