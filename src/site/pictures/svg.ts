import { html, type Html } from '../html.ts';

/** A picture with a name and a description for who cannot see it. */
export interface Picture {
  readonly name: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly className: string;
  readonly content: Html;
}

/** A number with at most one decimal: the same on every machine, and short. */
export const short = (value: number): string => String(Math.round(value * 10) / 10);

/**
 * A drawing made when the site is built. Colours come from the stylesheet, by class.
 * @param id what no other drawing on the page is called.
 */
export function drawing(id: string, { name, description, width, height, className, content }: Picture): Html {
  return html`<svg
    class="${className}"
    viewBox="0 0 ${short(width)} ${short(height)}"
    role="img"
    aria-labelledby="${id}-t ${id}-d"
  >
    <title id="${id}-t">${name}</title>
    <desc id="${id}-d">${description}</desc>
    ${content}
  </svg>`;
}

/** A text cut in lines of at most so many characters, the last with an ellipsis where there is more. */
export function wrapped(text: string, columns: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
    if (line.length > columns) line = `${line.slice(0, columns - 1)}…`;
  }
  lines.push(line);
  if (lines.length <= most) return lines;
  const last = lines[most - 1]!;
  return [...lines.slice(0, most - 1), `${last.slice(0, columns - 1)}…`];
}
