import type { FormatName } from "../report/formats.ts";
import { renderGithub } from "../report/github.ts";
import { type LinesOptions, readLines } from "../report/read-lines.ts";
import type { Report } from "../report/report.ts";
import { renderTerminal } from "../report/terminal/render-terminal.ts";
import { writeReport } from "../report/write-report.ts";
import { inRepository, type SourceUrl } from "./checkout.ts";
import type { Terminal } from "./command.ts";

/** Where a report goes: into a folder, in each of the formats, and in short to whoever watches. */
export interface Showing {
  readonly formats: readonly FormatName[];
  readonly output: string;
  /** The HTML in one document. */
  readonly singleFile?: boolean;
  /** Where the lines of pages are to be read. */
  readonly sourceUrl?: SourceUrl;
  /** Of which files lines are shown, and as what; of none unless said. */
  readonly lines?: LinesOptions;
  /** Every passed rule by its name, and the messages. */
  readonly detail?: boolean;
  /** What could not be read is told in full. */
  readonly coverage?: boolean;
  /** Every cause is told in the terminal, with its fingerprints. */
  readonly verbose?: boolean;
}

/** Writes a report and says in short what it says. @throws UsageError when it cannot be written */
export async function showReport(
  report: Report,
  { coverage = false, verbose = false, ...showing }: Showing,
  terminal: Pick<Terminal, "out" | "colour" | "columns">,
): Promise<void> {
  const first = await writeForms(report, showing);
  terminal.out(
    renderTerminal(report, {
      colour: terminal.colour,
      coverage,
      verbose,
      ...(terminal.columns === undefined ? {} : { columns: terminal.columns }),
      ...(first ? { reportPath: first } : {}),
    }),
  );
  // The runner makes annotations of what a step prints, not of files.
  if (showing.formats.includes("github"))
    terminal.out(renderGithub(report, { inRepository: inRepository() }));
}

/** Writes a report alone; resolves to the file to open first. @throws UsageError when it cannot be written */
export async function writeForms(
  report: Report,
  { formats, output, coverage, verbose, lines, ...forms }: Showing,
): Promise<string | undefined> {
  const written = await writeReport(report, formats, output, {
    ...forms,
    ...(lines ? { linesOf: readLines(lines) } : {}),
    inRepository: inRepository(),
  });
  return written.find((file) => file.endsWith(".html")) ?? written[0];
}
