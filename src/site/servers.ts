import type { ExportFile } from '../export/export-file.ts';
import type { Config } from '../project/config.ts';
import { type AddressRule, addressRules } from './addresses.ts';
import { contentPolicy } from './frame.ts';
import { englishFor, type Form, formChoices } from './routes.ts';

/** Stands in for the address of a site that nobody has chosen yet. */
const placeholderSite = 'https://example.org/site/';

/** What the addresses of the site start with. */
export const siteOf = ({ site }: Config): string =>
  site === undefined ? placeholderSite : site.replace(/\/?$/, '/');

const policy = contentPolicy(true);

/** The rules by which servers of several kinds bring an IRI to its page or data: all from the same tables. */
export const serverFiles = (config: Config): ExportFile[] => [
  { name: '.htaccess', pieces: [asApache(addressRules)] },
  { name: 'servers/w3id.htaccess', pieces: [asW3id(addressRules, config)] },
  { name: 'servers/nginx.conf', pieces: [asNginx(addressRules)] },
  { name: '_redirects', pieces: [asRedirects(addressRules)] },
  { name: '_headers', pieces: [asHeaders()] },
];

/** The files with rules that a person may want to read or copy. */
export const ruleFiles = [
  'servers/w3id.htaccess',
  '.htaccess',
  'servers/nginx.conf',
  '_redirects',
  '_headers',
];

const targetOf = ({ page, fragment }: AddressRule, form: Form, language: string): string =>
  form === 'html' ? `${language}/${page}/${fragment ? `#${fragment}` : ''}` : `${page}.${form}`;

/** The rewrite rules that both Apache files have: what the path of an IRI leads to, as seen from `root`. */
function rewriteRules(rules: readonly AddressRule[], root: string): string {
  const conditions = formChoices.map(({ form, accept }) => ({
    form,
    condition: `RewriteCond %{HTTP_ACCEPT} "${accept}" [NC]\n`,
  }));
  return rules
    .map((rule) => {
      const rewrite = (form: Form, language: string) =>
        `RewriteRule "^${rule.pattern}/?$" "${root}${targetOf(rule, form, language)}" [R=303,L,NE]\n`;
      const page = `RewriteCond %{HTTP:Accept-Language} "${englishFor}" [NC]\n${rewrite('html', 'en')}${rewrite('html', 'nl')}`;
      const choice = conditions.map(({ form, condition }) =>
        form === 'html'
          ? `${condition}RewriteCond %{HTTP:Accept-Language} "${englishFor}" [NC]\n${rewrite('html', 'en')}${condition}${rewrite('html', 'nl')}`
          : condition + rewrite(form, ''),
      );
      return `\n# ${rule.example}\n${choice.join('')}${page}`;
    })
    .join('');
}

const made = '# Made by meent from the table of its addresses; change that, not this.\n';

/** For the folder of the project at w3id.org, which sends on to the site. */
const asW3id = (rules: readonly AddressRule[], config: Config): string =>
  `# The .htaccess of the folder that answers for ${config.base}\n${made}${config.contact === undefined ? '' : `# Contact: ${config.contact}\n`}
Options -MultiViews
<IfModule mod_headers.c>
  Header always merge Vary "Accept, Accept-Language"
</IfModule>
RewriteEngine on
${rewriteRules(rules, siteOf(config))}`;

/** What is sent packed where a browser takes it so, beside pages; Netlify and the like do that by themselves. */
const packed = [
  'text/css',
  'text/javascript',
  'text/turtle',
  'text/csv',
  'image/svg+xml',
  'application/json',
  'application/ld+json',
  'application/n-quads',
  'application/trig',
  'application/xml',
];

/** For the folder of the site itself. */
const asApache = (rules: readonly AddressRule[]): string => `${made}
Options -MultiViews -Indexes
AddType "text/turtle; charset=utf-8" .ttl
AddType application/ld+json .jsonld
AddType "application/n-quads" .nq
AddType "application/trig; charset=utf-8" .trig
AddDefaultCharset utf-8
<IfModule mod_filter.c>
  <IfModule mod_deflate.c>
    AddOutputFilterByType DEFLATE text/html ${packed.join(' ')}
  </IfModule>
</IfModule>
<Files "void">
  ForceType "text/turtle; charset=utf-8"
</Files>
ErrorDocument 404 /404.html

RewriteEngine on
# The data of a page, told in a header.
RewriteCond %{DOCUMENT_ROOT}/$2.ttl -f
RewriteRule "^(nl|en)/(.+)/$" - [E=MEENT_PAGE:$2]
<IfModule mod_headers.c>
  Header set Content-Security-Policy "${policy}"
  Header set X-Content-Type-Options nosniff
  Header set Referrer-Policy no-referrer
  Header always merge Vary "Accept, Accept-Language"
  Header set Link "</%{MEENT_PAGE}e.ttl>; rel=\\"alternate\\"; type=\\"text/turtle\\", </%{MEENT_PAGE}e.jsonld>; rel=\\"alternate\\"; type=\\"application/ld+json\\"" env=MEENT_PAGE
  <FilesMatch "^void$|\\.(ttl|jsonld|nq|trig|csv|json)$">
    Header set Access-Control-Allow-Origin "*"
  </FilesMatch>
