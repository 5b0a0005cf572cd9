import type { Literal } from '@rdfjs/types';
import { isLanguageTag } from '../../graph/well-formed.ts';
import { checkCharacters } from './characters.ts';
import { isOfDatatype } from '../../graph/datatypes.ts';
import { forbiddenIn } from './iris.ts';
import type { Offence } from './rules.ts';

const xsd = 'http://www.w3.org/2001/XMLSchema#';

/** What is wrong with a literal; its datatype's IRI is looked at as an IRI. */
export function checkLiteral({ value, language, datatype }: Literal): Offence[] {
  const found = checkCharacters(value);
  if (language && !isLanguageTag(language)) found.push({ rule: 'ill-formed-language-tag', detail: language });
  if (!isOfDatatype(value, datatype.value))
    found.push({ rule: 'ill-typed-literal', detail: datatype.value.replace(xsd, 'xsd:') });
  const forbidden = datatype.value === `${xsd}anyURI` ? forbiddenIn(value) : '';
  if (forbidden) found.push({ rule: 'uri-in-literal', detail: forbidden });
  return found;
}
