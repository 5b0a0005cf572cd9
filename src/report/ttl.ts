import { writeTurtle } from '../graph/write.ts';
import type { Report } from './report.ts';
import { asShacl, reportPrefixes } from './shacl.ts';

/** A report as a SHACL validation report in Turtle. */
export const asTurtle = (report: Report): string => writeTurtle(asShacl(report), reportPrefixes);