</IfModule>

# What is there is given as it is.
RewriteCond %{REQUEST_FILENAME} -f
RewriteRule ^ - [L]
${rewriteRules(rules, '/')}`;

/** What nginx is to say with every answer; a location that adds a header of its own repeats them all. */
const nginxHeaders = (indent: string): string =>
  [
    `Content-Security-Policy "${policy}"`,
    'X-Content-Type-Options nosniff',
    'Referrer-Policy no-referrer',
    'Vary "Accept, Accept-Language"',
    'Access-Control-Allow-Origin "*"',
  ]
    .map((header) => `${indent}add_header ${header} always;\n`)
    .join('');

/** For nginx: to be included in a server that has the site as its root. */
function asNginx(rules: readonly AddressRule[]): string {
  const locations = rules.map((rule, index) => {
    // Named: an `if` would lose what `$1` stands for.
    let group = 0;
    const named = rule.pattern.replace(/\((?!\?)/g, () => `(?<m${index}_${++group}>`);
    const filled = (form: Form, language: string) =>
      targetOf(rule, form, language).replace(/\$(\d)/g, (_, number: string) => `\${m${index}_${number}}`);
    return `location ~ "^/${named}/?$" {
  if ($meent_form = ttl) { return 303 "/${filled('ttl', '')}"; }
  if ($meent_form = jsonld) { return 303 "/${filled('jsonld', '')}"; }
  return 303 "/${filled('html', '$meent_language')}";
}
`;
  });
  return `${made}# The two maps belong in the http block, the rest in the server block.
map $http_accept $meent_form {
  default html;
${formChoices.map(({ form, accept }) => `  "~*${accept}" ${form};\n`).join('')}}
map $http_accept_language $meent_language {
  default nl;
  "~*${englishFor}" en;
}

types { text/html html; text/css css; image/svg+xml svg; text/turtle ttl; application/ld+json jsonld; application/n-quads nq; application/trig trig; text/csv csv; application/json json; text/javascript js; application/xml xml; }
charset utf-8;
charset_types text/html text/css text/turtle application/trig text/csv text/javascript;
gzip on;
gzip_types ${packed.join(' ')};
error_page 404 /404.html;
${nginxHeaders('')}location ~ "^/(?:nl|en)/(?<meent_page>.+)/index[.]html$" {
${nginxHeaders('  ')}  add_header Link '</$meent_page.ttl>; rel="alternate"; type="text/turtle", </$meent_page.jsonld>; rel="alternate"; type="application/ld+json"' always;
}
location = /.well-known/void {
  types { }
  default_type "text/turtle; charset=utf-8";
}
${locations.join('')}`;
}

/** For hosts that know `_redirects`: they choose by language and not by media type, so data are found by their endings. */
const asRedirects = (rules: readonly AddressRule[]): string =>
  `${made}${rules
    .flatMap((rule) => expanded(rule))
    .flatMap(([from, to]) => [`/${from} /en/${to} 303 Language=en\n`, `/${from} /nl/${to} 303\n`])
    .join('')}`;

/** A rule as pairs of paths with placeholders, one for each of the words that it leaves a choice of. */
function expanded({ pattern, page, fragment }: AddressRule): [from: string, to: string][] {
  const to = `${page}/${fragment ? `#${fragment}` : ''}`;
  const choice = /\((?!\?)([\w|]+)\)/.exec(pattern);
  const prefix = /^\(\(\?:([\w|]+)\)\(\?:\/\.\+\)\?\)$/.exec(pattern);
  if (prefix)
    return prefix[1]!.split('|').flatMap(
      (word) =>
        [
          [`${word}/*`, `${word}/:splat/`],
          [word, `${word}/`],
        ] as [string, string][],
    );
  const variants = choice ? choice[1]!.split('|') : [undefined];
  return variants.map((word) => {
    let group = 0;
    let target = to;
    const from = pattern.replace(/\(\?:\/\[0-9\.\]\+\)\?/, '').replace(/\((?!\?)[^()]*\)/g, (text) => {
      group++;
      const name = word !== undefined && text === choice![0] ? word : text === '(.+)' ? '*' : `:p${group}`;
      target = target.replace(`$${group}`, name === '*' ? ':splat' : name);
      return name;
    });
    return [from, target];
  });
}

const asHeaders = (): string => `${made}/*
  Content-Security-Policy: ${policy}
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
/*.ttl
  Content-Type: text/turtle; charset=utf-8
  Access-Control-Allow-Origin: *
/*.jsonld
  Content-Type: application/ld+json
  Access-Control-Allow-Origin: *
/nl/:a/:b/
  Link: </:a/:b.ttl>; rel="alternate"; type="text/turtle"
  Link: </:a/:b.jsonld>; rel="alternate"; type="application/ld+json"
/en/:a/:b/
  Link: </:a/:b.ttl>; rel="alternate"; type="text/turtle"
  Link: </:a/:b.jsonld>; rel="alternate"; type="application/ld+json"
`;
