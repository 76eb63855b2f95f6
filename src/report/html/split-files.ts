import type { Report } from "../report.ts";
import { fileNames } from "./file-names.ts";
import { type SystemEntry, systemEntries } from "./system-entries.ts";
import { systemAnchor } from "./systems-section.ts";
import { detailsFolder, type Homes, judgementAnchor, type ShownReport } from "./view.ts";

/** So many systems without a finding stand in one document. */
const cleanTogether = 200;

/** A document of pages and exchanges: of one system, or of several in which nothing was found. */
export interface SystemFile {
  readonly file: string;
  readonly entries: readonly SystemEntry[];
}

/** Which systems stand together: those with a finding alone, by their names, so that links hold in the next report. */
export function systemFiles(report: Report): readonly SystemFile[] {
  const entries = systemEntries(report).filter(({ row }) => row.judgements.length > 0);
  const marked = entries.filter(({ clean }) => !clean);
  const clean = entries.filter((entry) => entry.clean);
  const names = fileNames(marked.map(({ row }) => `of ${row.name}`));
  return [
    ...marked.map((entry, index) => ({ file: `${detailsFolder}/${names[index]}.html`, entries: [entry] })),
    ...Array.from({ length: Math.ceil(clean.length / cleanTogether) }, (_, index) => ({
      file: `${detailsFolder}/clean-${index + 1}.html`,
      entries: clean.slice(index * cleanTogether, (index + 1) * cleanTogether),
    })),
  ];
}

/** The document of each system, each page and exchange, and each finding in it. */
export function homesOf(files: readonly SystemFile[], { report, anchorOf, judgementOf }: ShownReport): Homes {
  const homes = new Map<string, string>();
  for (const { file, entries } of files) {
    for (const { index, shown } of entries) {
      homes.set(systemAnchor(index), file);
      for (const number of shown) homes.set(judgementAnchor(number), file);
    }
  }
  for (const finding of [...report.findings, ...report.waived]) {
    const number = judgementOf.get(finding);
    const file = number === undefined ? undefined : homes.get(judgementAnchor(number));
    if (file !== undefined) homes.set(anchorOf(finding), file);
  }
  return homes;
}
