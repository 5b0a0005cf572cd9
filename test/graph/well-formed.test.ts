import { describe, expect, it } from 'vitest';
import { isAbsolute, isLanguageTag } from '../../src/graph/well-formed.ts';

describe('a language tag', () => {
  // Examples of RFC 5646, appendix A, and tags that break its syntax.
  it.each(
    'nl de fr-CA zh-Hant zh-cmn-Hans-CN sr-Latn-RS sl-rozaj-biske de-CH-1901 hy-Latn-IT-arevela es-419 x-whatever qaa-Qaaa-QM-x-southern en-US-u-islamcal zh-CN-a-myext-x-private i-klingon en-GB-oed sgn-BE-FR'.split(
      ' ',
    ),
  )('%s is well-formed', (tag) => expect(isLanguageTag(tag)).toBe(true));

  it.each(['', 'a', 'nl_BE', 'de-419-DE', 'a-DE', 'nl-', '-nl', 'nl-x', 'toolonglang', 'nl nl', 'nl-u', 'é'])(
    '%j is not',
    (tag) => expect(isLanguageTag(tag)).toBe(false),
  );
});

describe('an IRI', () => {
  it.each(['https://example.org/', 'urn:x', 'a+b-c.d:'])('%s is absolute', (iri) =>
    expect(isAbsolute(iri)).toBe(true),
  );
  it.each(['', 'a', '//example.org/', '#a', '1a:b', './a:b', '__proto__'])('%j is relative', (iri) =>
    expect(isAbsolute(iri)).toBe(false),
  );
});
