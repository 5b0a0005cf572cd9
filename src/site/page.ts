import type { Quad } from '@rdfjs/types';
import type { Html } from './html.ts';
import type { Text } from './model.ts';
import type { View } from './view.ts';

/** A page before it is written in a language. */
export interface Page {
  /** Its path without language, as `actor/ans-boom`; also that of its data. */
  readonly path: string;
  readonly title: (view: View) => Text;
  /** All between the frame. */
  readonly body: (view: View) => Html;
  /** One sentence or two for who finds the page elsewhere. */
  readonly description?: (view: View) => string;
  /** The triples that it shows; absent where it shows none. */
  readonly data?: readonly Quad[] | undefined;
  /** Path of the page that has the data, where this is a further page of it. */
  readonly twin?: string | undefined;
  /** What search engines are told. */
  readonly embedded?: object | undefined;
  /** The page of the main menu that it belongs to. */
  readonly section?: string | undefined;
  /** A script and a stylesheet of its own, by their paths. */
  readonly script?: string | undefined;
  readonly styles?: string | undefined;
}
