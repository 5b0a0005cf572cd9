/**
 * A text that does nothing to a terminal but show itself: control and format characters, with which it
 * could move the cursor or turn the reading direction, are written as `\u202E`. The joiners that emoji
 * and Persian are written with stay.
 */
export const visible = (text: string): string =>
  text.replace(
    /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu,
    (character) => `\\u${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
  );
