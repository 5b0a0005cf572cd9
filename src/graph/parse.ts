import { exit, Failure } from '../failure.ts';
import { parseTurtle } from './parse-turtle.ts';
import type { Parsed, ParseOptions } from './parsed.ts';

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

function formatOf(path: string): string {
  // Standard input has no ending; TriG reads Turtle and N-Triples too.
  const name = path.replace(/\.gz$/, '');
  const ending = name === '-' ? '.trig' : name.slice(name.lastIndexOf('.'));
  const format = formats[ending];
  if (!format)
    throw new Failure(exit.unreadable, `Cannot tell the RDF syntax of ${path} from its ending`, {
      file: path,
      hint: `Use one of ${Object.keys(formats).join(', ')}.`,
    });
  return format;
}
