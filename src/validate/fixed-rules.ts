import type { LanguageMap } from '../graph/language-map.ts';
import { evidenceMessages } from './evidence-messages.ts';
import { type Code, hints, messages, mild } from './preflight/messages.ts';
import type { ProblemKind, Severity } from './problem.ts';
import { publishedRules } from './published/rules.ts';
import type { Rule } from './rule.ts';
import { linkRules } from './syntax/link-rules.ts';
import type { SyntaxRuleText } from './syntax/rule-text.ts';
import { spellingRules } from './syntax/rules.ts';

/** Stands for what differs from one offence to the next. */
const something = '…';

/** The rules that hold whatever the shapes: of evidence, of the spelling of data, of links, of what was published, of shapes themselves. */
export const fixedRules: readonly Rule[] = [
  ...Object.entries(evidenceMessages).map(([id, message]) => fixed('evidence', id, 'violation', message)),
  ...ofKind('syntax', spellingRules),
  ...ofKind('link', linkRules),
  ...Object.entries(publishedRules).map(([id, { message, hint }]) =>
    fixed('published', id, 'violation', message, hint),
  ),
  ...Object.entries(messages).map(([code, message]) =>
    fixed(
      // Found when the shapes can be honoured, and look at nothing.
      code === 'no-target' || code === 'empty-target' ? 'target' : 'preflight',
      code,
      mild[code as Code] ?? 'violation',
      openly(message),
      hintOf(code as Code),
    ),
  ),
];

function ofKind(kind: ProblemKind, rules: Readonly<Record<string, SyntaxRuleText>>): Rule[] {
  return Object.entries(rules).map(([id, { severity, message, hint }]) =>
    fixed(kind, id, severity, message(something), hint),
  );
}

function hintOf(code: Code): LanguageMap | undefined {
  const hint = hints[code];
  return hint && openly(hint);
}

function fixed(
  kind: ProblemKind,
  id: string,
  severity: Severity,
  message: LanguageMap,
  hint?: LanguageMap | undefined,
): Rule {
  return { id, kind, severity, message, hint, constraints: [], components: [], within: [] };
}

/** A sentence with its gaps open. */
function openly(sentence: LanguageMap): LanguageMap {
  return Object.fromEntries(
    Object.entries(sentence).map(([language, text]) => [language, text.replace(/\{\w+\}/g, something)]),
  );
}
