import { exit, Failure } from '../failure.ts';
import { nearest } from '../graph/nearest.ts';
import { resolveIri } from '../graph/resolve-iri.ts';
import { shorten } from '../graph/shorten.ts';
import { readSets } from '../link/mapping-sets.ts';
import { readBack } from '../link/verify/authorities.ts';
import type { Authority } from '../link/verify/authority.ts';
import { type Finding, isProblem, judge } from '../link/verify/judge.ts';
import { namespaceOf, type Target, targetsOf } from '../link/verify/targets.ts';
import { loadData } from '../project/load.ts';
import { openProject } from '../project/project.ts';
import { visible } from '../report/visible.ts';
import type { MappingFile } from '../sssom/sssom.ts';
import type { Standing } from '../sssom/standing.ts';
import type { Setting } from './command.ts';
import { askingFor, type AskingOptions } from './link-asking.ts';
import { Progress } from './link-progress.ts';
import { refuseName } from './link-names.ts';
import { sayOfLinks } from './link-words.ts';

export interface LinkVerifyOptions extends AskingOptions {
  readonly sparql: readonly string[];
  readonly jsonLd: readonly string[];
  readonly extend: readonly string[];
  /** Properties of reconciliation services with names, `id` or `id@language`, and with what things are. */
  readonly label: readonly string[];
  readonly type: readonly string[];
  /** Whether those services call things by whole IRIs. */
  readonly wholeIris: boolean;
  /** Properties whose values may agree with what is known otherwise, as people name them. */
  readonly fact: readonly string[];
  /** Whether to look at links too that nobody has decided about. */
  readonly proposed: boolean;
}

/** `meent link verify`: reads what links lead to back from where it is from. */
export async function linkVerifyCommand(setting: Setting, options: LinkVerifyOptions): Promise<number> {
  const { console, language } = setting;
  const project = openProject(setting.project);
  const [data, sets] = [await loadData(project), await readSets(project)];
  const authorities = [
    ...options.sparql.map((text) => authorityOf('sparql', text, sets)),
    ...options.jsonLd.map((text) => authorityOf('json-ld', text, sets)),
    ...options.extend.map((text) => authorityOf('extend', text, sets)),
  ];
  const standings = new Set<Standing>(options.proposed ? ['accepted', 'proposed'] : ['accepted']);
  const targets = targetsOf(sets, data.dataset, project.config.base, standings);
  if (authorities.length === 0)
    throw new Failure(exit.usage, 'Say where to read links back: with --sparql, --json-ld or --extend', {
      hint: `Links lead to: ${sayCounts(targets, sets) || 'nothing'}.`,
    });
  const named = new Map([...sets.flatMap(({ metadata }) => [...metadata.curieMap]), ...data.prefixes]);
  const facts = options.fact.flatMap((name) => resolveIri(name, named, []) ?? []);
  // A reconciliation service has ids of its own for properties.
  const ids = options.fact.filter((name) => [undefined, name].includes(resolveIri(name, named, [])));
  if (options.extend.length === 0) for (const id of ids) if (!facts.includes(id)) refuseName(id);
  const properties = {
    names: options.label.map(propertyOf),
    types: options.type,
    facts: ids,
    byIri: options.wholeIris,
  };
  const { languages } = project.config;
  const progress = new Progress(console, language);
  const addresses = authorities.map(({ address }) => address.replaceAll(/\{(?:id|iri)\}/g, 'x'));
  const asking = askingFor(addresses, options, project, setting, progress);
  const counts = { links: 0, problems: 0, unanswered: 0 };
  let asked = 0;
  const left = new Map(targets.map((target) => [target.iri, target]));
  for (const authority of authorities) {
    const its = [...left.keys()].filter((each) => each.startsWith(authority.namespace));
    for await (const outcome of readBack(its, authority, asking, { languages, facts, properties })) {
      const target = left.get(outcome.iri)!;
      left.delete(outcome.iri);
      counts.links++;
      if (outcome.asked) asked++;
      progress.end();
      const lines =
        'failure' in outcome
          ? [
              `?  ${shorten(target.iri, named)}`,
              `   ${sayOfLinks(language, 'failed', { message: messageOf(outcome.failure) })}`,
            ]
          : told(
              target,
              judge(target, outcome.read, [...new Set([language, ...languages])], languages),
              outcome.read.time,
              named,
              setting,
            );
      if ('failure' in outcome) counts.unanswered++;
      else if (lines[0]!.startsWith('✗')) counts.problems++;
      console.out(`${lines.map(visible).join('\n')}\n`);
      progress.show(counts.links, its.length, asked);
    }
  }
  progress.end();
  console.err(`${sayOfLinks(language, 'verified', counts)}\n`);
  if (left.size > 0)
    console.err(
      `${sayOfLinks(language, 'elsewhere', { links: left.size, places: sayCounts([...left.values()], sets) })}\n`,
    );
  if (counts.unanswered > 0) return exit.remote;
  return counts.problems > 0 ? exit.problems : exit.fine;
}

