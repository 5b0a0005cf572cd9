import type { Term } from '@rdfjs/types';
import { html, type Html, join } from '../html.ts';
import type { Matrix } from '../count-matrix.ts';
import type { View } from '../view.ts';
import { moreWords } from '../words/more.ts';
import { drawing, short, wrapped } from './svg.ts';

const width = 760;
const leftEdge = 240;
const rightEdge = 540;
const barWidth = 8;
const gap = 9;
const leastHeight = 15;
const actorsShown = 10;
const valuesShown = 16;

interface Bar {
  readonly node: Term;
  readonly y: number;
  readonly height: number;
}

/** Actors and values with a band for the claims that connect two of them. */
export function network(view: View, { actors, values, count, data: _, ...matrix }: Matrix): Html {
  const left = actors.slice(0, actorsShown);
  const chosen = values.slice(0, valuesShown);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const weightOf = (actor: Term) => sum(chosen.map((value) => count(actor, value)));
  const weightTo = (value: Term) => sum(left.map((actor) => count(actor, value)));
  const scale = 5;
  // A value stands near the actors that appeal to it, so that bands cross less.
  const centre = (value: Term) =>
    sum(left.map((actor, index) => count(actor, value) * index)) / Math.max(1, weightTo(value));
  const right = chosen
    .map((value) => [value, centre(value)] as const)
    .sort(([, a], [, b]) => a - b)
    .map(([value]) => value);
  const stack = (nodes: readonly Term[], weight: (node: Term) => number): { bars: Bar[]; height: number } => {
    let y = 10;
    const bars = nodes.map((node) => {
      const bar = { node, y, height: Math.max(2, weight(node) * scale) };
      y += Math.max(leastHeight, bar.height) + gap;
      return bar;
    });
    return { bars, height: y };
  };
  const [from, to] = [stack(left, weightOf), stack(right, weightTo)];
  const height = Math.max(from.height, to.height) + 4;
  const shift = (side: typeof from) =>
    side.bars.map((bar) => ({ ...bar, y: bar.y + (height - side.height) / 2 }));
  const [sources, targets] = [shift(from), shift(to)];
  const offsets = new Map<string, number>();
  const take = (key: string, amount: number): number => {
    const offset = offsets.get(key) ?? 0;
    offsets.set(key, offset + amount);
    return offset;
  };
  const bands = sources.flatMap((source, index) =>
    targets.flatMap((target) => {
      const number = count(source.node, target.node);
      if (number === 0) return [];
      const thick = number * scale;
      const start = source.y + take(`from ${source.node.value}`, thick) + thick / 2;
      const end = target.y + take(`to ${target.node.value}`, thick) + thick / 2;
      const middle = (leftEdge + rightEdge) / 2;
      return [
        html`<path
          class="band b${index % 5}"
          stroke-width="${short(thick - 0.6)}"
          d="M${leftEdge + barWidth} ${short(start)}C${middle} ${short(start)} ${middle} ${short(end)} ${rightEdge - barWidth} ${short(end)}"
        />`,
      ];
    }),
  );
  const label = ({ node, y, height: tall }: Bar, x: number, anchor: string): Html => {
    const [text] = wrapped(view.name(node).text, 34, 1);
    return html`<text x="${x}" y="${short(y + Math.max(tall, 2) / 2 + 4.5)}" text-anchor="${anchor}"
      >${text} <tspan class="count">${matrix.totalOf(node)}</tspan></text
    >`;
  };
  const bar = ({ y, height: tall }: Bar, x: number): Html =>
    html`<rect x="${x}" y="${short(y)}" width="${barWidth}" height="${short(tall)}" />`;
  const picture = drawing('network', {
    name: view.tell(moreWords.network),
    description: `${view.tell(moreWords.networkText, { actors: left.length, values: right.length })} ${view.tell(moreWords.networkTable)}`,
    width,
    height,
    className: 'network',
    content: join([
      ...bands,
      ...sources.flatMap((each) => [bar(each, leftEdge), label(each, leftEdge - 8, 'end')]),
      ...targets.flatMap((each) => [bar(each, rightEdge - barWidth), label(each, rightEdge + 8, 'start')]),
    ]),
  });
  return html`<figure>
    <div class="scroll" role="region" tabindex="0" aria-label="${view.tell(moreWords.network)}">
      ${picture}
    </div>
    <figcaption>
      ${view.tell(moreWords.networkText, { actors: left.length, values: right.length })}
      ${view.tell(moreWords.networkTable)}
    </figcaption>
  </figure>`;
}
