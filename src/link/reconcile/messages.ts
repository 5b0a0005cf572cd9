import {
  both,
  type Check,
  either,
  list,
  number,
  object,
  oneText,
  record,
  text,
  textLike,
  truth,
  whole,
} from './check.ts';

// The forms of messages of the Reconciliation Service API, written from its specification: the JSON Schemas beside it
// have no licence of their own, so none is carried here. A test holds the two together.

/** The versions of the API that are spoken. */
export type ApiVersion = '0.1' | '0.2';

const withId = textLike(/\{\{id\}\}/, 'an address with {{id}} in it');
const absent: Check = () => undefined;

/** A type: a name for what something is, with the types above it (0.2 §3.1). */
const type: Check = (value, at) =>
  object({ id: text, name: text }, { description: text, broader: list(type) })(value, at);
const simpleType = object({ id: text, name: text });

const setting = (kind: string, standard: Check, more: Readonly<Record<string, Check>> = {}): Check =>
  object({ type: oneText(kind), label: text, name: text, ...more }, { default: standard, help_text: text });
const settings = either(
  'a setting of the type number, text, checkbox or select',
  setting('number', number),
  setting('text', text),
  setting('checkbox', truth),
  setting('select', text, { choices: list(object({ value: text, name: text })) }),
);

/** OpenAPI 2 and 3 name these; a scheme of another kind says nothing that anybody could follow. */
const security = object({ type: oneText('basic', 'apiKey', 'oauth2', 'http', 'openIdConnect') });
const preview = object({ url: withId, width: whole, height: whole });
const suggest = object(
  {},
  {
    service_url: text,
    service_path: text,
    flyout_service_url: text,
    flyout_service_path: textLike(/\$\{id\}/, 'a path with ${id} in it'),
  },
);
const extend = object(
  {},
  {
    propose_properties: object({}, { service_url: text, service_path: text }),
    property_settings: list(settings),
  },
);
const view = object({ url: withId });

/** A manifest says what a service is and can do (0.2 §2). */
const manifest = (version: ApiVersion): Check => {
  const must = { name: text, identifierSpace: text, schemaSpace: text };
  const may = {
    view,
    defaultTypes: list(version === '0.1' ? simpleType : type, { distinct: true }),
    suggest: object({}, { entity: suggest, property: suggest, type: suggest }),
    preview,
    extend,
  };
  if (version === '0.1') return object(must, may);
  const versions = both(list(text), (value, at) =>
    (value as readonly string[]).includes('0.2') ? undefined : `${at} does not name 0.2`,
  );
  return object(
    { versions, ...must },
    {
      ...may,
      documentation: text,
      serviceVersion: text,
      logo: text,
      authentication: security,
      feature_view: view,
    },
  );
};

const value = either(
  'a text, a number, true, false or an object with an id',
  text,
  number,
  truth,
  object({ id: text }, { name: text }),
);
const properties = list(object({ pid: text, v: either('a value or a list of values', value, list(value)) }));

/** A batch of questions by the keys of who asks (0.2 §4.1). */
const queries = (version: ApiVersion): Check => {
  const members = {
    query: text,
    type: either('a text or a list of texts', text, list(text)),
    limit: number,
    properties,
    type_strict: oneText('any', 'should', 'all'),
  };
  const { query, ...rest } = members;
  const named = object({ query }, rest, true);
  if (version === '0.1') return record(named);
  const { properties: _, ...others } = members;
  const byProperties = object({ properties: both(properties, list(absent, { least: 1 })) }, others, true);
  return record((each, at) =>
    typeof each === 'object' && each !== null && Object.hasOwn(each, 'query')
      ? named(each, at)
      : byProperties(each, at),
  );
};

const types = list(either('a text or an object with an id', text, object({ id: text }, { name: text })));

/** Something that may be what was asked for (0.2 §4.2). */
const candidate = (version: ApiVersion): Check =>
  object(
    { id: text, name: text, score: number },
    {
      match: truth,
      type: types,
      ...(version === '0.2' && {
        description: text,
        features: list(object({}, { id: text, value: either('a number, true or false', number, truth) })),
      }),
    },
  );

const suggestion = object({ id: text, name: text }, { description: text });
const date = textLike(
  /^(-?(?:[1-9][0-9]*)?[0-9]{4})-(1[0-2]|0[1-9])-(3[01]|0[1-9]|[12][0-9])T(2[0-3]|[01][0-9]):([0-5][0-9]):([0-5][0-9])(\.[0-9]+)?(Z|[+-](?:2[0-3]|[01][0-9]):[0-5][0-9])?$/,
  'a date and time',
);

/** Values of properties of entities (0.2 §6.3). */
const extension = (version: ApiVersion): Check =>
  object({
    meta: list(
      object(
        { id: text, name: text },
        {
          type: object({ id: text }, { name: text }),
          ...(version === '0.2' && { service: textLike(/^https?:\/\//, 'a web address') }),
        },
      ),
    ),
    rows: record(
      record(
        list(
          either(
            'a value',
            object({}, {}, true),
            object({ id: text, name: text }, version === '0.2' ? { description: text } : {}, true),
            object({ str: text }, {}, true),
            object({ float: number }, {}, true),
            object({ int: whole }, {}, true),
            object({ date }, {}, true),
          ),
        ),
      ),
    ),
  });

/** What each kind of message is to be, by the names that the specification gives them. */
export const messages = (version: ApiVersion) =>
  ({
    manifest: manifest(version),
    'reconciliation-query-batch': queries(version),
    'reconciliation-candidate': candidate(version),
    'reconciliation-result-batch': record(object({ result: list(candidate(version)) })),
    'data-extension-metadata': extend,
    'data-extension-property-proposal': object(
      { properties: list(suggestion) },
      { type: text, limit: number },
    ),
    'data-extension-query': object({
      ids: list(text),
      properties: list(object({ id: text }, { settings: object({}) })),
    }),
    'data-extension-response': extension(version),
    'flyout-response': object({ id: text, html: text }),
    'preview-metadata': preview,
    'security-scheme': security,
    'suggest-entities-response': object({
      result: list(object({ id: text, name: text }, { description: text, notable: types })),
    }),
    'suggest-metadata': suggest,
    'suggest-properties-response': object({ result: list(suggestion) }),
    'suggest-types-response': object({ result: list(version === '0.1' ? suggestion : type) }),
  }) as const satisfies Record<string, Check>;

export type Message = keyof ReturnType<typeof messages>;

/** What is wrong with a message, or nothing. */
export const faultIn = (version: ApiVersion, kind: Message, message: unknown): string | undefined =>
  messages(version)[kind](message, '');
