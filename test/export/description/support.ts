import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newFolder, orchard } from '../../cli/support.ts';
import { filesBelow, root } from '../../support.ts';

/** Settings of somebody who says all that is asked. */
export const settings = {
  base: 'https://boomgaard.example/',
  languages: ['nl', 'en'],
  licence: 'https://creativecommons.org/licenses/by/4.0/',
  publisher: { name: 'Dorp Boomgaard', id: 'https://boomgaard.example/dorp' },
  contact: 'gegevens@boomgaard.example',
  site: 'https://www.boomgaard.example/',
};

/** What they say of their data set. */
export const statements = `@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<https://boomgaard.example/dataset> a dcat:Dataset ;
  dcterms:title "De avond in de boomgaard"@nl , "The evening in the orchard"@en ;
  dcterms:description "Wat er die avond over de boomgaard werd gezegd, en door wie."@nl ,
    "What was said of the orchard that evening, and by whom."@en ;
  dcterms:creator <https://boomgaard.example/dorp> ;
  dcterms:created "2020-02-02"^^xsd:date ;
  dcterms:issued "2020-02-29"^^xsd:date ;
  dcterms:modified "2021-03-01"^^xsd:date ;
  dcterms:accessRights <http://publications.europa.eu/resource/authority/access-right/PUBLIC> ;
  dcterms:spatial <https://sws.geonames.org/2750405/> ;
  dcterms:subject <http://eurovoc.europa.eu/2443> ;
  dcat:theme <http://publications.europa.eu/resource/authority/data-theme/AGRI> ;
  dcat:keyword "appels"@nl , "apples"@en ;
  dcat:version "1.2" ;
  foaf:page <https://www.boomgaard.example/uitleg> .

<https://boomgaard.example/dorp> a foaf:Agent ;
  foaf:name "Dorp Boomgaard"@nl .
`;

/** The orchard with names of its own instead of those of example.org, and all said that a description needs. */
export function readyProject(
  changes: Readonly<Record<string, string>> = {},
  folder: string = newFolder(),
): string {
  for (const file of filesBelow(orchard, /./).filter((name) => /\.(ttl|txt)$/.test(name))) {
    const path = join(folder, file.slice(orchard.length + 1));
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(
      path,
      readFileSync(join(root, file), 'utf8').replaceAll('https://example.org/', settings.base),
    );
  }
  const files = { 'meent.json': JSON.stringify(settings), 'data/dataset.ttl': statements, ...changes };
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  return folder;
}
