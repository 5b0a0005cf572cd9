import { safeAddress } from '../site/html.ts';
import type { Answered, Cell } from './messages.ts';
import { element } from './elements.ts';

/** An answer as a table that names things and links to their pages. */
export function resultTable({ variables, rows }: Answered, caption: string, pages: string): HTMLElement {
  const head = element(
    'tr',
    {},
    variables.map((name) => element('th', { scope: 'col' }, [name])),
  );
  const body = rows.map((row) =>
    element(
      'tr',
      {},
      row.map((cell) => shown(cell, pages)),
    ),
  );
  return element('table', { class: 'answer' }, [
    element('caption', {}, [caption]),
    element('thead', {}, [head]),
    element('tbody', {}, body),
  ]);
}

function shown(cell: Cell | undefined, pages: string): HTMLElement {
  if (!cell) return element('td');
  const { type, value, label = value, language, page } = cell;
  const text = element('span', language ? { lang: language } : {}, [label]);
  if (type === 'Literal')
    return element('td', /^[-+]?[\d.]+$/.test(value) ? { class: 'number' } : {}, [text]);
  if (type !== 'NamedNode') return element('td', {}, [`_:${value}`]);
  const fragment = page?.fragment === undefined ? '' : `#${encodeURIComponent(page.fragment)}`;
  const href = page ? `${pages}${encodeURI(page.page)}/${fragment}` : safeAddress(value);
  // Of what is neither ours nor on the web the IRI is shown, and leads nowhere.
  return element('td', {}, [href === undefined ? text : element('a', { href, title: value }, [text])]);
}
