/** A text by language tag. */
export type LanguageMap = Readonly<Record<string, string>>;

/** The languages that the program itself speaks. */
export type Language = 'nl' | 'en';

/** The text in the first of the languages that has one, else in any; undefined where there is none. */
export function inLanguage(texts: LanguageMap | undefined, languages: readonly string[]): string | undefined {
  if (!texts) return undefined;
  for (const language of languages) if (texts[language] !== undefined) return texts[language];
  return Object.values(texts)[0];
}

export type Values = Readonly<Record<string, string | number>>;

/** A sentence with its values in: `{name}` is a value, `{number|one|many}` a number with the word that fits it. */
export function fillIn(sentence: string, values: Values): string {
  return sentence.replace(
    /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g,
    (_, name: string, one?: string, many?: string) =>
      one === undefined ? String(values[name]) : `${values[name]} ${values[name] === 1 ? one : many}`,
  );
}
