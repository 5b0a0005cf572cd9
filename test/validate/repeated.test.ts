import { join } from 'node:path';
import { appendFileSync, cpSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadData, loadShapes } from '../../src/project/load.ts';
import { openProject } from '../../src/project/project.ts';
import { worthAThread } from '../../src/validate/core.ts';
import { validate } from '../../src/validate/validate.ts';
import { newFolder } from '../cli/support.ts';
import { root } from '../support.ts';

it('a process that validates again and again finds what threads find', async () => {
  const folder = newFolder();
  cpSync(join(root, 'data'), join(folder, 'data'), { recursive: true });
  cpSync(join(root, 'meent.json'), join(folder, 'meent.json'));
  appendFileSync(
    join(folder, 'data/reference/values.ttl'),
    '\nvalue:faulty a <https://w3id.org/meent/ns#Value> .\n',
  );
  const project = openProject(folder);
  const [data, shapes] = [await loadData(project), await loadShapes(project)];
  expect(data.dataset.size).toBeGreaterThan(worthAThread);
  const told = async (isRepeated: boolean) => {
    const { problems } = await validate(project, data, shapes, { checks: false, isRepeated });
    return problems.map(({ finding: _, ...problem }) => problem);
  };
  const again = await told(true);
  expect(again.length).toBeGreaterThan(2);
  expect(again).toEqual(await told(false));
});
