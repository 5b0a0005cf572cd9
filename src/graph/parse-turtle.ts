import type { NamedNode, Quad } from '@rdfjs/types';
import { Lexer, Parser } from 'n3';
import { exit, Failure } from '../failure.ts';
import type { Parsed, ParseOptions, PrefixDeclaration } from './parsed.ts';
import { LocatingFactory, type Position, type Token } from './positions.ts';

/**
 * Reads Turtle or a syntax of its family.
 * @param format its media type: without one, N3.js accepts a superset of Turtle and reads a missing semicolon
 *   as a graph.
 * @throws Failure 3 with file, line and column where the text is not of that syntax.
 */
export async function parseTurtle(
  text: string,
  format: string,
  { path, base, graph, blankPrefix }: ParseOptions,
): Promise<Parsed> {
  const quads: Quad[] = [];
  const declarations: PrefixDeclaration[] = [];
  const factory = new LocatingFactory(graph, blankPrefix);
  await new Promise<void>((resolve, reject) => {
    const parser = new Parser({
      format,
      ...(base !== undefined && { baseIRI: base }),
      ...(blankPrefix !== undefined && { blankNodePrefix: blankPrefix }),
      factory,
      lexer: guardedLexer(format, factory, reject),
    } as never);
    parser.parse(text, {
      onPrefix: (prefix: string, { value, line, column }: NamedNode & Position) =>
        void declarations.push({ prefix, namespace: value, line, column }),
      onQuad(error: Error | null, quad: Quad | null) {
        if (error) return reject(asFailure(error, path));
        if (!quad) return resolve();
        factory.onQuad();
        quads.push(quad);
      },
    } as never);
  });
  return {
    quads,
    prefixes: new Map(declarations.map(({ prefix, namespace }) => [prefix, namespace])),
    declarations,
    losses: [],
    positions: factory.positions,
    precision: 'token',
  };
}

/**
 * The lexer that the parser would make for the format, which shows the factory each token before the parser reads it, and
 * hands on what is thrown then: it reads when nobody can catch that any more, and after some errors the parser goes on and
 * trips. The parser can show tokens too, at half the speed.
 */
function guardedLexer(format: string, factory: LocatingFactory, reject: (error: unknown) => void): Lexer {
  const lexer = new Lexer({ lineMode: /n-(?:triples|quads)$/.test(format) });
  const tokenize = lexer.tokenize.bind(lexer) as unknown as Tokenize;
  const guarded: Tokenize = (input, read) =>
    tokenize(input, (fault, token) => {
      try {
        if (token) factory.onToken(token);
        read(fault, token);
      } catch (error) {
        reject(error);
      }
    });
  lexer.tokenize = guarded as never;
  return lexer;
}

type Tokenize = (input: string, read: (fault: unknown, token?: Token) => void) => void;

interface SyntaxContext {
  readonly line?: number;
  readonly token?: { readonly start: number };
}

function asFailure(error: Error & { context?: SyntaxContext }, path: string): Failure {
  const { line, token } = error.context ?? {};
  const message = error.message.replace(/ on line \d+\.?$/, '');
  const column = token ? token.start + 1 : undefined;
  return new Failure(exit.unreadable, `Not valid RDF: ${message}`, {
    file: path,
    line,
    column,
    cause: error,
  });
}
