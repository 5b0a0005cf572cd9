import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser, Writer } from 'n3';
import { writeCorpus } from './corpus.ts';
import { compare, type Job, line, ms, times } from './measure.ts';

const folder = 'bench/results/peers';
const data = join(folder, 'data.nt');
const shapes = join(folder, 'shapes.nt');

/** A validator of others. */
interface Peer {
  readonly name: string;
  readonly command: string;
  /** What it says with --version: others may have a command of that name. */
  readonly says: RegExp;
  readonly args: readonly string[];
  readonly expected: readonly number[];
}

const peers: readonly Peer[] = [
  {
    name: 'pySHACL',
    command: 'pyshacl',
    says: /PySHACL/i,
    args: ['-f', 'nt', '-df', 'nt', '-sf', 'nt', '-s', shapes, data],
    // It exits with 1 where something is wrong.
    expected: [0, 1],
  },
  {
    name: 'Jena shacl',
    command: 'shacl',
    says: /Jena/,
    args: ['validate', '--shapes', shapes, '--data', data],
    expected: [0],
  },
];

/** SHACL over the same synthetic corpus by ours and by the validators of others that are installed, as whole processes. */
export async function benchPeers(): Promise<string> {
  writeCorpus(join(folder, 'corpus'), 100);
  // Ours takes folders; they take a file.
  await merge(['ontology/**/*.ttl', `${folder}/corpus/data/**/*.ttl`], data);
  await merge(['shapes/*.ttl'], shapes);
  const ours: Job = {
    name: 'meent validate --no-checks',
    args: ['bin/meent.js', 'validate', '--no-checks', '--format', 'ttl', '--project', `${folder}/corpus`],
    expected: [0, 1],
  };
  const lines = peers.map((peer) => {
    if (!isInstalled(peer)) return line(peer.name, 'not installed');
    const { first, second, ratio } = compare(ours, peer, 3);
    return (
      line(peer.name, ms(second), `${resultsOf(peer)} results`) +
      line('meent validate --no-checks beside it', ms(first), `${resultsOf(ours)} results`) +
      line('how many times as fast', times(1 / ratio))
    );
  });
  rmSync(folder, { recursive: true });
  return `SHACL over 100 synthetic reports, beside what else is installed\n${lines.join('')}`;
}

const isInstalled = ({ command, says }: Peer): boolean => {
  const { stdout, stderr, error } = spawnSync(command, ['--version'], { encoding: 'utf8' });
  return !error && says.test(stdout + stderr);
};

/** How many results are in the report that a command prints, which says whether the same was looked for. */
function resultsOf({ command = process.execPath, args }: Pick<Job, 'command' | 'args'>): number {
  const { stdout } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 30 });
  return [...stdout.matchAll(/(?:sh:|shacl#)focusNode\b/g)].length;
}

/** Writes the triples of Turtle files to one file of N-Triples. */
async function merge(patterns: readonly string[], path: string): Promise<void> {
  const writer = new Writer({ format: 'application/n-triples' });
  for (const file of patterns.flatMap((pattern) => globSync(pattern)))
    writer.addQuads(
      new Parser({ format: 'text/turtle', baseIRI: 'https://example.org/' }).parse(
        readFileSync(file, 'utf8'),
      ),
    );
  const text = await new Promise<string>((resolve, reject) =>
    writer.end((error, result: string) => (error ? reject(error) : resolve(result))),
  );
  writeFileSync(path, text);
}
