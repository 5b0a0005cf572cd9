import { type ParseOptions, type Parsed, parse } from '../graph/parse.ts';

/** Documents that were read before: one that is still the same is not read again. */
export class ParsedDocuments {
  readonly #known = new Map<string, { text: string; options: ParseOptions; parsed: Parsed }>();

  /** As `parse` does. */
  async parse(text: string, options: ParseOptions): Promise<Parsed> {
    const known = this.#known.get(options.path);
    if (
      known?.text === text &&
      known.options.base === options.base &&
      known.options.graph === options.graph &&
      known.options.blankPrefix === options.blankPrefix
    )
      return known.parsed;
    const parsed = await parse(text, options);
    this.#known.set(options.path, { text, options, parsed });
    return parsed;
  }
}
