import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resolveAsApache } from '../../src/routes/apache.ts';
import { asHtaccess } from '../../src/routes/htaccess.ts';
import { addressFor, negotiate, routeOf } from '../../src/routes/routes.ts';
import { httpd, type Served, serveWithApache } from './httpd.ts';
import { accepts, orchardRoutes } from './table.ts';

const htaccess = asHtaccess(orchardRoutes, { contact: 'boom@example.org' });
const paths = [
  '',
  'ns',
  'ns/1.0.0',
  'ns/2.0.0',
  'ns/1x0x0',
  'nsx',
  'term/apple',
  'term/apple/sour',
  'term/plum',
  'c++%20(draft)',
  'na%C3%AFef',
  'a$1%252',
  'id',
  'id/tree/old-pear',
  'id/tree/100%25%20sure',
  'id/tree/p%C3%A9ch%C3%A9',
];

/** Where the table says that a path leads. */
function expected(path: string, accept: string) {
  const fit = routeOf(orchardRoutes, orchardRoutes.base + path);
  return fit
    ? { status: 303, location: addressFor(negotiate(fit.route.answers, accept || '*/*'), fit) }
    : { status: 404 };
}
/** What the rules make of a request; the case of hexadecimal digits means nothing. */
function resolve(path: string, accept: string) {
  const response = resolveAsApache(htaccess, { path, headers: { accept } });
  if (response.status === 404) return response;
  const { status, location } = response as { status: number; location: string };
  return { status, location: upper(location) };
}
const upper = (location: string) => location.replace(/%[0-9a-f]{2}/g, (code) => code.toUpperCase());

describe('an .htaccess made from a table', () => {
  it.each(Object.entries(accepts).filter(([client]) => client !== 'Comunica'))(
    'leads where the table says for %s',
    (_, accept) => {
      for (const path of paths) expect([path, resolve(path, accept)]).toEqual([path, expected(path, accept)]);
    },
  );

  it('does not compare weights below 1: of those, the first in the table is given', () => {
    expect(resolve('ns', accepts['Comunica']!)).toEqual({
      status: 303,
      location: 'https://orchard.example.org/files/ontology.ttl',
    });
  });

  it('gives any client what it prefers, where one type has full weight', () => {
    const types = ['text/turtle', 'application/ld+json', 'application/json', 'text/html', 'image/png'];
    const weights = ['', ';q=1.0', ';q=0.9', '; q=0.01', ';q=0', ';charset=utf-8', ';charset=utf-8; q=0.3'];
    const range = fc
      .tuple(fc.constantFrom(...types), fc.constantFrom(...weights))
      .map((parts) => parts.join(''));
    const header = fc
      .tuple(
        fc.constantFrom('text/turtle', 'application/ld+json', 'text/html'),
        fc.array(range),
        fc.integer(),
      )
      .map(([best, others, at]) => {
        const rest = others.filter((other) => !other.startsWith(best) && !/^[^;]+$|q=1|utf-8$/.test(other));
        return rest.toSpliced(Math.abs(at) % (rest.length + 1), 0, best).join(at % 2 ? ',' : ' , ');
      });
    fc.assert(
      fc.property(header, (accept) => {
        expect(resolve('ns', accept)).toEqual(expected('ns', accept));
      }),
      { seed: 20261128, numRuns: 500 },
    );
  });

  it('redirects with 303 only, and says whom to write to', () => {
    expect(htaccess).toContain('# Contact: boom@example.org\n');
    expect(new Set(htaccess.match(/R=\d+/g))).toEqual(new Set(['R=303']));
  });
});

describe('the resolver', () => {
  const answer = (rules: string, path = 'a', accept = '*/*') =>
    resolveAsApache(`RewriteEngine on\n${rules}\n`, { path, headers: { accept } });

  it.each([
    ['conditions hold together', 'RewriteCond %{HTTP_ACCEPT} x\nRewriteCond %{HTTP_ACCEPT} y', 'x', 404],
    ['conditions hold together', 'RewriteCond %{HTTP_ACCEPT} x\nRewriteCond %{HTTP_ACCEPT} y', 'y x', 303],
    [
      'one of two is enough with OR',
      'RewriteCond %{HTTP_ACCEPT} x [OR]\nRewriteCond %{HTTP_ACCEPT} y',
      'x',
      303,
    ],
    [
      'one of two is enough with OR',
      'RewriteCond %{HTTP_ACCEPT} x [OR]\nRewriteCond %{HTTP_ACCEPT} y',
      'z',
      404,
    ],
    ['a mark turns a condition about', 'RewriteCond %{HTTP_ACCEPT} !x', 'x', 404],
    ['case counts', 'RewriteCond %{HTTP_ACCEPT} x', 'X', 404],
    ['case does not count with NC', 'RewriteCond %{HTTP_ACCEPT} x [NC]', 'X', 303],
    [
      'conditions are of the next rule alone',
      'RewriteCond %{HTTP_ACCEPT} x\nRewriteRule ^ - [E=A:1]',
      'y',
      303,
    ],
  ])('knows that %s', (_, conditions, accept, status) => {
    expect(answer(`${conditions}\nRewriteRule ^a$ https://example.org/ [R=303,L]`, 'a', accept).status).toBe(
      status,
    );
  });

  it('escapes what a redirection leads to, unless NE forbids it', () => {
    expect(answer('RewriteRule ^(.*)$ https://example.org/$1 [R=303,L]', '%C3%A9%20%25')).toMatchObject({
      location: 'https://example.org/%c3%a9%20%25',
    });
    expect(answer('RewriteRule ^a$ https://example.org/%20#b [R=303,L,NE]')).toMatchObject({
      location: 'https://example.org/%20#b',
    });
  });

  it('does nothing while the engine is off', () => {
    const rules = 'RewriteRule ^ https://example.org/ [R=303,L]';
    expect(resolveAsApache(rules, { path: 'a' })).toEqual({ status: 404 });
  });

  it.each([
    'RewriteBase /',
    'RewriteRule ^ https://example.org/ [R=303,L,PT]',
    'RewriteRule ^',
    'RewriteRule ^ b [L]',
  ])('refuses what it does not know: %s', (rule) => expect(() => answer(rule)).toThrow(/^Line 2: /));
});

describe.skipIf(!httpd)('Apache itself (skipped where there is none; MEENT_HTTPD names it)', () => {
  let served: Served;
  beforeAll(async () => (served = await serveWithApache(htaccess)));
  afterAll(() => served.stop());

  it.each(Object.entries(accepts))('answers %s as the resolver does', async (_, accept) => {
    for (const path of paths) {
      const { status, location, vary } = await served.get(path, accept);
      expect([path, location === undefined ? { status } : { status, location: upper(location) }]).toEqual([
        path,
        resolve(path, accept),
      ]);
      if (status === 303) expect(vary).toMatch(/\bAccept\b/i);
    }
  });
});
