import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { textOf } from '../support.ts';
import { inOrchard, meent, orchard, orchardWith } from './support.ts';

const claims = 'data/reports/orchard-evening/claims.ttl';
const text = 'sources/orchard-evening.txt';
const of = (path: string) => textOf(`${orchard}/${path}`);

describe('meent validate', () => {
  it('says of a project without problems what was looked at', async () => {
    const ran = await inOrchard(['validate']);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatch(
      /^\d+ shapes and \d+ checks looked at \d+ triples: no problems\.\n(No shape says anything of .*\n)*Focus nodes by shape: ActorShape 4, .*\nWithout focus nodes, so nothing checked: .*\nEvidence orchard-evening: \d+ anchors recomputed, 3 of 3 paragraphs covered, [\d.]+ % of the text inside an anchor\.\n$/,
    );
  });

  it('says so where the checks are left out', async () => {
    const ran = await inOrchard(['validate', '--no-checks']);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatch(/^\d+ shapes looked at \d+ triples, without checks: no problems\.\n/);
  });

  it.each<[string, Record<string, string>, number, string, RegExp]>([
    [
      'a shape',
      { [claims]: of(claims).replace('  meent:framing framing:risk ;\n', '') },
      28,
      'Who does not prune does not harvest.',
      /framing · ClaimShape-framing$/m,
    ],
    [
      'a check',
      { [claims]: of(claims).replace('  meent:contradicts <claim/thirty-trees> ;\n', '') },
      50,
      'contradict',
      /contradiction-not-mutual$/m,
    ],
    [
      'evidence',
      { [text]: of(text).replace('dertig', 'twintig') },
      0,
      'anchor',
      /^ {4}Something else stands in this place than when the anchor was set\.\n[^]*meent anchor\.\n[^]*anchor-changed$/m,
    ],
  ])(
    'prints the problem that %s finds, with file, line, name and what to do',
    async (_, changes, line, focus, found) => {
      const folder = orchardWith(changes);
      const ran = await meent(['validate', '--project', folder]);
      expect(ran).toMatchObject({ code: 1, err: '' });
      if (line) expect(ran.out).toMatch(new RegExp(`/claims\\.ttl:${line}:\\d+  violation: `));
      expect(ran.out).toContain(focus);
      expect(ran.out).toMatch(found);
    },
  );

  it('speaks the language that is asked for, else that of the locale, else English', async () => {
    const folder = orchardWith({ [claims]: of(claims).replace('  meent:framing framing:risk ;\n', '') });
    const first = async (options: string[], env = {}) =>
      (await meent(['validate', '--no-checks', '--project', folder, ...options], { env })).out;
    const dutch = /fout: Wie niet snoeit, oogst niet\.\n[^]*\n\d+ shapes bekeken/;
    const english = /violation: Who does not prune does not harvest\.\n[^]*\n\d+ shapes looked at/;
    expect(await first(['--lang', 'nl'])).toMatch(dutch);
    expect(await first(['--lang', 'en'], { LC_ALL: 'nl_NL.UTF-8' })).toMatch(english);
    expect(await first([], { LC_ALL: 'nl_BE.UTF-8', LANG: 'en_GB.UTF-8' })).toMatch(dutch);
    expect(await first([], { LC_ALL: '', LC_MESSAGES: 'nl', LANG: 'en' })).toMatch(dutch);
    expect(await first([], { LC_ALL: 'en_US.UTF-8', LANG: 'nl_NL.UTF-8' })).toMatch(english);
    expect(await first([], { LANG: 'nl_NL.UTF-8' })).toMatch(dutch);
    expect(await first([], { LANG: 'C' })).toMatch(english);
    expect(await first([])).toMatch(english);
  });

  it('gives 1 for a warning only where that is asked', async () => {
    const changes = {
      'data/reference/things.ttl': of('data/reference/things.ttl').replace(
        /$/,
        '\n<https://w3id.org/meent/term/commons-kind/nothing> a skos:Concept ;\n' +
          '  skos:prefLabel "niets"@nl , "nothing"@en ;\n' +
          '  skos:definition "Wat er niet is."@nl , "What is not there."@en ;\n' +
          '  skos:inScheme <https://w3id.org/meent/term/commons-kind> .\n',
      ),
    };
    const folder = orchardWith(changes);
    const ran = await meent(['validate', '--project', folder]);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain('0 violations, 1 warning, 0 for information');
    expect((await meent(['validate', '--project', folder, '--fail-on', 'warning'])).code).toBe(1);
    expect((await meent(['validate', '--project', folder, '--fail-on', 'violation'])).code).toBe(0);
  });

  it('says that evidence was not checked where the text is absent, and gives 1 where it is required', async () => {
    const folder = orchardWith();
    rmSync(join(folder, 'sources'), { recursive: true });
    const ran = await meent(['validate', '--no-checks', '--project', folder]);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain(
      'Evidence orchard-evening: not checked; the text is not in sources/orchard-evening.txt.',
    );
    expect((await meent(['validate', '--no-checks', '--require-evidence', '--project', folder])).code).toBe(
      1,
    );
  });
});
