import { collect, type Declaring, linkOf, Option, shareOf } from './declaring.ts';

/** `meent link review`, `accept` and `reject`, and what they take. */
export function declareLinkReview({ program, action, setting }: Declaring): void {
  const link = linkOf(program);
  link
    .command('review')
    .description('ask a person about each candidate, and save each answer')
    .argument('[files...]', 'mapping sets, not those in data/links')
    .option('--reviewer <name>', 'who decides, not `reviewer` in meent.json')
    .option('--subject <name>', 'ask about this thing only (can be repeated)', collect, [])
    .addOption(
      new Option('--minimum <score>', 'least confidence of a candidate').default(0).argParser(shareOf),
    )
    .option('--unsure', 'ask again about what somebody could not tell', false)
    .option('--date <day>', 'the day to write beside decisions, not today')
    .addHelpText(
      'after',
      `
Shows each candidate with its description and why it is one, and asks: y (yes),
n (no), skip, unsure, undo or q (stop); ? shows more. Dutch letters work too.
"y skos:closeMatch" says that another relation is right, "n because ..." why it
is not so: such a pair is kept as a mapping that says Not.
Each answer is saved, whole, before the next question: stop when you like, by
Ctrl-C too, and run it again to go on. Answers can come from a file or program,
one a line; a line that is no answer ends it with exit code 2.
The same can be decided in a spreadsheet: a name in reviewer_label, the day in
review_date, and 1 (yes), 0 (unsure) or -1 (no) in reviewer_agreement.

Examples:
  meent link review --reviewer 'A. Gardener'
  meent link review --minimum 0.8 --subject amsterdam
  meent link review found.sssom.tsv < answers.txt`,
    )
    .action(
      action(async (files: never, options: never) =>
        (await import('../link-review-command.ts')).linkReviewCommand(setting(), files, options),
      ),
    );
  for (const [name, verdict, what] of [
    ['accept', 'accepted', 'accept a candidate'],
    ['reject', 'rejected', 'reject a candidate'],
  ] as const) {
    const command = link
      .command(name)
      .description(`${what}, for scripts`)
      .argument('<subject>', 'the thing: its IRI, CURIE or the last part of its IRI')
      .argument('<object>', 'what it is linked to, named in the same way')
      .argument('[files...]', 'mapping sets, not those in data/links')
      .option('--reviewer <name>', 'who decides, not `reviewer` in meent.json')
      .option(
        '--as <relation>',
        name === 'accept' ? 'the relation that is right' : 'the relation that is wrong',
      )
      .option('--date <day>', 'the day to write beside it, not today')
      .option('--overrule', 'decide what was decided otherwise before', false);
    if (name === 'accept') command.option('--rule <text>', 'the rule that accepts it, where no person does');
    else command.option('--because <text>', 'why: it is kept as a mapping that says Not');
    command
      .addHelpText('after', helpOf[name])
      .action(
        action(async (subject: never, object: never, files: never, options: never) =>
          (await import('../link-decide-command.ts')).linkDecideCommand(
            setting(),
            verdict,
            [subject, object, files],
            options,
          ),
        ),
      );
  }
}

const helpOf = {
  accept: `
A person accepts, and is named: by --reviewer or in meent.json. A rule may
accept anything but owl:sameAs, which merges what two places say.

Examples:
  meent link accept oakham T3 --reviewer 'A. Gardener'
  meent link accept oakham T3 --as skos:closeMatch --reviewer 'A. Gardener'
  meent link accept pruning ev:4711 --rule 'Same label in Dutch and English'`,
  reject: `
A person rejects, and is named: by --reviewer or in meent.json. What is rejected
is never proposed again.

Examples:
  meent link reject oakham T4 --reviewer 'A. Gardener'
  meent link reject oakham T4 --because 'That is the other one, in the north'`,
} as const;
