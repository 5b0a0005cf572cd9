import { expect, it } from 'vitest';
import { loadHyphens } from '../../src/site/hyphens.ts';

const hyphenate = await loadHyphens();
/** A page with a bar where a word may be broken. */
const shown = (page: string) => hyphenate(page).replaceAll('\u00ad', '|');

it.each([
  ['a compound', 'gemeenschapsgoederen', 'gemeen|schaps|goe|deren'],
  ['a word of more than two parts', 'Toegankelijkheidsverklaring:', 'Toegan|ke|lijk|heids|ver|kla|ring:'],
  ['English in a Dutch word', 'opensourcesoftware', 'open|source|software'],
  ['English before Dutch', 'softwareontwikkelaars', 'software|ont|wik|ke|laars'],
  ['a short word', 'gemeenschap', 'gemeenschap'],
  ['parts that a hyphen joins', 'kennis-gemeenschappen', 'kennis-gemeen|schappen'],
  ['a word in brackets', '(opensourcemodel)', '(open|source|model)'],
  ['a file', 'discrepancies.jsonld', 'discrepancies.jsonld'],
  ['an address', 'https://gemeenschapsgoederen.example/', 'https://gemeenschapsgoederen.example/'],
  [
    'an address of mail',
    'gemeenschapsgoederen@voorbeelden.example',
    'gemeenschapsgoederen@voorbeelden.example',
  ],
  ['a name of a term', 'gemeenschapsGoederen', 'gemeenschapsGoederen'],
  ['a prefixed name', 'meent:gemeenschapsgoederen', 'meent:gemeenschapsgoederen'],
])('in Dutch %s may be broken so: %s', (_, word, broken) => {
  expect(shown(`<p lang="nl">${word}</p>`)).toBe(`<p lang="nl">${broken}</p>`);
});

it.each([
  ['English by its own patterns', '<p lang="en">characteristics</p>', '<p lang="en">char|ac|ter|istics</p>'],
  [
    'each text by the nearest language',
    '<html lang="nl"><p>gemeenschapsgoederen <i lang="en">neighbourhoods</i> gemeenschapsgoederen</p></html>',
    '<html lang="nl"><p>gemeen|schaps|goe|deren <i lang="en">neigh|bour|hoods</i> gemeen|schaps|goe|deren</p></html>',
  ],
  [
    'nothing in another language, or in one that nobody knows',
    '<p lang="nl"><i lang="de">Gemeinschaftsgüter</i> <b lang="">gemeenschapsgoederen <i lang="nl">gemeenschapsgoederen</i></b></p>',
    '<p lang="nl"><i lang="de">Gemeinschaftsgüter</i> <b lang="">gemeenschapsgoederen <i lang="nl">gemeenschapsgoederen</i></b></p>',
  ],
  [
    'nothing in attributes, code, scripts, drawings and choices',
    '<p lang="nl" title="gemeenschapsgoederen"><code>gemeenschapsgoederen</code><svg><text>gemeenschapsgoederen</text></svg><option>gemeenschapsgoederen</option></p>',
    '<p lang="nl" title="gemeenschapsgoederen"><code>gemeenschapsgoederen</code><svg><text>gemeenschapsgoederen</text></svg><option>gemeenschapsgoederen</option></p>',
  ],
  [
    'nothing in the words of a report',
    '<div id="src" lang="nl"><p>gemeenschapsgoederen</p></div><blockquote lang="nl">gemeenschapsgoederen</blockquote>',
    '<div id="src" lang="nl"><p>gemeenschapsgoederen</p></div><blockquote lang="nl">gemeenschapsgoederen</blockquote>',
  ],
  [
    'what comes after elements without an end',
    '<!doctype html><html lang="nl"><br><meta charset="utf-8"/><p>gemeenschapsgoederen</p></html>',
    '<!doctype html><html lang="nl"><br><meta charset="utf-8"/><p>gemeen|schaps|goe|deren</p></html>',
  ],
])('on a page %s', (_, page, broken) => {
  expect(shown(page)).toBe(broken);
});

it('a text with its soft hyphens taken out is the text as it was', () => {
  const page =
    '<html lang="nl"><p>Gemeenschapsgoederen &amp; opensourcesoftware, in één platformcoöperatie</p></html>';
  expect(hyphenate(page)).not.toBe(page);
  expect(hyphenate(page).replaceAll('\u00ad', '')).toBe(page);
});
