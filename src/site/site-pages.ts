import type { NamedNode } from '@rdfjs/types';
import { canonicalQuads } from '../graph/canonical.ts';
import type { Kind } from './kinds.ts';
import type { Page } from './page.ts';
import { claimLead } from './pages/claim.ts';
import { conflictLead } from './pages/conflicts.ts';
import { entityPages, type Lead } from './pages/entity.ts';
import { ontologyPage } from './pages/ontology.ts';
import { reportPage } from './pages/report.ts';
import { textPage } from './pages/text.ts';
import { relations } from './pictures/around.ts';
import type { ShownText } from './places.ts';
import { iri } from '../graph/terms.ts';
import { mainThing, type Things } from './things.ts';
import type { Stage } from './view.ts';

/** What comes first on a page about a thing of a kind. */
const leads: Partial<Record<Kind, Lead>> = {
  claim: { show: claimLead, shows: relations },
  discrepancy: { show: conflictLead },
};

/** Pages that are made elsewhere. */
const special = new Set(['shapes', 'dataset']);

/** The pages of all things, each made when it is asked for. */
export async function* thingPages(
  stage: Stage,
  things: Things,
  texts: readonly ShownText[],
): AsyncGenerator<Page> {
  const { model } = stage;
  const shownAs = new Map(texts.map((text) => [text.recorded.node.value, text]));
  for (const [path, nodes] of things) {
    if (special.has(path)) continue;
    const main = mainThing(model, path, nodes);
    if (path === 'ns') {
      const page = ontologyPage(stage, nodes);
      yield { ...page, data: await canonicalQuads(page.data ?? []) };
    } else if (nodes.some((node) => model.address(node)?.fragment !== undefined))
      yield textPage(stage, path, nodes, shownAs.get(main?.value ?? ''));
    else if (main && model.kind(main) === 'report')
      yield reportPage(stage, path, main, textsOf(stage, texts, main));
    else {
      const node = main ?? iri(nodes[0]!.value);
      yield* entityPages(stage, path, node, leads[model.kind(node)]);
    }
  }
}

const textsOf = ({ model }: Stage, texts: readonly ShownText[], report: NamedNode): ShownText[] => {
  const own = new Set(model.subjects('schema:encodesCreativeWork', report).map(({ value }) => value));
  return own.size === 0 ? [] : texts.filter(({ recorded }) => own.has(recorded.node.value));
};
