/** Chooses a number below `below`. */
export type Choose = (below: number) => number;

export const header =
  '@base <https://example.org/base/> .\n@prefix ex: <https://example.org/ns#> .\nPREFIX : <urn:x:>\n';

/** Writes Turtle or TriG with every construct of the grammar, no IRI or text twice. */
export class TurtleWriter {
  readonly #choose: Choose;
  readonly #trig: boolean;
  #number = 0;

  constructor(choose: Choose, { trig }: { trig: boolean }) {
    this.#choose = choose;
    this.#trig = trig;
  }

  document(): string {
    const count = 1 + this.#choose(4);
    return header + Array.from({ length: count }, () => this.#block()).join('');
  }

  #block(): string {
    if (!this.#trig || this.#choose(2) === 0) return this.#statement(0);
    const name = this.#one(
      () => this.#iri(),
      () => `GRAPH${this.#space()}${this.#iri()}`,
      () => '',
    );
    return `${name}${this.#space()}{${this.#statement(0)}${this.#statement(0)}}${this.#space()}`;
  }

  #statement(depth: number): string {
    const subject = this.#one(
      () => this.#iri(),
      () => this.#blank(),
      () => `[${this.#predicates(depth + 1)}]`,
      () => `(${this.#space()}${this.#object(depth + 1)})`,
      () => `(${this.#space()})`,
    );
    return `${this.#space()}${subject}${this.#predicates(depth)}.${this.#space()}`;
  }

  #predicates(depth: number): string {
    const one = () => {
      const verb = this.#one(
        () => this.#iri(),
        () => 'a',
      );
      const objects = Array.from({ length: 1 + this.#choose(2) }, () => this.#object(depth));
      return this.#space() + verb + this.#space() + objects.join(`,${this.#space()}`);
    };
    return Array.from({ length: 1 + this.#choose(3) }, one).join(
      this.#one(
        () => ';',
        () => ';;',
      ),
    );
  }

  /** An object with the space after it, which numbers and names need. */
  #object(depth: number): string {
    const plain = [() => this.#iri(), () => this.#literal(), () => this.#number_(), () => this.#blank()];
    const nested = [
      () => `[${this.#predicates(depth + 1)}]`,
      () =>
        `(${this.#space()}${Array.from({ length: this.#choose(4) }, () => this.#object(depth + 1)).join('')})`,
    ];
    return this.#one(...plain, ...(depth < 3 ? nested : [])) + this.#space();
  }

  #iri(): string {
    const n = this.#number++;
    return this.#one(
      () => `<https://example.org/${n}>`,
      () => `<rel/${n}#é>`,
      () => `<https://example.org/\\u00E9${n}\\U0001D11E>`,
      () => `ex:n${n}`,
      () => `:${n}.x`,
      () => `ex:a\\,\\~${n}`,
      () => `ex:%41-${n}`,
      () => `ex:é𝄞${n}`,
    );
  }

  #blank(): string {
    return this.#one(
      () => `_:b${this.#number++}`,
      () => '[]',
    );
  }

  #literal(): string {
    const text = `t${this.#number++}`;
    const quoted = this.#one(
      () => `"${text}"`,
      () => `'${text}'`,
      () => `"\\"${text}\\u00E9\\\\ 𝄞"`,
      () => `'# ${text}\\n'`,
      () => `"""${text}${this.#lineEnd()}"second" line ${this.#lineEnd()}"""`,
      () => `'''${this.#lineEnd()}${text} ''quoted'' \\r .'''`,
    );
    return (
      quoted +
      this.#one(
        () => '',
        () => '@nl-BE',
        () => `^^${this.#iri()}`,
      )
    );
  }

  #number_(): string {
    const n = this.#number++;
    return this.#one(
      () => `${n}`,
      () => `-${n}.5`,
      () => `${n}.0e-1`,
      () => 'true',
    );
  }

  #space(): string {
    return this.#one(
      () => ' ',
      () => ' ',
      () => '\t  ',
      () => this.#lineEnd(),
      () => ` # a "comment" <with> ; . [ (${this.#lineEnd()}`,
    );
  }

  #lineEnd(): string {
    return this.#one(
      () => '\n',
      () => '\r\n',
    );
  }

  #one<T>(...ways: (() => T)[]): T {
    return ways[this.#choose(ways.length)]!();
  }
}
