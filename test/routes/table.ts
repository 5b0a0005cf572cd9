import type { Routes } from '../../src/routes/routes.ts';

const base = 'https://w3id.org/orchard/';
const at = (name: string) => `https://orchard.example.org/files/${name}`;
const turtle = (name: string) => ({ mediaTypes: ['text/turtle'], address: at(`${name}.ttl`) });
const jsonLd = (name: string) => ({
  mediaTypes: ['application/ld+json', 'application/json'],
  address: at(`${name}.jsonld`),
});
const html = (address: string) => ({ mediaTypes: ['text/html', 'application/xhtml+xml'], address });

/** A table with all that a table can have: pages, addresses with parts of the path, paths with signs that mean something elsewhere. */
export const orchardRoutes: Routes = {
  base,
  routes: [
    {
      paths: ['ns', 'ns/1.0.0'],
      below: false,
      answers: [turtle('ontology'), jsonLd('ontology'), html('https://orchard.example.org/ontology/')],
    },
    { paths: ['term/apple', 'term/pear'], below: true, answers: [turtle('terms'), jsonLd('terms')] },
    { paths: ['c++%20(draft)', 'na%C3%AFef', 'a$1%252'], below: false, answers: [turtle('100%25')] },
    {
      paths: ['id'],
      below: true,
      answers: [
        { mediaTypes: ['text/turtle'], address: 'https://orchard.example.org/{path}.ttl' },
        html('https://orchard.example.org/nl/{rest}/'),
      ],
    },
    { paths: [''], below: false, answers: [turtle('dcat')] },
  ],
};

/** What well-known clients send. */
export const accepts: Readonly<Record<string, string>> = {
  nothing: '',
  curl: '*/*',
  Firefox: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  Chromium:
    'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7',
  Jena: 'text/turtle,application/n-triples;q=0.9,application/ld+json;q=0.8,application/rdf+xml;q=0.7,*/*;q=0.3',
  Comunica:
    'application/n-quads,application/trig;q=0.95,application/ld+json;q=0.9,application/n-triples;q=0.8,text/turtle;q=0.6,application/rdf+xml;q=0.5,text/n3;q=0.35,text/html;q=0.2',
  'an RDF library': 'application/rdf+xml, text/turtle;q=0.9, application/ld+json;q=0.8',
  'a program that wants JSON': 'application/json',
  'a JSON-LD processor':
    'application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted", application/json;q=0.9',
  'who refuses Turtle': 'text/turtle;q=0, application/ld+json;q=0.5',
  'who wants what there is not': 'image/png',
};
