import type { Term } from '@rdfjs/types';
import type { LanguageMap } from '../graph/language-map.ts';
import { inLanguage, type Language } from '../graph/language-map.ts';
import { shorten } from '../graph/shorten.ts';
import { type Graph, pathAsSparql } from '../validate/path.ts';
import type { Rule } from '../validate/rule.ts';
import { constraintText } from './constraint-text.ts';
import { type ExamplePair, tell } from './examples.ts';
import { localName, placeOf, ruleName } from './names.ts';
import { visible } from './visible.ts';
import { say } from './words.ts';

/** What a rule is explained with. */
export interface Explanation {
  readonly rule: Rule;
  readonly examples: ExamplePair | undefined;
  /** The shapes, for what a constraint is given. */
  readonly shapes: Graph;
  readonly prefixes: ReadonlyMap<string, string>;
}

/** What a rule means, what it asks and of what, where it stands, and what keeps and breaks it. */
export function explain({ rule, examples, shapes, prefixes }: Explanation, language: Language): string {
  const short = (iri: string) => visible(shorten(iri, prefixes));
  const name = localName(rule.id);
  const title = ruleName(rule, language);
  const constraint = (parameter: Term, value: Term) =>
    visible(`${shorten(parameter.value, prefixes)} ${constraintText(value, shapes, prefixes)}`);
  const path =
    rule.path && pathAsSparql(rule.path).replace(/<([^>]*)>/g, (_, iri: string) => shorten(iri, prefixes));
  const parents = rule.within.filter((id) => id !== rule.id).sort();
  const facts: (readonly [word: Parameters<typeof say>[1], lines: readonly string[]])[] = [
    ['description', texts(rule.description, [language])],
    ['property', path === undefined ? [] : [visible(path)]],
    ['asks', rule.constraints.map(({ parameter, value }) => constraint(parameter, value))],
    ['component', rule.components.map(short)],
    ['appliedBy', parents.map(short)],
    ['mend', texts(rule.hint, [language])],
    ['place', rule.place ? [placeOf({ file: rule.place.file, line: rule.place.line })] : []],
  ];
  const known = facts.filter(([, lines]) => lines.length > 0);
  const width = Math.max(0, ...known.map(([word]) => say(language, word).length));
  return [
    `${visible(name)}  ${say(language, rule.severity)}${title === visible(name) ? '' : `: ${title}`}`,
    ...Object.entries(rule.message).map(([tag, text]) => `  ${tag}  ${visible(text)}`),
    ...(known.length > 0 ? [''] : []),
    ...known.flatMap(([word, lines]) =>
      lines.map((line, index) => `  ${(index === 0 ? say(language, word) : '').padEnd(width)}  ${line}`),
    ),
    ...exampleLines(rule, examples, language),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

const texts = (map: LanguageMap | undefined, languages: readonly string[]): string[] => {
  const text = inLanguage(map, languages);
  return text === undefined ? [] : [visible(text.replace(/\s+/g, ' ').trim())];
};

/** Good before bad; what the one has and the other has not is marked. */
function exampleLines({ kind }: Rule, examples: ExamplePair | undefined, language: Language): string[] {
  if (!examples) return ['shape', 'check', 'evidence'].includes(kind) ? ['', say(language, 'noExample')] : [];
  const { good, bad } = examples;
  return [['good', good, bad] as const, ['bad', bad, good] as const].flatMap(([word, example, other]) => [
    '',
    say(language, word, { file: visible(example.shown) }),
    ...tell(example, other).map(({ text, own }) =>
      text === undefined ? '  …' : `${own ? '>' : ' '} ${visible(text)}`.trimEnd(),
    ),
  ]);
}
