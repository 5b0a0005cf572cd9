import { type Operation, variablesIn } from './algebra.ts';

/** Variables of a query's operation that have a value in every solution; some more may have. */
export function certainIn(operation: Operation): ReadonlySet<string> {
  switch (operation.type) {
    case 'bgp':
      return variablesIn(operation.patterns);
    case 'path':
      return variablesIn([operation.subject, operation.object, operation.graph]);
    case 'values':
      return new Set(
        operation.variables
          .map(({ value }) => value)
          .filter((name) => operation.bindings.every((row) => row[name] !== undefined)),
      );
    case 'join':
      return new Set(operation.input.flatMap((each) => [...certainIn(each)]));
    case 'union': {
      const [first, ...rest] = operation.input.map(certainIn);
      return new Set([...(first ?? [])].filter((name) => rest.every((each) => each.has(name))));
    }
    case 'leftjoin':
    case 'minus':
      return certainIn(operation.input[0]);
    case 'project': {
      const shown = new Set(operation.variables.map(({ value }) => value));
      return new Set([...certainIn(operation.input)].filter((name) => shown.has(name)));
    }
    case 'filter':
    case 'extend':
    case 'orderby':
    case 'distinct':
    case 'reduced':
    case 'slice':
      return certainIn(operation.input);
    default:
      return new Set();
  }
}
