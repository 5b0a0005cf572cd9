import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { namesIn } from './ontology/names-in-text.ts';
import { sharedWords } from './repository/shared-words.ts';
import { filesBelow, root, textOf } from './support.ts';

// Outside a clone, as in an unpacked package, there is no list of files to go by.
const inClone = existsSync(join(root, '.git'));
const tracked = inClone
  ? execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
      .split('\0')
      .filter((file) => file && existsSync(join(root, file)))
  : [];
const ending = (pattern: RegExp) => tracked.filter((file) => pattern.test(file));

describe.skipIf(!inClone)('the files of the repository (skipped where this is not a git clone)', () => {
  it('give a prefix one IRI, save in examples about example.org', () => {
    const iris = new Map<string, Set<string>>();
    const add = (prefix: string, iri: string) => {
      if (!iri.startsWith('https://example.org/')) iris.set(prefix, (iris.get(prefix) ?? new Set()).add(iri));
    };
    for (const file of ending(/\.(ttl|trig|rq)$/))
      for (const [prefix, iri] of namesIn(textOf(file)).prefixes) add(prefix, iri);
    for (const file of ending(/\.jsonld$/))
      for (const [term, iri] of Object.entries(JSON.parse(textOf(file))['@context'] ?? {}))
        if (typeof iri === 'string' && /^https?:.*[#/]$/.test(iri)) add(term, iri);
    expect([...iris].filter(([, { size }]) => size > 1)).toEqual([]);
  });

  it.each(ending(/\.(ttl|trig|rq)$/))('sort their prefixes and use each of them: %s', (file) => {
    const { prefixes, used } = namesIn(textOf(file));
    const declared = prefixes.map(([prefix]) => prefix);
    expect(declared).toEqual([...new Set(declared)].sort());
    expect(declared.filter((prefix) => !used.has(prefix))).toEqual([]);
  });

  it('write schema.org with https', () => {
    const insecure = new RegExp(['http:', '', 'schema.org/'].join('/'));
    expect(ending(/\.(ttl|trig|rq|jsonld)$/).filter((file) => insecure.test(textOf(file)))).toEqual([]);
  });
});

describe('decisions', () => {
  const decisions = filesBelow('docs/decisions', /\.md$/);

  it('are numbered from one, without a gap', () => {
    expect(decisions.map((file) => Number(/(\d{4})-[^/]*$/.exec(file)?.[1]))).toEqual(
      decisions.map((_, index) => index + 1),
    );
  });

  it.each(decisions)(
    '%s bears the name of its title, says when and whether it holds, and is short',
    (file) => {
      const lines = textOf(file).trimEnd().split('\n');
      const [, number, title] = /^# (\d+)\. (.+)$/.exec(lines[0]!) ?? [];
      const slug = title?.toLowerCase().replace(/[^a-z0-9]+/g, '-');
      expect(file).toBe(`docs/decisions/${number?.padStart(4, '0')}-${slug}.md`);
      expect(lines.slice(1, 4).join('\n')).toMatch(
        /^Date: \d{4}-\d{2}-\d{2} · Status: (proposed|accepted|rejected|superseded by \[?\d+.*)$/m,
      );
      expect(lines.length).toBeLessThanOrEqual(60);
    },
  );
});

describe('eight words in a row', () => {
  const source = 'Het gras groeit, de koe graast en de\nboer maait het land achter de dijk.';
  const shared = sharedWords(source, 8);

  it('are found whatever stands between them', () => {
    expect(shared('# DE koe graast\n# en de boer: maait, "het" land')).toEqual([
      'de koe graast en de boer maait het',
      'koe graast en de boer maait het land',
    ]);
  });

  it('are not found where there are seven, or in another order', () => {
    expect(shared('een koe graast en de boer maait het gras')).toEqual([]);
    expect(shared('de boer graast en de koe maait het land achter de dijk')).toEqual([]);
  });
});

/** The texts at hand; they are not ours to publish. */
const texts = [
  ...(existsSync(join(root, 'sources')) ? filesBelow('sources', /\.txt$/) : []),
  '../shared/source/report.nl.txt',
].filter((file) => existsSync(join(root, file)));

describe('the repository', () => {
  it.skipIf(!inClone || texts.length === 0)(
    'shares no eight consecutive words with a report (skipped where no text of a report is in sources/)',
    () => {
      for (const text of texts) {
        const shared = sharedWords(readFileSync(join(root, text), 'utf8'), 8);
        const copied = tracked.flatMap((file) => shared(textOf(file)).map((words) => ({ file, words })));
        expect(copied).toEqual([]);
      }
    },
  );
});
