import type { NamedNode, Quad } from '@rdfjs/types';
import { Parser } from 'n3';
import { exit, Failure } from '../failure.ts';
import { LocatingFactory, type Positions } from './positions.ts';

/** The RDF syntaxes that can be read, by file name ending. */
export const formats: Readonly<Record<string, string>> = {
  '.ttl': 'text/turtle',
  '.trig': 'application/trig',
  '.nt': 'application/n-triples',
  '.nq': 'application/n-quads',
};

export interface Parsed {
  readonly quads: readonly Quad[];
  readonly prefixes: ReadonlyMap<string, string>;
  /** Where the terms of each quad stand. */
  readonly positions: Positions;
}

export interface ParseOptions {
  /** The file's path as the user would write it; its ending gives the syntax. */
  readonly path: string;
  /** Relative IRIs are resolved against this. */
  readonly base: string;
  /** The graph that triples without a graph of their own belong to. */
  readonly graph?: NamedNode | undefined;
}

/**
 * Reads RDF 1.1 Turtle, TriG, N-Triples or N-Quads, strictly.
 * @throws Failure 3 with file, line and column where the text is not of the syntax that its ending names.
 */
export async function parse(text: string, options: ParseOptions): Promise<Parsed> {
  const quads: Quad[] = [];
  const prefixes = new Map<string, string>();
  const factory = new LocatingFactory(options.graph);
  // Without a format, N3.js accepts a superset of Turtle and reads a missing semicolon as a graph.
  const parser = new Parser({
    format: formatOf(options.path),
    baseIRI: options.base,
    factory: factory as never,
  });
  await new Promise<void>((resolve, reject) =>
    parser.parse(text, {
      onToken: factory.onToken,
      onPrefix: (prefix: string, name: NamedNode) => void prefixes.set(prefix, name.value),
      onQuad(error: Error | null, quad: Quad | null) {
        if (error) return reject(asFailure(error, options.path));
        if (!quad) return resolve();
        factory.onQuad();
        quads.push(quad);
      },
    } as never),
  );
  return { quads, prefixes, positions: factory.positions };
}

function formatOf(path: string): string {
  // Standard input has no ending; TriG reads Turtle and N-Triples too.
  const ending = path === '-' ? '.trig' : path.slice(path.lastIndexOf('.'));
  const format = formats[ending];
  if (!format)
    throw new Failure(exit.unreadable, `Cannot tell the RDF syntax of ${path} from its ending`, {
      file: path,
      hint: `Use one of ${Object.keys(formats).join(', ')}.`,
    });
  return format;
}

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
