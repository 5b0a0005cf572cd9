import { exit, Failure } from '../failure.ts';
import { conflictOf } from '../link/conflicts.ts';
import { decide, type Verdict } from '../link/decide.ts';
import { endsOf } from '../link/decisions.ts';
import { replaceSet } from '../link/mapping-sets.ts';
import type { OpenMapping } from '../link/questions.ts';
import { noRelation, relationNamed } from '../link/relations.ts';
import { visible } from '../report/visible.ts';
import type { Mapping } from '../sssom/mapping.ts';
import type { MappingFile } from '../sssom/sssom.ts';
import type { Console } from './console.ts';
import { answerIn, type Said } from './link-answers.ts';
import { refusalOf } from './link-conflict-text.ts';
import { candidateAsText, mappingAsText, type QuestionView, subjectAsText } from './link-question.ts';
import { type ReviewSentence, sayInReview } from './link-review-words.ts';

export interface ReviewSetting {
  /** The sets, each replaced by what it has become. */
  readonly sets: MappingFile[];
  /** What to ask about. */
  readonly open: readonly OpenMapping[];
  /** The name of the person. */
  readonly by: string;
  /** The day. */
  readonly on: string;
  readonly view: QuestionView;
  readonly console: Console;
}

/** A question that was passed, with what was saved where it was decided. */
interface Step {
  readonly at: number;
  readonly saved?: { readonly before: MappingFile; readonly after: MappingFile; readonly verdict: Verdict };
}

const verdictOf = { yes: 'accepted', no: 'rejected', unsure: 'unsure' } as const;

/** Questions to a person, one by one; each answer is on disk before the next question. */
export class ReviewDialogue {
  readonly counts: Record<Verdict, number> = { accepted: 0, rejected: 0, unsure: 0 };
  readonly #setting: ReviewSetting;
  readonly #steps: Step[] = [];
  #line = 0;

  constructor(setting: ReviewSetting) {
    this.#setting = setting;
  }

  /**
   * Asks until all is asked, the person stops, or there are no more lines.
   * @param next gives the next line that the person has typed.
   * @throws Failure 2 where a line that nobody types is no answer: those that follow would come to other questions.
   */
  async hold(next: () => Promise<string | undefined>): Promise<void> {
    const { open, console, view } = this.#setting;
    let shown: number | undefined;
    let at = 0;
    for (;;) {
      if (at === open.length) {
        if (!(await this.#takesBack(next))) return;
        at = await this.#undo(at);
        shown = undefined;
        continue;
      }
      if (shown !== at) console.out(this.#question(at, shown));
      shown = at;
      console.err(sayInReview(view.language, 'keys'));
      const typed = await next();
      if (typed === undefined) return console.err('\n');
      this.#line++;
      if (typed.trim() === '') continue;
      const answer = answerIn(typed);
      if (!answer) this.#refuse(this.#sentence('noAnswer', { line: visible(typed.trim()) }));
      else if (answer.rest !== undefined) at += (await this.#settle(at, answer)) ? 1 : 0;
      else if (answer.key === 'stop') return;
      else if (answer.key === 'help') this.#say('help');
      else if (answer.key === 'undo') at = await this.#undo(at);
      else {
        this.#steps.push({ at: at++ });
        this.#say('skipped');
      }
    }
  }

  /** Whether a person takes back the last answer, after which there is no other question to do that at. */
  async #takesBack(next: () => Promise<string | undefined>): Promise<boolean> {
    const { console, view } = this.#setting;
    if (!console.isTyped || this.#steps.length === 0) return false;
    console.err(sayInReview(view.language, 'lastOne'));
    const typed = await next();
    if (typed === undefined) console.err('\n');
    return typed !== undefined && answerIn(typed)?.key === 'undo';
  }

  /** Saves what a person decides; what cannot be is said, and nothing is saved. */
  async #settle(at: number, { key, rest }: Said): Promise<boolean> {
    const { sets, open, by, on, view, console } = this.#setting;
    const { set, mapping } = this.#mappingAt(at);
    const isOther = key === 'yes' && rest !== '';
    const relation = isOther ? relationNamed(rest) : (mapping.predicate_id ?? '');
    if (relation === undefined) {
      const { message, hint } = noRelation(visible(rest));
      return this.#refuse(`${message}. ${hint}`);
    }
    const verdict = verdictOf[key];
    if (verdict === 'accepted') {
      const types = view.known.get(endsOf(mapping, set)?.[0] ?? '')?.types;
      const conflict = conflictOf(sets, set, mapping, relation, types);
      if (conflict) return this.#refuse(refusalOf(conflict, relation, view.language));
    }
    const because = key === 'yes' ? undefined : rest;
    const after = decide(set, open[at]!.row, { verdict, by, on, relation, because });
    await replaceSet(set, after);
    sets[open[at]!.set] = after;
    this.#steps.push({ at, saved: { before: set, after, verdict } });
    this.counts[verdict]++;
    console.err(`${this.#sentence(verdict)}: ${mappingAsText(mapping, relation)}\n`);
    return true;
  }

  async #undo(at: number): Promise<number> {
    const step = this.#steps.pop();
    if (!step) {
      this.#refuse(this.#sentence('noUndo'));
      return at;
    }
    if (step.saved) {
      const { before, after, verdict } = step.saved;
      await replaceSet(after, before);
      this.#setting.sets[this.#setting.open[step.at]!.set] = before;
      this.counts[verdict]--;
    }
    this.#say('undone');
    return step.at;
  }

  /** A person is told, and asked again. */
  #refuse(message: string): false {
    const { console } = this.#setting;
    if (!console.isTyped)
      throw new Failure(exit.usage, `Line ${this.#line} of the answers: ${message}`, {
        hint: 'What was answered before is saved. Answers are y, n, skip, unsure, undo and stop, one a line.',
      });
    console.err(`${message}\n`);
    return false;
  }

  /** A question, under the thing that it is about where that is another than before. */
  #question(at: number, before: number | undefined): string {
    const { sets, open, view } = this.#setting;
    const { set, mapping } = this.#mappingAt(at);
    const last = before === undefined ? undefined : this.#mappingAt(before).mapping;
    const isSame = last?.subject_id === mapping.subject_id && last?.subject_label === mapping.subject_label;
    const head = isSame ? '' : `\n${subjectAsText(sets, set, mapping, view)}`;
    return `${head}${candidateAsText(set, mapping, `[${at + 1}/${open.length}]`, view)}`;
  }

  #mappingAt(at: number): { set: MappingFile; mapping: Mapping } {
    const { set, row } = this.#setting.open[at]!;
    return { set: this.#setting.sets[set]!, mapping: this.#setting.sets[set]!.mappings[row]! };
  }

  #sentence(key: ReviewSentence, values = {}): string {
    return sayInReview(this.#setting.view.language, key, values);
  }

  #say(key: ReviewSentence): void {
    this.#setting.console.err(`${this.#sentence(key)}\n`);
  }
}
