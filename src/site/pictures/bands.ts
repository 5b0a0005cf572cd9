import { html, type Html, join } from '../html.ts';
import { drawing, short, wrapped } from './svg.ts';

const width = 760;
const leftEdge = 240;
const rightEdge = 540;
const barWidth = 8;
const gap = 9;
const leastHeight = 15;
/** How thick a band of one is, and how high all of a side are together at most. */
const scale = { most: 5, height: 900 };

/** What stands on a side of the picture. */
export interface End {
  readonly key: string;
  readonly label: string;
  /** The number beside its name. */
  readonly total: number;
}

export interface Bands {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly left: readonly End[];
  readonly right: readonly End[];
  readonly count: (left: End, right: End) => number;
}

interface Bar {
  readonly end: End;
  readonly y: number;
  readonly height: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Two sides, with a band between two ends as thick as the number that connects them. */
export function bandsPicture({ id, name, description, left, right, count }: Bands): Html {
  const weightOf = (end: End) => sum(right.map((each) => count(end, each)));
  const weightTo = (end: End) => sum(left.map((each) => count(each, end)));
  const all = sum(left.map(weightOf));
  const thickness = Math.min(scale.most, scale.height / Math.max(1, all));
  // What is on the right stands near what it is connected with, so that bands cross less.
  const centre = (end: End) =>
    sum(left.map((each, index) => count(each, end) * index)) / Math.max(1, weightTo(end));
  const sorted = right
    .map((end) => [end, centre(end)] as const)
    .sort(([, a], [, b]) => a - b)
    .map(([end]) => end);
  const stack = (ends: readonly End[], weight: (end: End) => number): { bars: Bar[]; height: number } => {
    let y = 10;
    const bars = ends.map((end) => {
      const bar = { end, y, height: Math.max(2, weight(end) * thickness) };
      y += Math.max(leastHeight, bar.height) + gap;
      return bar;
    });
    return { bars, height: y };
  };
  const [from, to] = [stack(left, weightOf), stack(sorted, weightTo)];
  const height = Math.max(from.height, to.height) + 4;
  const shift = (side: typeof from) =>
    side.bars.map((bar) => ({ ...bar, y: bar.y + (height - side.height) / 2 }));
  const [sources, targets] = [shift(from), shift(to)];
  const offsets = new Map<Bar, number>();
  const take = (bar: Bar, amount: number): number => {
    const offset = offsets.get(bar) ?? 0;
    offsets.set(bar, offset + amount);
    return bar.y + offset + amount / 2;
  };
  const middle = (leftEdge + rightEdge) / 2;
  const bands = sources.flatMap((source, index) =>
    targets.flatMap((target) => {
      const number = count(source.end, target.end);
      if (number === 0) return [];
      const thick = number * thickness;
      const [start, end] = [short(take(source, thick)), short(take(target, thick))];
      return [
        html`<path
          class="band b${index % 5}"
          stroke-width="${short(Math.max(0.6, thick - 0.6))}"
          d="M${leftEdge + barWidth} ${start}C${middle} ${start} ${middle} ${end} ${rightEdge - barWidth} ${end}"
          ><title>${source.end.label} – ${target.end.label}: ${number}</title></path
        >`,
      ];
    }),
  );
  const drawn = ({ end: { label, total }, y, height: tall }: Bar, side: 'left' | 'right'): Html => {
    const [text] = wrapped(label, 28, 1);
    const isLeft = side === 'left';
    return html`<rect
        x="${isLeft ? leftEdge : rightEdge - barWidth}"
        y="${short(y)}"
        width="${barWidth}"
        height="${short(tall)}"
      /><text
        x="${isLeft ? leftEdge - 8 : rightEdge + 8}"
        y="${short(y + tall / 2 + 4.5)}"
        text-anchor="${isLeft ? 'end' : 'start'}"
        >${text} <tspan class="count">${total}</tspan></text
      >`;
  };
  const picture = drawing(id, {
    name,
    description,
    width,
    height,
    className: 'network',
    content: join([
      ...bands,
      ...sources.map((bar) => drawn(bar, 'left')),
      ...targets.map((bar) => drawn(bar, 'right')),
    ]),
  });
  return html`<figure>
    <div class="scroll" role="region" tabindex="0" aria-label="${name}">${picture}</div>
    <figcaption>${description}</figcaption>
  </figure>`;
}