/** What went wrong, and what may help. */
const messageOf = ({ message, hint }: Failure): string => (hint ? `${message}. ${hint}` : message);

/** @throws Failure 2 where a text does not say which IRIs are read back from where. */
export function authorityOf(kind: Authority['kind'], text: string, sets: readonly MappingFile[]): Authority {
  const [, prefix, address] = /^(.+?)=(https?:\/\/.+)$/.exec(text) ?? [];
  const namespace = prefix === undefined ? undefined : namespaceOf(prefix, sets);
  if (prefix === undefined || !address)
    throw new Failure(exit.usage, `${text} does not say which IRIs to read back from where`, {
      hint: 'Write a prefix or a namespace, = and an address: wd=https://query.wikidata.org/sparql.',
    });
  if (!namespace)
    throw new Failure(exit.usage, `No mapping set has the prefix ${prefix}`, {
      hint: prefixHint(prefix, sets),
    });
  if (kind === 'json-ld' && !/\{(?:id|iri)\}/.test(address))
    throw new Failure(exit.usage, `${address} is the same address for every IRI`, {
      hint: 'Put {id} where the last part of the IRI is to stand, or {iri} for the whole of it.',
    });
  if (kind === 'extend' && address.includes('{lang}'))
    throw new Failure(exit.usage, `${address} is an address for each language`, {
      hint: 'Give the one for a language; --label says in which language a property has names.',
    });
  return { kind, namespace, address };
}

function prefixHint(prefix: string, sets: readonly MappingFile[]): string {
  if (sets.length === 0) return 'There are no links yet: `meent link propose` looks for some.';
  const known = [...new Set(sets.flatMap(({ metadata }) => [...metadata.curieMap.keys()]))].sort();
  const near = nearest(prefix, known);
  return `${near ? `Did you mean ${near}? ` : ''}Prefixes are ${known.join(', ')}; or write the namespace out.`;
}

/** A property with the language of what it holds, as people write it: `name@en`. */
function propertyOf(text: string): { id: string; language: string | undefined } {
  const [, id, language] = /^(.+?)(?:@([A-Za-z\d-]+))?$/.exec(text) ?? [];
  if (id === undefined) throw new Failure(exit.usage, '--label wants the id of a property');
  return { id, language };
}

/** How many links lead to each namespace, as text. */
function sayCounts(targets: readonly Target[], sets: readonly MappingFile[]): string {
  const spaces = [...new Map(sets.flatMap(({ metadata }) => [...metadata.curieMap]))];
  const counts = Map.groupBy(
    targets,
    ({ iri }) =>
      spaces
        .filter(([, namespace]) => iri.startsWith(namespace))
        .sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? iri,
  );
  return [...counts].map(([prefix, those]) => `${prefix} (${those.length})`).join(', ');
}

/** What is to be said of a link: first whether it is fine, then what is the matter, and in which rows it stands. */
function told(
  { iri, rows }: Target,
  { findings, name, fact }: ReturnType<typeof judge>,
  time: string,
  prefixes: ReadonlyMap<string, string>,
  { language }: Setting,
): string[] {
  const isBad = findings.some(isProblem);
  const agrees =
    fact === undefined ? '' : `; ${sayOfLinks(language, 'agrees', { iri: shorten(fact, prefixes) })}`;
  const places = rows.map(
    ({ file, line, column, predicate, own }) =>
      `   ${file}:${line}:${column}  ${shorten(own, prefixes)} ${predicate}`,
  );
  return [
    `${isBad ? '✗' : '✓'}  ${shorten(iri, prefixes)}  ${name}  (${time}${agrees})`,
    ...findings.map((each) => `   ${sayFinding(each, prefixes, language)}`),
    ...(findings.length > 0 ? places : []),
  ];
}

function sayFinding(
  finding: Finding,
  prefixes: ReadonlyMap<string, string>,
  language: Setting['language'],
): string {
  if (finding.kind !== 'moved')
    return sayOfLinks(language, finding.kind, { from: '', to: '', own: '', other: '', in: '', ...finding });
  return sayOfLinks(language, 'moved', { to: finding.to.map((each) => shorten(each, prefixes)).join(', ') });
}
