import type { Ontology, Rule } from '../ontology.ts';
import { termLists } from '../term-lists.ts';

const labels = (ontology: Ontology, term: string) =>
  ontology.texts(term, 'rdfs:label').map(({ text }) => text);
const words = (text: string) =>
  text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u);
const contains = (text: string, phrase: string) => ` ${words(text).join(' ')} `.includes(` ${phrase} `);
const hasWord =
  (forbidden: readonly string[]): Rule =>
  (ontology) =>
    ontology.terms.filter((term) =>
      [ontology.short(term), ...labels(ontology, term)].some((name) =>
        words(name).some((word) => forbidden.includes(word)),
      ),
    );

/** Pitfalls in what terms are called and how they are explained. */
export const pitfallsOfNames: Readonly<Record<string, Rule>> = {
  'P03 a relation that is called “is”': (ontology) =>
    ontology.properties.filter((property) =>
      [ontology.short(property), ...labels(ontology, property)].some((name) =>
        /^(is|is an?|is een)$/.test(words(name).join(' ')),
      ),
    ),

  'P07 two concepts merged in one term': hasWord(['and', 'or', 'en', 'of']),

  'P08 a term without one label and one definition in Dutch and in English': (ontology) =>
    ontology.terms.filter((term) =>
      ['rdfs:label', 'skos:definition'].some(
        (property) =>
          ontology
            .texts(term, property)
            .map(({ language }) => language)
            .sort()
            .join() !== 'en,nl',
      ),
    ),

  'P20 a label and a definition that have changed places': (ontology) =>
    ontology.terms.filter((term) =>
      ontology.texts(term, 'rdfs:label').some((label) => {
        const definitions = ontology
          .texts(term, 'skos:definition')
          .filter(({ language }) => language === label.language);
        return /\.$/.test(label.text) || definitions.some(({ text }) => text.length <= label.text.length);
      }),
    ),

  'P21 a class for whatever is left': hasWord(
    'other misc miscellaneous various unknown overig overige diverse diversen onbekend'.split(' '),
  ),

  'P22 a name that does not follow the convention': (ontology) => [
    ...ontology.classes.filter((term) => !/^([A-Z][a-z]+)+$/.test(ontology.short(term))),
    ...ontology.properties.filter((term) => !/^[a-z]+([A-Z][a-z]+)*$/.test(ontology.short(term))),
  ],

  'P23 a class for what is a datatype': (ontology) => {
    const datatypes = [...termLists.get('http://www.w3.org/2001/XMLSchema#')!].map((datatype) =>
      datatype.replace(/^.*#/, '').toLowerCase(),
    );
    return ontology.classes.filter((term) => datatypes.includes(ontology.short(term).toLowerCase()));
  },

  'P24 a term that is used in its own definition': (ontology) =>
    ontology.terms.filter(
      (term) =>
        ontology
          .texts(term, 'rdfs:label')
          .some((label) =>
            ontology
              .texts(term, 'skos:definition')
              .some(
                ({ language, text }) =>
                  language === label.language && contains(text, words(label.text).join(' ')),
              ),
          ) ||
        ['owl:unionOf', 'owl:intersectionOf'].some((operator) =>
          [...ontology.objects(term, 'owl:equivalentClass'), ...ontology.objects(term, 'rdfs:subClassOf')]
            .flatMap((expression) => ontology.objects(expression, operator))
            .some((members) => ontology.list(members).some(({ value }) => value === term)),
        ),
    ),

  'P32 one label for two terms': (ontology) => {
    const key = ({ language, text }: { language: string; text: string }) =>
      `${text.toLowerCase()}@${language}`;
    const bearers = Map.groupBy(
      ontology.terms.flatMap((term) =>
        ontology.texts(term, 'rdfs:label').map((label) => ({ term, key: key(label) })),
      ),
      (each) => each.key,
    );
    return [...bearers.values()]
      .filter(({ length }) => length > 1)
      .flatMap((same) => same.map(({ term }) => term));
  },
};
