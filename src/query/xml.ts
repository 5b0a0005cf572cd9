/** An element of an XML document; names are without prefix, save `xml:` of attributes. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly elements: readonly Element[];
  /** All text directly in it. */
  readonly text: string;
}

type Open = { name: string; tag: string; attributes: Map<string, string>; elements: Element[]; text: string };

const name = '[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?';
const token = new RegExp(
  '<!--(?:(?!--)[^])*-->' +
    '|<\\?(?:(?!\\?>)[^])*\\?>' +
    '|<!\\[CDATA\\[(?<data>(?:(?!\\]\\]>)[^])*)\\]\\]>' +
    `|</(?<close>${name})\\s*>` +
    `|<(?<open>${name})(?<attributes>(?:\\s+${name}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(?<empty>/?)>` +
    '|(?<text>[^<]+)',
  'y',
);
const attribute = new RegExp(`(${name})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'g');

/**
 * Reads an XML 1.0 document that answers a question: well-formed from beginning to end, without a document type.
 * @throws Error that says what is wrong.
 */
export function readXml(document: string): Element {
  const text = document.replace(/^\ufeff/, '').trimEnd();
  const top: Open = { name: '', tag: '', attributes: new Map(), elements: [], text: '' };
  const open: Open[] = [top];
  const end = () => {
    const { tag: _, ...element } = open.pop()!;
    open.at(-1)!.elements.push(element);
  };
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const found = token.exec(text)?.groups;
    if (!found) throw new Error('it is not well-formed XML from beginning to end');
    if (found['data'] !== undefined) open.at(-1)!.text += found['data'];
    else if (found['text'] !== undefined) open.at(-1)!.text += unescaped(found['text']);
    else if (found['close'] !== undefined) {
      if (open.at(-1)!.tag !== found['close'])
        throw new Error(`it has a </${found['close']}> that nothing opens`);
      end();
    } else if (found['open'] !== undefined) {
      const tag = found['open'];
      const attributes = new Map(
        [...found['attributes']!.matchAll(attribute)].map(([, key, double, single]) => [
          key!,
          unescaped(double ?? single!),
        ]),
      );
      open.push({ name: tag.replace(/^.*:/, ''), tag, attributes, elements: [], text: '' });
      if (found['empty']) end();
    }
  }
  const [root] = top.elements;
  if (open.length > 1) throw new Error(`it ends inside <${open.at(-1)!.tag}>`);
  if (!root || top.elements.length > 1 || top.text.trim()) throw new Error('it is not one XML element');
  return root;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));|&/gi, (whole, decimal, hex, entity) => {
    const code = decimal ? Number(decimal) : hex ? parseInt(hex, 16) : undefined;
    const character =
      code === undefined ? entities[entity] : code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
    if (character === undefined) throw new Error(`it has an unknown ${whole}`);
    return character;
  });
