// Reads a project and holds it: what the graph alone takes.
import { loadData } from '../src/project/load.ts';
import { openProject } from '../src/project/project.ts';

const { dataset } = await loadData(openProject(process.argv[2]!));
process.stdout.write(`${dataset.union().size} of ${dataset.size}\n`);
