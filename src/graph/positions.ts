import type { BlankNode, Literal, NamedNode, Quad, Term } from '@rdfjs/types';
import { DataFactory } from 'n3';
import { knownIri, vocabulary } from './terms.ts';

/** A place in a text; both are counted from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export type QuadPart = 'subject' | 'predicate' | 'object';

const parts: Readonly<Record<QuadPart, number>> = { subject: 0, predicate: 2, object: 4 };
const perQuad = 6;

/** Quads of which the places are kept together. */
const perBlock = 64;

/** Where the terms of a text's quads stand, by the number of the quad: 24 bytes a quad. */
export class Positions {
  readonly #blocks: Uint32Array[] = [];
  #block = new Uint32Array();
  #used = 0;

  /** Adds the places of the next quad. */
  push(subject: Position, predicate: Position, object: Position): void {
    if (this.#used === this.#block.length) {
      this.#blocks.push((this.#block = new Uint32Array(perQuad * perBlock)));
      this.#used = 0;
    }
    const numbers = this.#block;
    let used = this.#used;
    numbers[used++] = subject.line;
    numbers[used++] = subject.column;
    numbers[used++] = predicate.line;
    numbers[used++] = predicate.column;
    numbers[used++] = object.line;
    numbers[used++] = object.column;
    this.#used = used;
  }

  /** The first character of the token that a term of a quad was read from. */
  at(quad: number, part: QuadPart): Position {
    const block = this.#blocks[Math.floor(quad / perBlock)]!;
    const start = (quad % perBlock) * perQuad + parts[part];
    return { line: block[start]!, column: block[start + 1]! };
  }
}

/** What N3.js tells of a token; its columns count from 0. */
export interface Token {
  readonly type: string;
  /** What stands before the colon of a prefixed name. */
  readonly prefix?: string;
  readonly value?: string;
  readonly line: number;
  readonly start: number;
}

/** A term with the place of the token that it was read from. */
class Located implements Position {
  readonly term: Term;
  readonly line: number;
  readonly column: number;

  constructor(term: Term, token: Token) {
    this.term = term;
    this.line = token.line;
    this.column = token.start + 1;
  }

  // N3.js asks these of a term: of a prefix's IRI, of a datatype, and for its error messages.
  get value(): string {
    return this.term.value;
  }
  get termType(): string {
    return this.term.termType;
  }
  get id(): string {
    return this.term.value;
  }
}

type Given = Located | Term;
const bare = (term: Given): Term => (term instanceof Located ? term.term : term);

const nowhere: Token = { type: '', line: 0, start: -1 };
const start: Position = { line: 1, column: 1 };
const { type } = vocabulary.rdf;

/**
 * A data factory for N3.js that keeps where every term stands. The parser passes the very objects that
 * its factory makes on to its quads, so a place is known however late or in whatever order quads come.
 */
export class LocatingFactory {
  readonly positions = new Positions();
  readonly #graph: Term | undefined;
  readonly #blankPrefix: string | undefined;
  #blanks = 0;
  // The same object for the same spelling, which is shorter than the IRI.
  readonly #byPrefix = new Map<string, Map<string, NamedNode>>();
  readonly #byReference = new Map<string, NamedNode>();
  #token = nowhere;
  #literal = nowhere;
  /** Literals that have been read and not been made. */
  readonly #openLiterals: Token[] = [];
  #verb = nowhere;
  readonly #openLists: Token[] = [];
  #closedList = nowhere;
  /** The bracket of a list of which no cell has been made yet. */
  #newList: Token | undefined;
  #subject: Position = start;
  #predicate: Position = start;
  #object: Position = start;

  /**
   * @param graph the graph of triples that stand in none.
   * @param blankPrefix what the labels of nodes without one begin with.
   */
  constructor(graph?: Term, blankPrefix?: string) {
    this.#graph = graph;
    this.#blankPrefix = blankPrefix;
  }

