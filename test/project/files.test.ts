import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { Failure } from '../../src/failure.ts';
import { findInputs } from '../../src/project/files.ts';
import { openProject } from '../../src/project/project.ts';

const folder = mkdtempSync(join(tmpdir(), 'meent-'));
const rdf = /\.(ttl|nq)$/;

beforeAll(() => {
  mkdirSync(join(folder, 'data/deep'), { recursive: true });
  for (const name of ['b.ttl', 'a.ttl', 'data/c.nq', 'data/deep/d.ttl', 'data/notes.md'])
    writeFileSync(join(folder, name), '');
});

describe('the files that a user means', () => {
  it.each([
    ['a file', ['b.ttl'], ['b.ttl']],
    ['a folder, with all RDF below it', ['data'], ['data/c.nq', 'data/deep/d.ttl']],
    ['a pattern', ['*.ttl'], ['a.ttl', 'b.ttl']],
    ['a pattern over folders', ['**/*.ttl'], ['a.ttl', 'b.ttl', 'data/deep/d.ttl']],
    ['the same file twice', ['a.ttl', '*.ttl'], ['a.ttl', 'b.ttl']],
    ['standard input', ['-'], ['-']],
    ['a file of another ending, named in full', ['data/notes.md'], ['data/notes.md']],
  ])('are found by %s', (_, patterns, expected) => {
    expect(findInputs(patterns, rdf, folder).map(({ shown }) => shown)).toEqual(expected);
  });

  it.each(['missing.ttl', '*.trig', 'data/deep/e*'])('are missed where %s means none', (pattern) => {
    expect(() => findInputs([pattern], rdf, folder)).toThrow(
      expect.objectContaining({ name: Failure.name, code: 3, file: pattern }),
    );
  });
});

describe('a project with inputs of its own', () => {
  it('is any folder, has those files only, and no checks', () => {
    const project = openProject('.', folder, { data: ['*.ttl'], shapes: ['data/deep'] });
    expect(project.data.map(({ shown }) => shown)).toEqual(['a.ttl', 'b.ttl']);
    expect(project.shapes.map(({ shown }) => shown)).toEqual(['data/deep/d.ttl']);
    expect([project.ontology, project.queries.checks]).toEqual([[], []]);
  });

  it('keeps the shapes, and the ontology they speak of, where only data is given', () => {
    const project = openProject('.', folder, { data: ['a.ttl'] });
    expect(project.shapes.length).toBeGreaterThan(0);
    expect(project.ontology.length).toBeGreaterThan(0);
    expect(project.queries.checks).toEqual([]);
  });
});
