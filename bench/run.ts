// Speed as ratios, each to something that is measured in the same run, and how good proposed links are. Name some to run only those.
import { benchExport } from './export.ts';
import { benchLink } from './link.ts';
import { benchParse } from './parse.ts';
import { benchPeers } from './peers.ts';
import { benchQuery } from './query.ts';
import { benchShacl } from './shacl.ts';
import { benchSite } from './site.ts';
import { benchStart } from './start.ts';

const benches: Readonly<Record<string, () => string | Promise<string>>> = {
  start: benchStart,
  query: benchQuery,
  parse: benchParse,
  shacl: benchShacl,
  export: benchExport,
  site: benchSite,
  link: benchLink,
  peers: benchPeers,
};

const asked = process.argv.slice(2);
for (const name of asked.length > 0 ? asked : Object.keys(benches)) {
  const bench = benches[name];
  if (!bench) throw new Error(`There is no bench ${name}; there are ${Object.keys(benches).join(', ')}`);
  process.stdout.write(`${await bench()}\n`);
}
