import { assertResults, type JsonTerm, type Results } from './results.ts';
import { type Element, readXml } from './xml.ts';

/**
 * Reads an answer to SELECT or ASK (SPARQL Query Results XML Format), of which nothing may be missing.
 * @throws Error that says what is wrong.
 */
export function readResultsXml(text: string): Results {
  const root = readXml(text);
  if (root.name !== 'sparql') throw new Error(`it is <${root.name}>, not <sparql>`);
  const head = child(root, 'head');
  if (!head) throw new Error('it has no head');
  const truth = child(root, 'boolean');
  const results = child(root, 'results');
  const value: unknown = truth
    ? { head: {}, boolean: { true: true, false: false }[truth.text.trim()] }
    : {
        head: { vars: children(head, 'variable').map(({ attributes }) => attributes.get('name')) },
        results: results && {
          bindings: children(results, 'result').map((result) =>
            Object.fromEntries(
              children(result, 'binding').map((binding) => [binding.attributes.get('name'), termOf(binding)]),
            ),
          ),
        },
      };
  assertResults(value);
  return value;
}

function termOf({ elements: [element] }: Element): JsonTerm | undefined {
  const value = element?.text ?? '';
  switch (element?.name) {
    case 'uri':
      return { type: 'uri', value: value.trim() };
    case 'bnode':
      return { type: 'bnode', value: value.trim() };
    case 'literal': {
      const [language, datatype] = ['xml:lang', 'datatype'].map((name) => element.attributes.get(name));
      if (language) return { type: 'literal', value, 'xml:lang': language };
      return datatype ? { type: 'literal', value, datatype } : { type: 'literal', value };
    }
    default:
      return undefined;
  }
}

const children = ({ elements }: Element, name: string) => elements.filter((element) => element.name === name);
const child = (parent: Element, name: string) => children(parent, name)[0];
