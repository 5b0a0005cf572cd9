// Makes every page of a corpus in both languages, with its data, and says how long that took once the graph was read.
import { recordedTexts } from '../src/evidence/anchors.ts';
import { loadData } from '../src/project/load.ts';
import { openProject } from '../src/project/project.ts';
import { readAcceptedLinks } from '../src/site/read-links.ts';
import { loadHyphens } from '../src/site/hyphens.ts';
import { Model } from '../src/site/model.ts';
import { numberClaims } from '../src/site/number-claims.ts';
import { indexPlaces, shownText } from '../src/site/places.ts';
import { pageFiles } from '../src/site/site.ts';
import { thingPages } from '../src/site/site-pages.ts';
import { gatherThings } from '../src/site/things.ts';

const project = openProject(process.argv[2]!);
const { dataset, documents, prefixes } = await loadData(project);
const begin = performance.now();
const model = new Model(dataset, project.config.base);
const texts = recordedTexts(dataset).map((recorded) => shownText(recorded, undefined, false));
const placeOf = indexPlaces(texts);
const stage = {
  model,
  placeOf,
  numberOf: numberClaims(model, placeOf, texts),
  links: readAcceptedLinks(documents),
};
const around = { name: () => 'bench', version: '0', isReady: true, menu: [], hyphenate: await loadHyphens() };
let pages = 0;
let bytes = 0;
for await (const page of thingPages(stage, gatherThings(model, dataset), texts))
  for (const { name, pieces } of pageFiles(page, stage, around, prefixes)) {
    if (name.endsWith('.html')) pages++;
    for (const piece of pieces as Iterable<string>) bytes += piece.length;
  }
process.stdout.write(JSON.stringify({ pages, bytes, ms: performance.now() - begin }));
