import { expandFrame } from '../graph/json-ld.ts';
import type { ContextDocument } from './json-ld.ts';

/** A frame in expanded form, as far as we look at it. */
export interface ExpandedFrame {
  readonly '@type'?: readonly string[];
  readonly '@reverse'?: ExpandedFrame;
  readonly [property: string]: unknown;
}

/**
 * A frame in expanded form, where what it makes of one node does not depend on the others that it selects; undefined
 * where it may, or where it selects nodes by anything but types.
 */
export async function separableFrame(
  frame: object,
  context: ContextDocument,
): Promise<ExpandedFrame | undefined> {
  const terms = context['@context'];
  // Expanding leaves no trace of it.
  if (Array.isArray(frame) || Object.keys(frame).some((key) => [key, terms[key]].includes('@graph')))
    return undefined;
  const expanded = (await expandFrame({ ...frame, '@context': terms })) as readonly ExpandedFrame[];
  const [top, ...others] = expanded;
  const types = top?.['@type'];
  if (!top || others.length > 0 || !types?.length || !types.every((type) => typeof type === 'string'))
    return undefined;
  const keywords = JSON.stringify(expanded).match(/"@\w+"/g) ?? [];
  return keywords.every((keyword) => separable.has(keyword)) ? top : undefined;
}

const separable = new Set(
  ['type', 'embed', 'explicit', 'reverse', 'value', 'default', 'omitDefault', 'always', 'never', 'once'].map(
    (name) => `"@${name}"`,
  ),
);

/** Whether nodes under a frame are referred to and not embedded. */
export const isNever = (frame: ExpandedFrame): boolean =>
  /"@never"|false/.test(JSON.stringify(frame['@embed'] ?? ''));

/** The frame for what a property leads to. */
export const frameUnder = (frame: ExpandedFrame, property: string): ExpandedFrame =>
  (frame[property] as readonly ExpandedFrame[] | undefined)?.[0] ?? implicitFrame(frame);

/** The frames for what leads to a node, by property. */
export const reverseFrames = (frame: ExpandedFrame): [property: string, frame: ExpandedFrame][] =>
  Object.keys(frame['@reverse'] ?? {}).map((property) => [
    property,
    frameUnder(frame['@reverse']!, property),
  ]);

/** What holds for a property that a frame does not mention (Framing §4.2.2): the flags of the frame. */
function implicitFrame({ '@embed': embed, '@explicit': explicit }: ExpandedFrame): ExpandedFrame {
  const key = JSON.stringify([embed, explicit]);
  const known = implicit.get(key) ?? { '@embed': embed, '@explicit': explicit };
  implicit.set(key, known);
  return known;
}

const implicit = new Map<string, ExpandedFrame>();
