import type { DataFile, Project } from './project.ts';

/** The files of a project as they are validated: each report by itself, with what all reports are read with. */
export interface Units {
  readonly ground: readonly DataFile[];
  readonly units: readonly (readonly DataFile[])[];
}

/** One unit for each report; where there is only one report, or none, everything is one. */
export function unitsOf({ ontology, data }: Pick<Project, 'ontology' | 'data'>): Units {
  const byReport = Map.groupBy(data, ({ report }) => report);
  const shared = byReport.get(undefined) ?? [];
  byReport.delete(undefined);
  if (byReport.size < 2) return { ground: [], units: [[...ontology, ...data]] };
  return { ground: [...ontology, ...shared], units: [...byReport.values()] };
}
