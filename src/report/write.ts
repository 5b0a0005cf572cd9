import type { ReportFormat } from './formats.ts';
import { asGithub } from './github.ts';
import { asJson } from './json.ts';
import { asJsonLd } from './jsonld.ts';
import { asJunit } from './junit.ts';
import { asPlain } from './plain.ts';
import type { Report } from './report.ts';
import { asSarif } from './sarif.ts';
import { asText, type TextStyle } from './text.ts';
import { asTurtle } from './ttl.ts';

const writers: Readonly<Record<ReportFormat, (report: Report, style: TextStyle) => string>> = {
  text: asText,
  plain: asPlain,
  json: asJson,
  sarif: asSarif,
  junit: asJunit,
  github: asGithub,
  ttl: asTurtle,
  jsonld: asJsonLd,
};

/** A report in one of the forms; only `text` is coloured or cut. */
export const writeReport = (report: Report, format: ReportFormat, style: TextStyle): string =>
  writers[format](report, style);
