// A corpus of synthetic reports as a project folder: report i depends on the seed and on i alone.
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const seed = 2026;

/** A stream of numbers from 0 to 1 (mulberry32). */
function random(stream: number): () => number {
  let state = Math.imul(seed ^ Math.imul(stream + 1, 0x9e3779b1), 0x85ebca6b) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const dutch = 'de boom appel oogst wei dorp buur heg sloot molen brug markt kar regen zaad wind'.split(' ');
const english =
  'the tree apple harvest meadow village neighbour hedge ditch mill bridge market cart rain seed wind'.split(
    ' ',
  );
const framings = ['opportunity', 'insight', 'challenge', 'risk'];
const values = ['rest', 'sharing', 'care', 'fairness', 'patience'];
const speakers = 12;
const claims = 32;

const prefixes = `@prefix adms: <http://www.w3.org/ns/adms#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix meent: <https://w3id.org/meent/ns#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix term: <https://w3id.org/meent/term/> .
`;
const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const sentence = (next: () => number, words: readonly string[]) =>
  Array.from({ length: 8 }, () => words[Math.floor(next() * words.length)]).join(' ');
const pick = <T>(next: () => number, from: readonly T[]): T => from[Math.floor(next() * from.length)]!;

function reference(): string {
  const actors = Array.from({ length: speakers }, (_, i) => {
    const names = `rdfs:label "Buur ${i}"@nl , "Neighbour ${i}"@en`;
    return `<id/actor/neighbour-${i}> a meent:Actor , org:Organization ; ${names} ;\n  org:classification <https://w3id.org/meent/term/organisation-kind/civil-society> .\n`;
  });
  const scheme = `<https://w3id.org/meent/term/value> a skos:ConceptScheme ; rdfs:label "waarden"@nl , "values"@en ;\n  skos:definition "Waarden."@nl , "Values."@en .\n`;
  const concepts = values.map(
    (key) =>
      `<id/value/${key}> a meent:Value , skos:Concept ; skos:prefLabel "${key} (nl)"@nl , "${key}"@en ;\n  skos:definition "Over ${key}."@nl , "About ${key}."@en ; skos:inScheme <https://w3id.org/meent/term/value> ;\n  meent:anchoredIn <id/report/evening-0/anchor/0-1> .\n`,
  );
  return `@base <https://example.org/> .\n${prefixes}\n${[...actors, scheme, ...concepts].join('\n')}`;
}

/** Report `i` as Turtle, about 600 triples; with a share of its claims wrong in one of four ways. */
function report(i: number, defects: number): string {
  const next = random(i);
  const wrong = random(i + 2 ** 20);
  const at = (start: number, end: number) =>
    `<anchor/${start}-${end}> a meent:TextAnchor ; oa:hasSource <text> ; oa:hasSelector <selector/${start}-${end}> ;
  meent:textDigest "sha256-${digest(`${i}:${start}`)}" .
<selector/${start}-${end}> a oa:TextPositionSelector ; oa:start ${start} ; oa:end ${end} .\n`;
  let text = `@base <https://example.org/id/report/evening-${i}/> .\n${prefixes}
<../evening-${i}> a schema:Report ; rdfs:label "Avond ${i}"@nl , "Evening ${i}"@en ; schema:inLanguage "nl" ;
  schema:about <event> ; schema:author <../../actor/neighbour-0> .
<text> a schema:MediaObject ; rdfs:label "tekst ${i}"@nl , "text ${i}"@en ; schema:encodesCreativeWork <../evening-${i}> ;
  schema:encodingFormat "text/plain; charset=utf-8" ; schema:contentSize "9000 B" ; schema:sha256 "${digest(String(i))}" .
<event> a schema:Event ; rdfs:label "de avond ${i}"@nl , "the evening ${i}"@en ; schema:organizer <../../actor/neighbour-1> ;
  meent:anchoredIn <anchor/0-1> .
${at(0, 1)}`;
  for (let c = 0; c < 4; c++)
    text += `<contribution/part-${c}> a meent:Contribution ; rdfs:label "deel ${c}"@nl , "part ${c}"@en ;
  schema:performer <../../actor/neighbour-${c}> ; schema:position ${c + 1} ; schema:superEvent <event> ; meent:anchoredIn <anchor/0-1> .\n`;
  let position = 10;
  for (let c = 0; c < claims; c++) {
    const fault = wrong() < defects ? Math.floor(wrong() * 4) : undefined;
    const end = position + 20 + Math.floor(next() * 60);
    const part = Math.floor(next() * 4);
    text += `<claim/claim-${c}> a meent:Claim ;
  rdfs:label "${sentence(next, dutch)} ${c}."@nl${fault === 0 ? '' : ` , "${sentence(next, english)} ${c}."@en`} ;
  meent:assertedBy <../../actor/neighbour-${part}> ; meent:assertedDuring <contribution/part-${part}> ;
  meent:attributionMode <https://w3id.org/meent/term/attribution/reported-speech> ;
  ${fault === 1 ? '' : 'meent:modality <https://w3id.org/meent/term/modality/asserted> ;'}
  meent:framing <https://w3id.org/meent/term/framing/${pick(next, framings)}> ;
  meent:invokesValue <../../value/${pick(next, values)}> ; schema:about <../../actor/neighbour-${Math.floor(next() * speakers)}> ;
  meent:extractionConfidence ${fault === 2 ? '"high"' : '0.9'} ; adms:status <https://w3id.org/meent/term/review/software-draft> ;
  ${c > 0 && next() < 0.2 ? `meent:restates <claim/claim-${Math.floor(next() * c)}> ;` : ''}
  meent:anchoredIn <anchor/${position}-${end}> .
${at(position, fault === 3 ? position - 1 : end).replaceAll(`/${position}-${position - 1}>`, `/${position}-${end}>`)}`;
    position = end + 1;
  }
  return text;
}

/** Writes a project of `reports` reports to `folder`; it uses the shapes and ontology of the package. */
export function writeCorpus(folder: string, reports: number, defects = 0.01): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'data/reference'), { recursive: true });
  mkdirSync(join(folder, 'data/reports'), { recursive: true });
  writeFileSync(join(folder, 'meent.json'), '{ "base": "https://example.org/" }\n');
  writeFileSync(join(folder, 'data/reference/reference.ttl'), reference());
  for (let i = 0; i < reports; i++)
    writeFileSync(join(folder, `data/reports/evening-${i}.ttl`), report(i, defects));
}
