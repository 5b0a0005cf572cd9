import { calendar } from './calendar.ts';

type Test = (text: string) => boolean;

const matches =
  (pattern: RegExp): Test =>
  (text) =>
    pattern.test(text);

const integer = /^[+-]?\d+$/;

/** Integers from the least to the greatest; without one there is no bound. */
const integers =
  (least?: bigint, greatest?: bigint): Test =>
  (text) =>
    integer.test(text) &&
    (least === undefined || BigInt(text) >= least) &&
    (greatest === undefined || BigInt(text) <= greatest);
const signed = (bits: bigint): Test => integers(-(2n ** (bits - 1n)), 2n ** (bits - 1n) - 1n);
const unsigned = (bits: bigint): Test => integers(0n, 2n ** bits - 1n);

const float = /^(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|[+-]?INF|NaN)$/;
const nameStart =
  ':A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}';
const nameRest = `${nameStart}.\\-0-9\u00B7\u0300-\u036F\u203F\u2040`;
const name = new RegExp(`^[${nameStart}][${nameRest}]*$`, 'u');
const base64 = /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/][AQgw]==|[A-Za-z\d+/]{2}[AEIMQUYcgkosw048]=)?$/;

/**
 * Whether a text is of a datatype of XSD 1.1, in its lexical space and, where that is wider, with a value:
 * 31 February has none. Spaces around it are not taken off: RDF does not (RDF 1.1 Concepts §5).
 * Every text is an `anyURI` (XSD 1.1 §3.3.17).
 */
const tests: Readonly<Record<string, Test>> = {
  ...calendar,
  boolean: matches(/^(?:true|false|1|0)$/),
  decimal: matches(/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/),
  float: matches(float),
  double: matches(float),
  integer: integers(),
  nonNegativeInteger: integers(0n),
  positiveInteger: integers(1n),
  nonPositiveInteger: integers(undefined, 0n),
  negativeInteger: integers(undefined, -1n),
  long: signed(64n),
  int: signed(32n),
  short: signed(16n),
  byte: signed(8n),
  unsignedLong: unsigned(64n),
  unsignedInt: unsigned(32n),
  unsignedShort: unsigned(16n),
  unsignedByte: unsigned(8n),
  hexBinary: matches(/^(?:[\dA-Fa-f]{2})*$/),
  base64Binary: (text) => base64.test(text.replace(/(?<=\S) (?=\S)/g, '')),
  normalizedString: matches(/^[^\t\n\r]*$/),
  token: matches(/^(?:[^\t\n\r ]+(?: [^\t\n\r ]+)*)?$/),
  language: matches(/^[A-Za-z]{1,8}(?:-[A-Za-z\d]{1,8})*$/),
  Name: matches(name),
  NCName: (text) => name.test(text) && !text.includes(':'),
  NMTOKEN: matches(new RegExp(`^[${nameRest}]+$`, 'u')),
};

/** The namespace of XML Schema's datatypes. */
export const xsd = 'http://www.w3.org/2001/XMLSchema#';

/** The local names of the datatypes of XSD 1.1 that RDF has (RDF 1.1 Concepts §5.1). */
export const xsdDatatypes: ReadonlySet<string> = new Set(['string', 'anyURI', ...Object.keys(tests)]);

/** Whether a text has a value in a datatype; true for datatypes that we do not know. */
export function isOfDatatype(text: string, datatype: string): boolean {
  const local = datatype.startsWith(xsd) ? datatype.slice(xsd.length) : '';
  return !Object.hasOwn(tests, local) || tests[local]!(text);
}
