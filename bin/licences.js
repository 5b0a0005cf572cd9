import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The notices that the licences of bundled packages ask for.
 * @param files paths of the modules in the bundle.
 * @throws Error where a package states no licence.
 * @returns a text: each package with its version and licence, below it the licence's words, each text once.
 */
export function licencesOf(files) {
  const folders = new Set(files.map(packageFolder).filter(Boolean));
  const packages = new Map();
  for (const folder of folders) {
    const { name, version, license, licenses } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    );
    const text = readdirSync(folder)
      .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
      .map((file) => readFileSync(join(folder, file), 'utf8').trim())
      .join('\n\n');
    // Old packages have a list of objects.
    const licence = license?.type ?? license ?? licenses?.map(({ type }) => type).join(' OR ');
    if (!licence && !text)
      throw new Error(`${name} ${version} states no licence, so it cannot be in the bundle`);
    packages.set(`${name} ${version}`, { licence: licence ?? 'see below', text });
  }
  const byText = Map.groupBy(
    [...packages].sort(([a], [b]) => (a < b ? -1 : 1)),
    ([, { licence, text }]) => `${licence}\n\n${text}`.trim(),
  );
  const sections = [...byText].map(
    ([text, group]) => `${group.map(([name]) => name).join('\n')}\n\nLicence: ${text}\n`,
  );
  return `The bundle in this folder holds these packages.\n\n${sections.join(`\n${'-'.repeat(72)}\n\n`)}`;
}

/** The folder of the package that a module of node_modules belongs to; nested package.json without a name are not one. */
function packageFolder(file) {
  if (!file.includes('node_modules')) return undefined;
  let folder = dirname(file.replace(/^\0/, ''));
  while (folder !== dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version) return folder;
    folder = dirname(folder);
  }
  return undefined;
}
