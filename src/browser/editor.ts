import { element } from './elements.ts';
import { highlight, inLines } from './highlight.ts';

/** A field for a query, and behind it the same text with its parts in colours. */
export class Editor {
  readonly #field: HTMLTextAreaElement;
  readonly #shown: HTMLElement;
  #wrong: number | undefined;

  /** @param shown what stands behind the field, in the same place and size. */
  constructor(field: HTMLTextAreaElement, shown: HTMLElement, changed: () => void) {
    this.#field = field;
    this.#shown = shown;
    field.addEventListener('input', () => {
      this.mark(undefined);
      changed();
    });
    this.#show();
  }

  get text(): string {
    return this.#field.value;
  }

  set text(text: string) {
    this.#field.value = text;
    this.mark(undefined);
  }

  /** Marks the line that is wrong, counted from 1; of `undefined` none. */
  mark(line: number | undefined): void {
    this.#wrong = line;
    this.#field.setAttribute('aria-invalid', String(line !== undefined));
    this.#show();
  }

  /** Brings the cursor to the line that is wrong, and selects it. */
  goToWrong(): void {
    if (this.#wrong === undefined) return;
    const lines = this.text.split('\n');
    const start = lines.slice(0, this.#wrong - 1).reduce((sum, each) => sum + each.length + 1, 0);
    this.#field.focus();
    this.#field.setSelectionRange(start, start + (lines[this.#wrong - 1]?.length ?? 0));
  }

  #show(): void {
    const lines = inLines(highlight(this.text)).map((parts, index) => {
      const shown = parts.map(({ kind, text }) => element('span', { class: kind }, [text]));
      // An empty line that is wrong is to be seen too.
      const content = index + 1 === this.#wrong && shown.length === 0 ? [' '] : shown;
      return element('span', index + 1 === this.#wrong ? { class: 'wrong' } : {}, content);
    });
    // An empty line at the end would take no room.
    this.#shown.replaceChildren(...lines.flatMap((line, index) => (index > 0 ? ['\n', line] : [line])), ' ');
  }
}
