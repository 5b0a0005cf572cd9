import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newFolder } from './cli/support.ts';
import { reconciliationServer } from './link/reconciliation-server.ts';
import { finish } from './processes.ts';
import { endpoint } from './query/endpoint.ts';
import { filesBelow, root, textOf } from './support.ts';

/** A block of code in a guide: what follows its language is the file that it is. */
interface Block {
  readonly language: string;
  readonly file: string | undefined;
  readonly text: string;
}
const blocksOf = (guide: string): Block[] =>
  [...guide.matchAll(/^```(\w+)(?: (\S+))?\n([^]*?)^```$/gm)].map(([, language, file, text]) => ({
    language: language!,
    file,
    text: text!,
  }));
const plain = (text: string): string => text.replace(/[│─ \t]+/g, ' ').trim();

/** Servers on this machine in the place of those that guides name. */
async function stages(): Promise<(text: string) => string> {
  const things = [{ id: 'Q595668', names: ['Tilburg University'], types: ['Q3918'] }];
  const manifest = { identifierSpace: 'http://www.wikidata.org/entity/' };
  const service = await reconciliationServer({ things, manifest });
  const others = await endpoint(textOf('test/guides/others.ttl'));
  const another = await endpoint(textOf('test/guides/another-report.ttl'));
  const { origin } = new URL(others.address);
  const instead: readonly (readonly [string, string])[] = [
    // The services of ready queries are their defaults.
    ...['https://publications.europa.eu', 'https://query.wikidata.org'].map(
      (each) => [`--allow-origin ${each}`, `--allow-origin ${origin} -v service=${others.address}`] as const,
    ),
    ['https://wikidata.reconci.link/{lang}/api', `${service.address}/{lang}`],
    ['https://query.wikidata.org/sparql', others.address],
    ['https://publications.europa.eu/webapi/rdf/sparql', others.address],
    ['https://example.org/sparql', another.address],
    ['you@example.org', 'gardener@localhost.localdomain'],
    ['npx meent', `node ${join(root, 'bin/meent.js')} --lang en`],
  ];
  return (text) => instead.reduce((done, [from, to]) => done.replaceAll(from, to), text);
}

/** What a person does in a spreadsheet, which saves lines as Windows does. */
function agreeInSpreadsheet(folder: string): void {
  const path = join(folder, 'data/links/proposed.sssom.tsv');
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  const head = lines.findIndex((line) => !line.startsWith('#'));
  const columns = lines[head]!.split('\t');
  const filled = { reviewer_label: 'B. Gardener', review_date: '2026-11-29', reviewer_agreement: '1' };
  const saved = lines.map((line, index) => {
    if (index < head) return line;
    const cells = line.split('\t');
    if (cells.includes('topic:research-project'))
      for (const [column, value] of Object.entries(filled)) cells[columns.indexOf(column)] = value;
    return cells.join('\t');
  });
  writeFileSync(path, saved.map((line) => `${line}\r\n`).join(''));
}

/** What people do before a command, by that. */
const before: Readonly<Record<string, (folder: string) => void>> = {
  'npx meent validate\n': agreeInSpreadsheet,
};

describe.each(filesBelow('docs', /^[^/]+\.md$/))('%s', (path) => {
  it('has commands that do what it says, one after the other', async () => {
    const staged = await stages();
    const folder = newFolder();
    let said = '';
    for (const { language, file, text } of blocksOf(textOf(path))) {
      if (file !== undefined) {
        mkdirSync(dirname(join(folder, file)), { recursive: true });
        writeFileSync(join(folder, file), staged(text));
      } else if (language === 'sh') {
        expect(text).toMatch(/^npx meent /);
        before[text]?.(folder);
        const { code, out, err } = await finish('sh', ['-e', '-c', staged(text)], { cwd: folder });
        said = plain(`${out}\n${err}`.replaceAll('\n', '\u0000')).replaceAll('\u0000', '\n');
        expect(code, `${text}${out}${err}`).toBe(0);
      } else for (const line of text.trim().split('\n')) expect(said).toContain(plain(line));
    }
    expect(said).not.toBe('');
    // A dozen processes, of which some leave a host alone between two questions.
  }, 120_000);
});
