import { type Entry, finder, marksIn } from '../site/find.ts';
import { decoded, element, needed } from './elements.ts';

/** How many results are shown. */
const most = 100;
/** Milliseconds after the last keystroke before the number of results is said aloud. */
const pause = 400;

const form = needed<HTMLFormElement>('search');
const input = needed<HTMLInputElement>('sought');
const status = needed('found');
const list = needed('results');
const language = document.documentElement.lang === 'en' ? 'en' : 'nl';
const words = form.dataset;
const kinds = words['kinds']!.split('|');

form.hidden = false;
form.addEventListener('submit', (event) => event.preventDefault());
const index = document.createElement('script');
index.src = words['index']!;
index.addEventListener('error', () => (status.textContent = words['failed']!));
index.addEventListener('load', begin);
document.head.append(index);

function begin(): void {
  const find = finder((globalThis as unknown as { searchIndex: Entry[] }).searchIndex, language);
  let saying: ReturnType<typeof setTimeout> | undefined;
  const search = () => {
    const question = input.value;
    const found = find(question);
    list.replaceChildren(...found.slice(0, most).map(({ entry }) => result(entry, question)));
    list.hidden = found.length === 0;
    // In the fragment, which no server is told of: the address can be kept and shared.
    history.replaceState(null, '', question.trim() ? `#q=${encodeURIComponent(question.trim())}` : '#');
    clearTimeout(saying);
    saying = setTimeout(() => (status.textContent = question.trim() && said(found.length)), pause);
  };
  const fromAddress = () => {
    const asked = /^#q=(.*)$/.exec(location.hash)?.[1];
    if (asked !== undefined) input.value = decoded(asked);
    if (input.value) search();
  };
  input.addEventListener('input', search);
  addEventListener('hashchange', fromAddress);
  fromAddress();
}

function said(number: number): string {
  if (number === 0) return words['none']!;
  if (number === 1) return words['one']!;
  const sentence = number > most ? words['first']! : words['many']!;
  return sentence.replace('{number}', String(number)).replace('{shown}', String(most));
}

/** A result: a link with its name, what was sought marked in it, and which kind of thing it is. */
function result([kind, page, nl, en, also, by]: Entry, question: string): HTMLElement {
  const [name, other] = language === 'nl' ? [nl, en] : [en, nl];
  const link = element('a', { href: `../${encodeURI(page)}/` }, marked(name, question));
  // Why it was found, where its name does not show that.
  const more = [...(also?.split('\n') ?? []), other, ...(by?.split('\n') ?? [])];
  const why = more.find((text) => text !== name && marksIn(text, question).length > 0);
  const isOther = why === other;
  const shown = marksIn(name, question).length === 0 && why !== undefined;
  return element('li', {}, [
    link,
    element('small', { class: 'about' }, [
      kinds[kind]!,
      ...(shown
        ? [
            ' · ',
            element('span', isOther ? { lang: language === 'nl' ? 'en' : 'nl' } : {}, marked(why, question)),
          ]
        : []),
    ]),
  ]);
}

function marked(text: string, question: string): (string | Node)[] {
  const parts: (string | Node)[] = [];
  let at = 0;
  for (const [from, to] of marksIn(text, question)) {
    parts.push(text.slice(at, from), element('mark', {}, [text.slice(from, to)]));
    at = to;
  }
  return [...parts, text.slice(at)];
}
