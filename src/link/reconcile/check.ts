/** Looks whether a value has a form; gives what is wrong with it, after where that stands, or nothing. */
export type Check = (value: unknown, at: string) => string | undefined;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a value is, for messages. */
function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return typeof value === 'number' ? 'a number' : 'a text';
}

const wanted = (what: string, value: unknown, at: string): string =>
  `${at || 'the answer'} is to be ${what}, not ${kindOf(value)}`;

const simple =
  (what: string, rule: (value: unknown) => boolean): Check =>
  (value, at) =>
    rule(value) ? undefined : wanted(what, value, at);

export const text = simple('a text', (value) => typeof value === 'string');
export const number = simple('a number', (value) => typeof value === 'number');
export const whole = simple('a whole number', Number.isInteger);
export const truth = simple('true or false', (value) => typeof value === 'boolean');

/** A text of a form, which `what` names. */
export const textLike =
  (pattern: RegExp, what: string): Check =>
  (value, at) =>
    text(value, at) ??
    (pattern.test(value as string) ? undefined : `${at} is to be ${what}, not "${value as string}"`);

export const oneText = (...values: readonly string[]): Check =>
  simple(`one of ${values.join(', ')}`, (value) => values.includes(value as string));

/** An object with members that must and members that may be there; others may too, unless it is closed. */
export const object =
  (must: Readonly<Record<string, Check>>, may: Readonly<Record<string, Check>> = {}, closed = false): Check =>
  (value, at) => {
    if (!isObject(value)) return wanted('an object', value, at);
    for (const key of Object.keys(must)) {
      if (!Object.hasOwn(value, key)) return `${at || 'the answer'} has no ${key}`;
    }
    for (const [key, member] of Object.entries(value)) {
      const check = Object.hasOwn(must, key) ? must[key] : Object.hasOwn(may, key) ? may[key] : undefined;
      if (!check && closed) return `${at} has a member ${JSON.stringify(key)} that it may not have`;
      const fault = check?.(member, at ? `${at}.${key}` : key);
      if (fault) return fault;
    }
    return undefined;
  };

/** An object whose members all have one form, whatever they are called. */
export const record =
  (check: Check): Check =>
  (value, at) => {
    if (!isObject(value)) return wanted('an object', value, at);
    for (const [key, member] of Object.entries(value)) {
      const fault = check(member, at ? `${at}.${key}` : key);
      if (fault) return fault;
    }
    return undefined;
  };

export const list =
  (check: Check, rule: { least?: number; distinct?: boolean } = {}): Check =>
  (value, at) => {
    if (!Array.isArray(value)) return wanted('a list', value, at);
    if (value.length < (rule.least ?? 0)) return `${at} is to have something in it`;
    if (rule.distinct && new Set(value.map((each) => JSON.stringify(each))).size < value.length)
      return `${at} has the same twice`;
    for (const [index, each] of value.entries()) {
      const fault = check(each, `${at}[${index}]`);
      if (fault) return fault;
    }
    return undefined;
  };

/** What one of several forms is; `what` names them. */
export const either =
  (what: string, ...checks: readonly Check[]): Check =>
  (value, at) =>
    checks.some((check) => check(value, at) === undefined) ? undefined : wanted(what, value, at);

/** All of several forms at once. */
export const both =
  (...checks: readonly Check[]): Check =>
  (value, at) => {
    for (const check of checks) {
      const fault = check(value, at);
      if (fault) return fault;
    }
    return undefined;
  };
