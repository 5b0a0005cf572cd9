/** A text by language tag. */
export type LanguageMap = Readonly<Record<string, string>>;

/** The text in the first of the languages that has one, else in any; undefined where there is none. */
export function inLanguage(texts: LanguageMap | undefined, languages: readonly string[]): string | undefined {
  if (!texts) return undefined;
  for (const language of languages) if (texts[language] !== undefined) return texts[language];
  return Object.values(texts)[0];
}
