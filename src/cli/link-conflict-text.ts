import type { Language } from '../graph/language-map.ts';
import type { Conflict } from '../link/conflicts.ts';
import { visible } from '../report/visible.ts';
import { sayInReview } from './link-review-words.ts';

/** What keeps something from being accepted, in a sentence. */
export function refusalOf(conflict: Conflict, relation: string, language: Language): string {
  switch (conflict.kind) {
    case 'denied': {
      const because = conflict.mapping.comment ? ` (${conflict.mapping.comment})` : '';
      return visible(sayInReview(language, 'isDenied', { because }));
    }
    case 'taken':
      return visible(sayInReview(language, 'isTaken', { iri: conflict.iri }));
    case 'unfit':
      return sayInReview(language, 'isUnfit', { relation });
  }
}