  /** To be called for each token before the parser reads it. */
  onToken = (token: Token): void => {
    // A list's first cell is made on the token after its bracket or, where that is a literal, later.
    if (this.#token.type === '(') this.#newList = token.type === ')' ? undefined : this.#token;
    this.#token = token;
    switch (token.type) {
      case 'literal':
        this.#openLiterals.push(token);
        break;
      case 'abbreviation':
        this.#verb = token;
        break;
      case '@prefix':
      case 'PREFIX':
      case '@base':
      case 'BASE':
        this.#byPrefix.clear();
        this.#byReference.clear();
        break;
      case '(':
        this.#openLists.push(token);
        break;
      case ')':
        this.#closedList = this.#openLists.pop() ?? token;
        break;
    }
  };

  namedNode = (value: string): Located => {
    const token = this.#token;
    const { type } = token;
    const isName = type === 'prefixed' || type === 'type';
    const nodes = isName ? this.#nodesOf(token.prefix!) : this.#byReference;
    // Terms such as rdf:first, and datatypes of numbers, are spelt by no token; an IRI is a reference to itself.
    const spelling = isName || type === 'IRI' || type === 'typeIRI' ? token.value! : value;
    let node = nodes.get(spelling);
    if (!node) nodes.set(spelling, (node = knownIri(value) ?? DataFactory.namedNode(value)));
    return new Located(node, token);
  };

  #nodesOf(prefix: string): Map<string, NamedNode> {
    let nodes = this.#byPrefix.get(prefix);
    if (!nodes) this.#byPrefix.set(prefix, (nodes = new Map()));
    return nodes;
  }

  blankNode = (label?: string): Located => {
    if (label !== undefined) return new Located(DataFactory.blankNode(label) as BlankNode, this.#token);
    const list = this.#newList;
    this.#newList = undefined;
    // No label of Turtle's begins with a hyphen.
    const name = this.#blankPrefix === undefined ? undefined : `${this.#blankPrefix}-${this.#blanks++}`;
    return new Located(DataFactory.blankNode(name) as BlankNode, list ?? this.#token);
  };

  literal = (value: string, kind?: string | Given | { language: string; direction?: string }): Located => {
    const tag = kind instanceof Located ? kind.term : kind;
    // The parser makes a literal when it sees the token after it, which may be a literal too; and one with a
    // direction twice.
    this.#literal = this.#openLiterals.shift() ?? this.#literal;
    return new Located(DataFactory.literal(value, tag as never) as Literal, this.#literal);
  };

  variable = (name: string): Located => new Located(DataFactory.variable(name), this.#token);

  defaultGraph = (): Term => DataFactory.defaultGraph();

  quad = (subject: Given, predicate: Given, object: Given, graph?: Given): Quad => {
    const given = graph === undefined ? DataFactory.defaultGraph() : bare(graph);
    this.#subject = placed(subject, this.#closedList);
    // No token spells the predicates of a list's cells; they stand where the cell does.
    this.#predicate =
      bare(predicate) === type ? placed(predicate, this.#verb) : placed(predicate, this.#subject);
    this.#object = placed(object, this.#closedList);
    return DataFactory.quad(
      bare(subject) as never,
      bare(predicate) as never,
      bare(object) as never,
      (given.termType === 'DefaultGraph' && this.#graph ? this.#graph : given) as never,
    );
  };

  /** To be called for each quad that the parser gives; a triple term is made like one, but never given. */
  onQuad = (): void => this.positions.push(this.#subject, this.#predicate, this.#object);
}

/** The place of a term; the parser makes some terms, such as rdf:nil, before it reads a token. */
function placed(term: Given, otherwise: Token | Position): Position {
  if (term instanceof Located && term.line > 0) return term;
  if ('column' in otherwise) return otherwise;
  return otherwise === nowhere ? start : { line: otherwise.line, column: otherwise.start + 1 };
}
