import type { Term } from '@rdfjs/types';
import { inLanguage, type Language, type LanguageMap } from '../graph/language-map.ts';
import { shorten } from '../graph/shorten.ts';
import { vocabulary } from '../graph/terms.ts';
import { namesOf } from '../validate/names.ts';
import type { Difference } from './difference.ts';
import { tell } from './words.ts';

/** What people call the things of a difference. */
export class Names {
  readonly #graphs: Difference['old']['dataset'][];
  readonly #prefixes: ReadonlyMap<string, string>;

  constructor({ old, new: now }: Difference) {
    this.#graphs = [now.dataset, old.dataset, now.ontology, old.ontology];
    this.#prefixes = new Map([...old.prefixes, ...now.prefixes]);
  }

  /** The names of a thing by language, those of the new state first. */
  all(term: Term): LanguageMap | undefined {
    for (const graph of this.#graphs) {
      const names = namesOf(graph, term);
      if (names) return names;
    }
    return undefined;
  }

  /** What a thing is called in a language: its name there or in another, else the shortest that its IRI can be written. */
  of(term: Term, language: Language): string {
    switch (term.termType) {
      case 'NamedNode':
        if (term.equals(vocabulary.rdf.type)) return tell(language, 'isA');
        return inLanguage(this.all(term), [language]) ?? this.#short(term.value);
      case 'Literal':
        return term.language ? `“${term.value}” (${term.language})` : `“${term.value}”`;
      case 'BlankNode':
        return tell(language, 'nameless');
      default:
        return term.value;
    }
  }

  #short(iri: string): string {
    const short = shorten(iri, this.#prefixes);
    // Much of what has no name belongs to something: its last two parts say what it is.
    return short === iri ? (/[^/#:]+(?:\/[^/#]+)?[/#]?$/.exec(iri)?.[0] ?? iri) : short;
  }
}
