// Controls, formatting characters such as the bidirectional ones, separators of lines, lone halves and
// noncharacters; not the joiners that emoji and Persian are written with.
const hidden = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\ufffe\uffff]/gu;

const names: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * A text on one line in which each character that could hide, reorder or break what is around it is
 * written as Turtle escapes it (RDF 1.1 Turtle §6.4): `\u202E` for an override of the direction.
 */
export const visible = (text: string): string =>
  text.replace(hidden, (character) => names[character] ?? escaped(character.codePointAt(0)!));

/** The same for a text that may have several lines. */
export const visibleLines = (text: string): string =>
  text
    .split(/\r\n|\n|\r/)
    .map(visible)
    .join('\n');

const escaped = (code: number): string =>
  code > 0xffff ? `\\U${hexadecimal(code, 8)}` : `\\u${hexadecimal(code, 4)}`;

const hexadecimal = (code: number, digits: number): string =>
  code.toString(16).toUpperCase().padStart(digits, '0');
