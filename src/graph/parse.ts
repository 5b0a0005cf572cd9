import type { NamedNode, Quad } from '@rdfjs/types';
import { Parser } from 'n3';
import { exit, Failure } from '../failure.ts';
import { quad as makeQuad, termKey } from './terms.ts';

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
  /** Line, counted from 1, of the first statement about a subject; keys as in `termKey`. */
  readonly lines: ReadonlyMap<string, number>;
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
 * @throws Failure 3 with file and line where the text is not of the syntax that its ending names.
 */
export async function parse(text: string, options: ParseOptions): Promise<Parsed> {
  const quads: Quad[] = [];
  const prefixes = new Map<string, string>();
  const lines = new Map<string, number>();
  // A quad ends its statement before the next one begins, so this line is always that of its own.
  let statementLine = 1;
  let atStart = true;
  // Without a format, N3.js accepts a superset of Turtle and reads a missing semicolon as a graph.
  const parser = new Parser({ format: formatOf(options.path), baseIRI: options.base });
  await new Promise<void>((resolve, reject) =>
    parser.parse(text, {
      onToken(token: { type: string; line: number }) {
        if (atStart) statementLine = token.line;
        atStart = token.type === '.';
      },
      onPrefix: (prefix: string, name: NamedNode) => void prefixes.set(prefix, name.value),
      onQuad(error: Error | null, quad: Quad | null) {
        if (error) return reject(asFailure(error, options.path));
        if (!quad) return resolve();
        quads.push(
          options.graph && quad.graph.termType === 'DefaultGraph' ? inGraph(quad, options.graph) : quad,
        );
        const subject = termKey(quad.subject);
        if (!lines.has(subject)) lines.set(subject, statementLine);
      },
    } as never),
  );
  return { quads, prefixes, lines };
}

function formatOf(path: string): string {
  const ending = path.slice(path.lastIndexOf('.'));
  const format = formats[ending];
  if (!format)
    throw new Failure(exit.unreadable, `Cannot tell the RDF syntax of ${path} from its ending`, {
      file: path,
      hint: `Use one of ${Object.keys(formats).join(', ')}.`,
    });
  return format;
}

const inGraph = (quad: Quad, graph: NamedNode) =>
  makeQuad(quad.subject as never, quad.predicate as never, quad.object as never, graph);

function asFailure(error: Error & { context?: { line?: number } }, path: string): Failure {
  const line = error.context?.line;
  const message = error.message.replace(/ on line \d+\.?$/, '');
  return new Failure(exit.unreadable, `Not valid RDF: ${message}`, { file: path, line, cause: error });
}
