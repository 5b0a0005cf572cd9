import type { Json } from './json.ts';
import { offsetOfNode } from './json-ld-marks.ts';
import type { Description } from './json-ld-positions.ts';
import type { Loss } from './parsed.ts';

type Node = { readonly [key: string]: Json };

const hidden = 'meent.name:';
const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

/**
 * Gives every node of a document in expanded form a name that the processor leaves alone, and keeps what it
 * stands for. By itself it drops what has a relative IRI, gives blank nodes other names, lets a node called
 * `__proto__` reach every object, and makes another number of a string typed as xsd:double.
 */
export class JsonLdNames {
  /** The objects of the text that describe a node, by its term's key. */
  readonly descriptions = new Map<string, Description[]>();
  readonly #lose: (rule: Loss['rule'], value: string) => void;
  readonly #names: string[] = [];
  readonly #numbers = new Map<string, number>();
  #nameless = 0;

  /** @param lose is told of what cannot be said in RDF 1.1. */
  constructor(lose: (rule: Loss['rule'], value: string) => void) {
    this.#lose = lose;
  }

  /** @param marked the same, with where its nodes stand. */
  hide(value: Json, marked?: Json): Json {
    if (Array.isArray(value))
      return value.map((each, index) => this.hide(each as Json, (marked as Json[] | undefined)?.[index]));
    if (typeof value !== 'object' || value === null) return value;
    const object = value as Node;
    const beside = marked as Node | undefined;
    if ('@value' in object) return this.#hideValue(object);
    if ('@list' in object) return { '@list': this.hide(object['@list']!, beside?.['@list']) };
    return this.#hideNode(object, beside);
  }

  /** What a name of the processor's quads stands for: an IRI as the document has it, or a blank node's label. */
  shown(name: string): string {
    return name.startsWith(hidden) ? this.#names[Number(name.slice(hidden.length))]! : name;
  }

  #hideValue(value: Node): Json {
    const { '@direction': direction, '@type': datatype, ...rest } = value;
    if (direction) this.#lose('dropped-value', String(value['@value']));
    if (typeof datatype !== 'string') return rest;
    const isNative = datatype === '@json' || typeof value['@value'] !== 'string';
    return { ...rest, '@type': isNative ? datatype : this.#hideName(datatype) };
  }

  #hideNode(node: Node, marked: Node | undefined): Json {
    // No label has a space, so none is taken.
    const id = typeof node['@id'] === 'string' ? node['@id'] : `_: ${this.#nameless++}`;
    this.#describe(id, node, marked);
    const members = Object.entries(node).flatMap(([key, value]): [string, Json][] => {
      if (key === '@id') return [];
      if (key === '@type') return [[key, (value as string[]).map((each) => this.#hideName(each))]];
      if (key === '@reverse')
        return [[key, this.#hideReverse(value as Node, marked?.[key] as Node | undefined)]];
      if (key.startsWith('_:')) this.#lose('dropped-key', key);
      return [[key, this.hide(value, marked?.[key])]];
    });
    return Object.fromEntries([['@id', this.#hideName(id)], ...members]);
  }

  #hideReverse(map: Node, marked: Node | undefined): Json {
    return Object.fromEntries(
      Object.entries(map).map(([key, value]) => [key, this.hide(value, marked?.[key])]),
    );
  }

  #describe(id: string, node: Node, marked: Node | undefined): void {
    const offset = offsetOfNode(marked);
    if (offset === undefined) return;
    const predicates = new Set(Object.keys(node).map((key) => (key === '@type' ? type : key)));
    const known = this.descriptions.get(id);
    if (known) known.push({ offset, predicates });
    else this.descriptions.set(id, [{ offset, predicates }]);
  }

  #hideName(name: string): string {
    let number = this.#numbers.get(name);
    if (number === undefined) this.#numbers.set(name, (number = this.#names.push(name) - 1));
    return `${hidden}${number}`;
  }
}
