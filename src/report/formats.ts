/** The forms that a report can be had in. */
export const reportFormats = ['text', 'plain', 'json', 'sarif', 'junit', 'github', 'ttl', 'jsonld'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** The form that a file is in by the ending of its name. */
export const reportEndings: Readonly<Record<string, ReportFormat>> = {
  '.txt': 'text',
  '.tsv': 'plain',
  '.json': 'json',
  '.sarif': 'sarif',
  '.sarif.json': 'sarif',
  '.xml': 'junit',
  '.ttl': 'ttl',
  '.jsonld': 'jsonld',
};

/** The columns of a line of the plain form, in this order; what is not known is empty. */
export const plainColumns = [
  'severity',
  'file',
  'line',
  'column',
  'rule',
  'focus',
  'path',
  'value',
  'message',
] as const;
