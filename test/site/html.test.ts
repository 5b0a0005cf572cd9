import { describe, expect, it } from 'vitest';
import { addressOf, relativePath } from '../../src/site/addresses.ts';
import { html, join, jsonForScript, safeAddress } from '../../src/site/html.ts';
import { formFor, languageFor, resolve } from '../../src/site/routes.ts';

describe('a template', () => {
  it('escapes every value that is not markup itself', () => {
    const hostile = `</p><img src=x onerror="a('b')">&`;
    expect(html`<p title="${hostile}">${hostile}</p>`.text).toBe(
      '<p title="&lt;/p&gt;&lt;img src=x onerror=&quot;a(&#39;b&#39;)&quot;&gt;&amp;">&lt;/p&gt;&lt;img src=x onerror=&quot;a(&#39;b&#39;)&quot;&gt;&amp;</p>',
    );
    expect(html`<p>${html`<b>${'<'}</b>`}${[1, undefined, false, '>']}</p>`.text).toBe(
      '<p><b>&lt;</b>1&gt;</p>',
    );
    expect(join(['<', html`<i>a</i>`], ', ').text).toBe('&lt;, <i>a</i>');
  });

  it('puts a replacement for characters that no HTML may hold', () => {
    expect(html`${'a\u0000b\u0008c\ud800d\ufffee'}`.text).toBe('a\ufffdb\ufffdc\ufffdd\ufffde');
  });

  it('has data in a script that cannot end it', () => {
    const text = jsonForScript({ a: '</script><!--<script>\u2028' }).text;
    expect(text).not.toMatch(/[<>\u2028]/);
    expect(JSON.parse(text)).toEqual({ a: '</script><!--<script>\u2028' });
  });
});

it.each([
  ['https://example.org/a', 'https://example.org/a'],
  ['http://example.org/', 'http://example.org/'],
  ['javascript:alert(1)', undefined],
  ['JAVASCRIPT:alert(1)', undefined],
  ['data:text/html,<b>', undefined],
  ['urn:isbn:1', undefined],
  ['not an address', undefined],
])('of the IRI %s the address that a page may link to is %s', (iri, address) => {
  expect(safeAddress(iri)).toBe(address);
});

const base = 'https://example.org/m/';

it.each([
  ['id/actor/ans-boom', 'actor/ans-boom', undefined],
  ['id/report/an-evening', 'report/an-evening', undefined],
  ['id/report/an-evening/claim/rest', 'report/an-evening/claim/rest', undefined],
  ['id/report/an-evening/anchor/1-20', 'report/an-evening/text', 'anchor-1-20'],
  ['id/report/an-evening/paragraph/first', 'report/an-evening/text', 'paragraph-first'],
  ['ns#Claim', 'ns', 'Claim'],
  ['ns/0.1.0', 'ns', undefined],
  ['shapes#ClaimShape', 'shapes', 'ClaimShape'],
  ['term/framing/risk', 'term/framing/risk', undefined],
  ['graph/reference', 'graph/reference', undefined],
  ['dataset', 'dataset', undefined],
])('the IRI …/%s has the page %s', (path, page, fragment) => {
  expect(addressOf(base + path, base)).toEqual(fragment === undefined ? { page } : { page, fragment });
});

it.each([
  'id/../../etc/passwd',
  'id/a//b',
  'id/.git/config',
  'id/a%2f..%2fb',
  'id/a\\b',
  'id/',
  'elsewhere/x',
])('the IRI …/%s has no page, since its path could lead elsewhere', (path) =>
  expect(addressOf(base + path, base)).toBeUndefined(),
);

it.each([
  ['nl/', 'nl/', './'],
  ['nl/', 'en/actor/x/', '../en/actor/x/'],
  ['nl/actor/x/', 'nl/actor/y/', '../y/'],
  ['nl/actor/x/', 'nl/actor/', '../'],
  ['nl/actor/x/', 'style.css', '../../../style.css'],
  ['nl/actor/x/', 'nl/actor/x/2/', '2/'],
])('from %s the path to %s is %s', (from, to, path) => {
  expect(relativePath(from, to)).toBe(path);
});

it.each([
  [undefined, 'html'],
  ['*/*', 'html'],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'html'],
  ['text/turtle', 'ttl'],
  ['text/turtle;charset=utf-8', 'ttl'],
  ['Text/Turtle;q=1.0', 'ttl'],
  ['application/ld+json', 'jsonld'],
  ['application/json', 'jsonld'],
  ['text/turtle;q=0.5, application/ld+json', 'jsonld'],
  ['text/turtle;q=0.5, text/html', 'html'],
  ['text/html;q=0.3, text/turtle;q=0.9', 'ttl'],
  ['text/turtle;q=0', 'html'],
  ['image/png', 'html'],
  ['text/turtlesoup', 'html'],
])('who takes %s is given %s', (accept, form) => {
  expect(formFor(accept)).toBe(form);
});

it.each([
  [undefined, 'nl'],
  ['nl', 'nl'],
  ['en', 'en'],
  ['en-GB,en;q=0.9,nl;q=0.8', 'en'],
  ['nl-BE,nl;q=0.9,en;q=0.8', 'nl'],
  ['fr,en;q=0.5', 'en'],
  ['fr,nl;q=0.7,en;q=0.5', 'nl'],
  ['de', 'nl'],
])('who reads %s is given %s', (header, language) => {
  expect(languageFor(header)).toBe(language);
});

it('a place in a text leads to its part of the page, and to the data of the whole text', () => {
  const iri = `${base}id/report/an-evening/anchor/1-20`;
  expect(resolve(iri, base)).toEqual({
    form: 'html',
    file: 'nl/report/an-evening/text/index.html',
    path: 'nl/report/an-evening/text/',
    fragment: 'anchor-1-20',
  });
  expect(resolve(iri, base, { accept: 'text/turtle' })?.file).toBe('report/an-evening/text.ttl');
});
