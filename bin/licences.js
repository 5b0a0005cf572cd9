import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What packages bring of others without its notice. */
const inside = {
  hyphen: `The patterns in it come from hyph-utf8 (https://www.hyphenation.org/tex) in another form.

Dutch: Copyright (C) 1996 Piet Tutelaers. LaTeX Project Public License, version 1 or later
(https://latex-project.org/lppl/).

British English: Copyright (C) 1992, 1996, 2005, 2016 Dominik Wujastyk, Graham Toal. MIT:

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`,
};

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
    const whole = [text, inside[name]].filter(Boolean).join('\n\n');
    packages.set(`${name} ${version}`, { licence: licence ?? 'see below', text: whole });
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
