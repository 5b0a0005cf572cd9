import { toPlain } from '../../src/graph/plain.ts';
import { termKey } from '../../src/graph/terms.ts';
import type { Loaded } from '../../src/project/load.ts';
import type { Validation } from '../../src/validate/validate.ts';

/** All that a validation says of some data, as plain values: how many nodes each shape looked at, and which. */
export function told(validation: Validation, { dataset }: Pick<Loaded, 'dataset'>): unknown {
  const { targets, ...rest } = validation;
  const nodes = new Map(
    [...dataset].flatMap(({ subject, object }) => [subject, object].map((node) => [termKey(node), node])),
  );
  const counted = targets.map(({ shape, focusNodes }) => ({
    shape,
    size: focusNodes.size,
    focusNodes: [...nodes].filter(([, node]) => focusNodes.has(node)).map(([key]) => key),
  }));
  for (const { focusNodes } of counted) focusNodes.sort();
  return toPlain({ ...rest, targets: counted });
}
