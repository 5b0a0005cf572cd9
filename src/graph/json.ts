import { exit, Failure } from '../failure.ts';
import type { Position } from './positions.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A JSON value with the offsets of its first character and of the first character after it. */
export type JsonNode = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'scalar'; readonly value: string | number | boolean | null }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
  | { readonly kind: 'object'; readonly members: readonly JsonMember[] }
);

export interface JsonMember {
  readonly key: string;
  /** Offset of the key's quotation mark. */
  readonly start: number;
  readonly node: JsonNode;
}

/** As deep as values may stand in each other. */
const deepest = 256;

const space = /[\t\n\r ]*/y;
const string = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})[^"\\\u0000-\u001f]*)*"/y;
const word = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;

/**
 * Reads JSON (RFC 8259) keeping where every value stands.
 * @param path the file's path as the user would write it.
 * @throws Failure 3 with line and column where it is not JSON, or one object has a key twice, of which
 *   one would be lost; 6 where it is nested more than 256 deep.
 */
export function readJson(text: string, path: string): JsonNode {
  let at = 0;
  const refuse = (message: string, offset = at, code: number = exit.unreadable): never => {
    throw new Failure(code, message, { file: path, ...positionIn(text)(offset) });
  };
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const accept = (character: string): boolean => {
    match(space);
    if (text[at] !== character) return false;
    at++;
    return true;
  };
  const found = () =>
    at < text.length ? JSON.stringify(String.fromCodePoint(text.codePointAt(at)!)) : 'the end';
  // A text that ends too early is wrong where its last words stand.
  const expect = (wanted: string): never =>
    refuse(
      `Not valid JSON: ${wanted} expected, ${found()} found`,
      at < text.length ? at : text.trimEnd().length,
    );

  /** What stands between brackets, separated by commas. */
  const series = (close: string, read: () => void): void => {
    if (accept(close)) return;
    do read();
    while (accept(','));
    if (!accept(close)) expect(`"," or "${close}"`);
  };
  const value = (depth: number): JsonNode => {
    if (depth > deepest) refuse(`Nested more than ${deepest} deep`, at, exit.limit);
    match(space);
    const start = at;
    if (accept('[')) {
      const items: JsonNode[] = [];
      series(']', () => items.push(value(depth + 1)));
      return { kind: 'array', start, end: at, items };
    }
    if (accept('{')) {
      const members = new Map<string, JsonMember>();
      series('}', () => {
        match(space);
        const before = at;
        const key = JSON.parse(match(string) ?? expect('a key in quotation marks')) as string;
        if (members.has(key)) refuse(`The key ${JSON.stringify(key)} stands twice in one object`, before);
        if (!accept(':')) expect('":"');
        members.set(key, { key, start: before, node: value(depth + 1) });
      });
      return { kind: 'object', start, end: at, members: [...members.values()] };
    }
    const scalar = match(string) ?? match(word) ?? expect('a value');
    return { kind: 'scalar', start, end: at, value: JSON.parse(scalar) as string };
  };

  const whole = value(0);
  match(space);
  if (at < text.length) expect('the end');
  return whole;
}

/**
 * The plain value of what was read.
 * @param more members to add to an object; they are not to have a key of its own.
 */
export function valueOf(node: JsonNode, more: (node: JsonNode) => Iterable<[string, Json]> = () => []): Json {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'array') return node.items.map((item) => valueOf(item, more));
  const members = node.members.map(({ key, node }) => [key, valueOf(node, more)] as [string, Json]);
  return Object.fromEntries([...members, ...more(node)]);
}

/** The line and column of an offset in a text, whose lines are counted at the first question. */
export function positionIn(text: string): (offset: number) => Position {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((end) => end.index + end[0].length)];
    const line = starts.findLastIndex((start) => start <= offset);
    return { line: line + 1, column: offset - starts[line]! + 1 };
  };
}

/** Every value in a value, itself first, with the key that it stands under where it has one. */
export function* everyValue(
  node: JsonNode,
  member?: JsonMember,
): Generator<{ node: JsonNode; member?: JsonMember }> {
  yield member ? { node, member } : { node };
  if (node.kind === 'array') for (const item of node.items) yield* everyValue(item);
  if (node.kind === 'object') for (const each of node.members) yield* everyValue(each.node, each);
}

/** Offset of the first key or scalar that is this value. */
export function offsetOf(node: JsonNode, wanted: unknown): number | undefined {
  for (const { node: each, member } of everyValue(node)) {
    if (member && member.key === wanted) return member.start;
    if (each.kind === 'scalar' && each.value === wanted) return each.start;
  }
  return undefined;
}
