import type { BlankNode, Literal, NamedNode, Quad } from '@rdfjs/types';
import { exit, Failure } from '../failure.ts';
import { everyValue, type JsonNode, offsetOf, positionIn, readJson, valueOf } from './json.ts';
import { expand, type JsonLdEvent, type JsonLdQuad, type JsonLdTerm, toQuads } from './json-ld.ts';
import { expandMarked } from './json-ld-marks.ts';
import { JsonLdNames } from './json-ld-names.ts';
import { JsonLdPositions } from './json-ld-positions.ts';
import type { Loss, Parsed, ParseOptions } from './parsed.ts';
import type { Position } from './positions.ts';
import { blankNode, defaultGraph, iri, literal, quad as makeQuad, termKey } from './terms.ts';

/**
 * Reads JSON-LD 1.1. What the processor would leave out of the quads, or change, is told as losses.
 * @throws Failure 3 where it is not JSON or not JSON-LD, or names a context that would have to be fetched;
 *   6 where it is nested too deep.
 */
export async function parseJsonLd(
  text: string,
  { path, base = '', graph, blankPrefix }: ParseOptions,
): Promise<Parsed> {
  const document = readJson(text, path);
  if (document.kind === 'scalar')
    throw new Failure(exit.unreadable, 'Not JSON-LD: an object or an array expected', {
      file: path,
      line: 1,
    });
  const position = positionIn(text);
  const losses: Loss[] = changedNumbers(document, text).map(({ written, offset }) => ({
    rule: 'changed-number',
    value: written,
    ...position(offset),
  }));
  const lose = (rule: Loss['rule'], value: string) =>
    void losses.push({ rule, value, ...position(offsetOf(document, value) ?? document.start) });
  try {
    const eventHandler = ({ event }: { event: JsonLdEvent }) => {
      const lost = lossOf(event);
      if (lost) lose(...lost);
    };
    const expanded = await expand(valueOf(document), { base, eventHandler });
    const names = new JsonLdNames(lose);
    const hidden = names.hide(expanded, await expandMarked(document, expanded, base));
    const terms = new Terms(names, blankPrefix);
    const quads = (await toQuads(hidden)).map((each) => terms.quad(each, graph));
    const descriptions = new Map(
      [...names.descriptions].map(([name, described]) => [termKey(terms.node(name)), described]),
    );
    const positions = new JsonLdPositions(position, document, quads, descriptions);
    return { quads, prefixes: new Map(), declarations: [], losses, positions, precision: 'node' };
  } catch (error) {
    throw asFailure(error, path, (value) => {
      const offset = offsetOf(document, value);
      return offset === undefined ? undefined : position(offset);
    });
  }
}

/** Makes the terms of the rest of the program; blank nodes are those of one document only. */
class Terms {
  readonly #names: JsonLdNames;
  readonly #blankPrefix: string | undefined;
  readonly #blanks = new Map<string, BlankNode>();

  constructor(names: JsonLdNames, blankPrefix: string | undefined) {
    this.#names = names;
    this.#blankPrefix = blankPrefix;
  }

  node(name: string): NamedNode | BlankNode {
    if (!name.startsWith('_:')) return iri(name);
    let blank = this.#blanks.get(name);
    if (!blank) {
      const prefix = this.#blankPrefix;
      blank = blankNode(prefix === undefined ? undefined : `${prefix}-${this.#blanks.size}`);
      this.#blanks.set(name, blank);
    }
    return blank;
  }

  quad({ subject, predicate, object, graph }: JsonLdQuad, otherwise: NamedNode | undefined): Quad {
    return makeQuad(
      this.#term(subject) as NamedNode,
      this.#term(predicate) as NamedNode,
      this.#term(object),
      graph.termType === 'DefaultGraph' ? (otherwise ?? defaultGraph()) : (this.#term(graph) as NamedNode),
    );
  }

  #term({ termType, value, language, datatype }: JsonLdTerm): NamedNode | BlankNode | Literal {
    if (termType === 'NamedNode') return this.node(this.#names.shown(value));
    // The processor names the cells of lists; no label in a document has a space.
    if (termType === 'BlankNode') return this.node(`_: ${value}`);
    return literal(value, language || iri(this.#names.shown(datatype!.value)));
  }
}

/** Numbers that readers of JSON, this one too, cannot keep (RFC 8259 §6). */
const changedNumbers = (document: JsonNode, text: string) =>
  [...everyValue(document)].flatMap(({ node }) => {
    if (node.kind !== 'scalar' || typeof node.value !== 'number') return [];
    const written = text.slice(node.start, node.end);
    const isKept = /^-?\d+$/.test(written)
      ? BigInt(written) === BigInt(node.value)
      : Number.isFinite(node.value);
    return isKept ? [] : [{ written, offset: node.start }];
  });

/** Codes of what the processor drops, with the detail that says what it was. */
const dropped: Readonly<Record<string, readonly [Loss['rule'], detail: string]>> = {
  'invalid property': ['dropped-key', 'property'],
  'reserved term': ['dropped-key', 'term'],
  'free-floating scalar': ['dropped-value', 'value'],
  'reserved @id value': ['dropped-value', 'id'],
  'reserved @reverse value': ['dropped-value', 'reverse'],
};

function lossOf({ code, details }: JsonLdEvent): [Loss['rule'], string] | undefined {
  const known = Object.hasOwn(dropped, code) ? dropped[code] : undefined;
  return known && [known[0], String(details[known[1]])];
}

interface JsonLdError extends Error {
  readonly details?: { readonly cause?: unknown } & Readonly<Record<string, unknown>>;
}

function asFailure(error: unknown, path: string, find: (value: unknown) => Position | undefined): Failure {
  const { details = {}, message } = error as JsonLdError;
  if (details.cause instanceof Failure || error instanceof Failure) {
    const { code, hint, message } = (details.cause ?? error) as Failure;
    return new Failure(code, message, { file: path, hint, ...find(details['url']), cause: error });
  }
  const place = Object.values(details)
    .map(find)
    .find((found) => found !== undefined);
  const what = message.replace(/^Invalid JSON-LD syntax; /, '');
  return new Failure(exit.unreadable, `Not JSON-LD: ${what}`, { file: path, ...place, cause: error });
}
