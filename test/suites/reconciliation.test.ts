import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { readManifest } from '../../src/link/reconcile/manifest.ts';
import { type ApiVersion, faultIn, type Message } from '../../src/link/reconcile/messages.ts';
import { suiteFolder } from './support.ts';

const folder = suiteFolder('reconciliation');
const json = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as unknown;

/** Every way to take one thing out of a value or to put something of another kind in its place. */
function* changed(value: unknown): Generator<unknown> {
  yield* [null, 7, 0.5, 'x', true, [], {}].filter(
    (other) => typeof other !== typeof value || Array.isArray(other) !== Array.isArray(value),
  );
  if (Array.isArray(value)) {
    yield [...value, ...value];
    for (const [index, each] of value.entries())
      for (const other of changed(each)) yield value.with(index, other);
  } else if (typeof value === 'object' && value !== null) {
    yield { ...value, unheardOf: 1 };
    for (const [key, each] of Object.entries(value)) {
      const { [key]: _, ...rest } = value as Record<string, unknown>;
      yield rest;
      for (const other of changed(each)) yield { ...value, [key]: other };
    }
  }
}

if (folder)
  describe.each(['0.1', '0.2'] as const)('version %s of the Reconciliation API', (version: ApiVersion) => {
    const examples = globSync('*/{valid,invalid}/*.json', { cwd: join(folder, version, 'examples') })
      .sort()
      .map((path) => ({
        path,
        kind: dirname(dirname(path)) as Message,
        isValid: basename(dirname(path)) === 'valid',
        value: json(join(folder, version, 'examples', path)),
      }));

    it('has examples of both sorts', () => {
      expect(examples.filter(({ isValid }) => isValid).length).toBeGreaterThan(20);
      expect(examples.filter(({ isValid }) => !isValid).length).toBeGreaterThan(7);
    });

    it.each(examples)('$path is told right', ({ kind, value, isValid }) => {
      const fault = faultIn(version, kind, value);
      if (isValid) expect(fault).toBeUndefined();
      else expect(fault).toMatch(/^\S+.* (is to |has no|does not|has a member)/);
    });

    it('means what its schemas say: a changed example is refused by both or by neither', () => {
      // The schema of security schemes is one of OpenAPI, which is read less strictly here than there.
      const ajv = new Ajv({ strict: false, validateFormats: false });
      const own = (text: string) =>
        text
          .replace(/"\$schema":[^,]*,/, '')
          .replace(/"authentication":\s*\{\s*"\$ref"[^}]*\}/, '"authentication": {}');
      const schemas = join(folder, version, 'schemas');
      if (existsSync(join(schemas, 'type.json')))
        ajv.addSchema(JSON.parse(own(readFileSync(join(schemas, 'type.json'), 'utf8'))) as object);
      let compared = 0;
      for (const { kind, value, path } of examples) {
        const schema = join(schemas, `${kind}.json`);
        if (!existsSync(schema)) continue;
        const parsed = JSON.parse(own(readFileSync(schema, 'utf8'))) as { $id: string };
        const validate = ajv.getSchema(parsed.$id) ?? ajv.compile(parsed);
        for (const other of changed(value)) {
          if (typeof other === 'object' && other && 'authentication' in other) continue;
          const fault = faultIn(version, kind, other);
          if ((fault === undefined) !== validate(other))
            expect.fail(
              `${path}: ${JSON.stringify(other).slice(0, 300)}: ${fault ?? 'no fault'}; the schema: ${ajv.errorsText(validate.errors)}`,
            );
          compared++;
        }
      }
      expect(compared).toBeGreaterThan(1000);
    });
  });

if (folder)
  describe('the manifests of the specification', () => {
    const manifests = (version: string) =>
      globSync(`${version}/examples/manifest/valid/*.json`, { cwd: folder }).map((path) =>
        join(folder, path),
      );

    it.each(['0.1', '0.2'])('of %s are read', (version) => {
      for (const path of manifests(version).filter((path) => !path.endsWith('authentication.json')))
        expect(readManifest(readFileSync(path, 'utf8'), 'https://example.org/').version).toBe(version);
    });

    it('of 1.0-draft are refused, and it is said why', () => {
      const address = 'https://example.org/';
      for (const path of manifests('1.0-draft')) {
        const isOnly = !/"0\.\d"/.test(readFileSync(path, 'utf8'));
        expect(() => readManifest(readFileSync(path, 'utf8'), address)).toThrow(
          isOnly
            ? `${address} speaks version 1.0-draft of the Reconciliation API, which is not final`
            : `${address} sent a manifest that does not keep to version 0.2: the answer has no identifierSpace`,
        );
      }
    });
  });
