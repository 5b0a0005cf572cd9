import { expect, it } from 'vitest';
import { filesBelow, textOf } from './support.ts';

it('the annotated tree of src/ in AGENTS.md has every file, each with a clause', () => {
  const tree = textOf('AGENTS.md').split('## The tree of src/')[1]!.split('```')[1]!;
  let folder = '';
  const described = tree
    .split('\n')
    .filter(Boolean)
    .flatMap((line) => {
      const [, indent, name, clause] = /^( *)(\S+) *(.*)$/.exec(line)!;
      if (name!.endsWith('/')) folder = name!;
      return name!.endsWith('/') || !clause ? [] : [`src/${indent ? folder : ''}${name}`];
    });
  expect(described.sort()).toEqual(filesBelow('src', /\.ts$/));
});
