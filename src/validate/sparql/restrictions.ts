import { type Operation, operationsIn } from '../../query/algebra.ts';

export type Why = { readonly nl: string; readonly en: string };

/** Variables that a sub-select need not return though they have a value beforehand (SHACL §5.3.1). */
const optional = new Set(['shapesGraph', 'currentShape']);

const forbidden: Readonly<Partial<Record<Operation['type'], Why>>> = {
  minus: {
    nl: 'MINUS mag niet; gebruik FILTER NOT EXISTS.',
    en: 'MINUS is not allowed; use FILTER NOT EXISTS.',
  },
  values: { nl: 'VALUES mag niet; gebruik FILTER … IN.', en: 'VALUES is not allowed; use FILTER … IN.' },
};

const remote: Why = {
  nl: 'SERVICE mag niet: validatie vraagt niets aan een ander.',
  en: 'SERVICE is not allowed: validation asks nothing of others.',
};

/**
 * Why a query of a shapes graph is not well-formed, if it is not (SHACL §5.2.1 and appendix A).
 * @param prebound the variables that may have a value beforehand; without any, only SERVICE is forbidden.
 */
export function whyIllFormed(
  query: Operation,
  form: 'select' | 'ask',
  prebound: readonly string[],
): Why | undefined {
  const top = topOf(query);
  if (top.type !== (form === 'select' ? 'project' : 'ask'))
    return {
      nl: `Dit is geen ${form.toUpperCase()}; iets anders mag hier niet.`,
      en: `This is not a ${form.toUpperCase()}, and nothing else is allowed here.`,
    };
  if (top.type === 'project' && !top.variables.some(({ value }) => value === 'this'))
    return { nl: 'De SELECT geeft geen ?this terug.', en: 'The SELECT does not return ?this.' };
  for (const operation of operationsIn(query)) {
    if (operation.type === 'service') return remote;
    if (prebound.length === 0) continue;
    const why = forbidden[operation.type];
    if (why) return why;
    if (operation.type === 'extend' && prebound.includes(operation.variable.value))
      return {
        nl: `?${operation.variable.value} heeft al een waarde; AS mag haar niet veranderen.`,
        en: `?${operation.variable.value} has a value already, which AS may not change.`,
      };
    if (operation.type === 'project' && operation !== top) {
      const returned = operation.variables.map(({ value }) => value);
      const missing = prebound.filter((name) => !optional.has(name) && !returned.includes(name));
      if (missing.length > 0)
        return {
          nl: `Een SELECT binnen de query geeft niet terug: ${names(missing)}.`,
          en: `A SELECT within the query does not return ${names(missing)}.`,
        };
    }
  }
  return undefined;
}

const names = (variables: readonly string[]) => variables.map((name) => `?${name}`).join(', ');

/** The part of a query that says its form. */
export function topOf(query: Operation): Operation {
  return query.type === 'slice' ||
    query.type === 'distinct' ||
    query.type === 'reduced' ||
    query.type === 'from'
    ? topOf(query.input)
    : query;
}
