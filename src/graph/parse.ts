import type { NamedNode, Quad } from '@rdfjs/types';
import { Parser } from 'n3';
import { exit, Failure } from '../failure.ts';
import type { Parsed, ParseOptions, PrefixDeclaration } from './parsed.ts';
import { LocatingFactory, type Position } from './positions.ts';

export type { Loss, Parsed, ParseOptions, PrefixDeclaration } from './parsed.ts';

/** The RDF syntaxes that can be read, by file name ending. */
export const formats: Readonly<Record<string, string>> = {
  '.ttl': 'text/turtle',
  '.trig': 'application/trig',
  '.nt': 'application/n-triples',
  '.nq': 'application/n-quads',
  '.jsonld': 'application/ld+json',
  '.json': 'application/ld+json',
};

/**
 * Reads RDF 1.1 Turtle, TriG, N-Triples or N-Quads, strictly, or JSON-LD 1.1, offline.
 * @throws Failure 3 with file, line and column where the text is not of the syntax that its ending names.
 */
export async function parse(text: string, options: ParseOptions): Promise<Parsed> {
  const format = formatOf(options.path);
  if (format !== 'application/ld+json') return parseTurtle(text, format, options);
  // Loaded only here: most projects hold no JSON-LD.
  const { parseJsonLd } = await import('./parse-json-ld.ts');
  return parseJsonLd(text, options);
}

async function parseTurtle(text: string, format: string, options: ParseOptions): Promise<Parsed> {
  const quads: Quad[] = [];
  const declarations: PrefixDeclaration[] = [];
  const factory = new LocatingFactory(options.graph);
  // Without a format, N3.js accepts a superset of Turtle and reads a missing semicolon as a graph.
  const parser = new Parser({
    format,
    ...(options.base !== undefined && { baseIRI: options.base }),
    factory: factory as never,
  });
  await new Promise<void>((resolve, reject) =>
    parser.parse(text, {
      onToken: factory.onToken,
      onPrefix: (prefix: string, { value, line, column }: NamedNode & Position) =>
        void declarations.push({ prefix, namespace: value, line, column }),
      onQuad(error: Error | null, quad: Quad | null) {
        if (error) return reject(asFailure(error, options.path));
        if (!quad) return resolve();
        factory.onQuad();
        quads.push(quad);
      },
    } as never),
  );
  return {
    quads,
    prefixes: new Map(declarations.map(({ prefix, namespace }) => [prefix, namespace])),
    declarations,
    losses: [],
    positions: factory.positions,
    precision: 'token',
  };
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
