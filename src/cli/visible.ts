/**
 * Text that does to a terminal nothing but show itself: control and format characters, with which a
 * text could move the cursor or turn the reading direction, are written as `\u202E`.
 */
export const visible = (text: string): string =>
  text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
  );
