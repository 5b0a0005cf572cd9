import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, relative } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { exit, Failure } from '../src/failure.ts';
import { parse } from '../src/graph/parse.ts';
import { loadData, loadShapes } from '../src/project/load.ts';
import { openProject } from '../src/project/project.ts';
import { validate } from '../src/validate/validate.ts';
import { finish } from './processes.ts';
import { root, suites } from './support.ts';

const files = existsSync(suites)
  ? globSync('**/*.{ttl,nq,jsonld}', { cwd: suites })
      .map((name) => join(suites, name))
      .filter((path) => readFileSync(path).length < 20_000)
      .sort()
  : [];
const folder = mkdtempSync(join(tmpdir(), 'meent-'));
afterAll(() => rmSync(folder, { recursive: true }));

const shapes = join(folder, 'shapes.ttl');
writeFileSync(
  shapes,
  `@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
<urn:shape> a sh:NodeShape ; sh:targetSubjectsOf rdf:type, rdf:first ; sh:nodeKind sh:IRI ;
  sh:property [ sh:path ( rdf:type [ sh:zeroOrMorePath rdf:rest ] ) ; sh:maxCount 1 ; sh:minLength 3 ] .`,
);

const bin = join(root, 'bin/meent.js');

type Change = readonly [kind: 'flip' | 'drop' | 'double', at: number, bit: number];
const changes: fc.Arbitrary<Change[]> = fc.array(
  fc.tuple(
    fc.constantFrom('flip' as const, 'drop' as const, 'double' as const),
    fc.nat(),
    fc.nat({ max: 7 }),
  ),
  { minLength: 1, maxLength: 3 },
);

/** The bytes with one to three of them flipped, dropped or doubled. */
function damage(bytes: Uint8Array, all: readonly Change[]): Uint8Array {
  let damaged = [...bytes];
  for (const [kind, at, bit] of all) {
    const index = at % Math.max(damaged.length, 1);
    const byte = damaged[index] ?? 0;
    const put = { flip: [byte ^ (1 << bit)], drop: [], double: [byte, byte] }[kind];
    damaged = [...damaged.slice(0, index), ...put, ...damaged.slice(index + 1)];
  }
  return Uint8Array.from(damaged);
}

interface Damaged {
  readonly path: string;
  readonly bytes: Uint8Array;
}
type Role = 'data' | 'shapes';

/** What all threads of this process have worked since, in seconds: the clock would count what else the machine does. */
function secondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

const damaged = (paths: readonly string[]): fc.Arbitrary<Damaged> =>
  fc
    .tuple(fc.constantFrom(...paths), changes)
    .map(([path, all]) => ({ path, bytes: damage(readFileSync(path), all) }));

const corpora = [
  { name: 'JSON-LD with every construct', paths: [join(root, 'test/graph/every-construct.jsonld')] },
  {
    name:
      files.length === 0
        ? `SKIPPED: there are no suites in ${relative(root, suites)}; name their folder in MEENT_SUITES`
        : `${files.length} files of the suites`,
    paths: files,
  },
];

describe.each(corpora)('$name, a few bytes damaged', ({ paths }) => {
  const whole = paths.map((path): [Damaged] => [{ path, bytes: readFileSync(path) }]);

  it.skipIf(paths.length === 0)('are parsed or refused, each within two seconds', async () => {
    await fc.assert(
      fc.asyncProperty(damaged(paths), async ({ path, bytes }) => {
        const start = process.cpuUsage();
        await parse(new TextDecoder().decode(bytes), { path }).catch((error: unknown) => {
          if (!(error instanceof Failure) || error.code !== exit.unreadable) throw error;
          // What is wrong with the sense of JSON-LD may be in no one place.
          if (!error.message.startsWith('Not JSON-LD'))
            expect(error.line, error.message).toBeTypeOf('number');
        });
        expect(secondsSince(start)).toBeLessThan(2);
      }),
      { seed: 20261124, numRuns: 20_000, examples: whole },
    );
  });

  /** What validating comes to where the bytes are the data, or the shapes. */
  const inputsFor = (role: Role, { path, bytes }: Damaged) => {
    const file = join(folder, `damaged${extname(path)}`);
    writeFileSync(file, bytes);
    return role === 'data' ? { data: [file], shapes: [shapes] } : { data: [path], shapes: [file] };
  };

  describe.skipIf(paths.length === 0).each<Role>(['data', 'shapes'])('are %s to validate with', (role) => {
    // Thousands at once in one thread; that threads come to the same is tested elsewhere.
    it('or are refused, each within two seconds', async () => {
      let refused = 0;
      let lookedAt = 0;
      await fc.assert(
        fc.asyncProperty(damaged(paths), async (each) => {
          const project = openProject(folder, folder, inputsFor(role, each));
          const start = process.cpuUsage();
          try {
            const data = await loadData(project);
            await validate(project, data, await loadShapes(project), { checks: false, isRepeated: true });
            lookedAt++;
          } catch (error) {
            expect(error, each.path).toBeInstanceOf(Failure);
            expect((error as Failure).code, each.path).not.toBe(exit.bug);
            refused++;
          }
          expect(secondsSince(start), each.path).toBeLessThan(2);
        }),
        { seed: 20261124, numRuns: 5_000, examples: whole },
      );
      expect(lookedAt).toBeGreaterThan(0);
      expect(refused).toBeGreaterThan(0);
    });

    // Processes of their own, as a person starts them: V8 dies now and then in one that starts and ends hundreds of threads.
    it('on the command line too, and never a bug of ours', async () => {
      const codes = new Set<number | null>();
      await fc.assert(
        fc.asyncProperty(damaged(paths), async (each) => {
          const inputs = inputsFor(role, each);
          const args = ['--data', ...inputs.data, '--shapes', ...inputs.shapes];
          // The system ends what has worked for more than two seconds.
          const command = [process.execPath, bin, 'validate', '--no-checks', ...args];
          const { code, signal, err } = await finish('sh', [
            '-c',
            'ulimit -t 2 && exec "$@"',
            'sh',
            ...command,
          ]);
          codes.add(code);
          expect(signal, `${each.path}: ${err}`).toBeNull();
          expect(code, `${each.path}: ${err}`).not.toBe(exit.bug);
        }),
        { seed: 20261124, numRuns: 50 },
      );
      expect([...codes].filter((code) => code !== exit.unreadable)).not.toEqual([]);
      expect([...codes]).toContain(exit.unreadable);
    });
  });
});
