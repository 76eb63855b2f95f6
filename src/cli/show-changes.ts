import { type ChangeFormatName, changeFormats } from "../report/changes/change-formats.ts";
import { renderChangeGithub } from "../report/changes/change-github.ts";
import type { ChangeReport } from "../report/changes/change-report.ts";
import { renderChangeTerminal } from "../report/changes/change-terminal.ts";
import { oneForm, writeForms } from "../report/write-forms.ts";
import type { OptionValues, Terminal } from "./command.ts";

/** Writes what changed in each of the forms asked, and says it in short. @throws UsageError when it cannot be written */
export async function showChanges(
  report: ChangeReport,
  values: OptionValues,
  output: string,
  terminal: Pick<Terminal, "out" | "colour">,
): Promise<void> {
  // The command line has checked them against their choices.
  const names = (values.format?.split(",") ?? ["html", "json"]) as ChangeFormatName[];
  const forms = await Promise.all(
    [...new Set(names)].map(async (name) => {
      const { file, renderer } = changeFormats[name];
      const render = await renderer();
      return oneForm(file, (pathTo) => render(report, { pathTo }));
    }),
  );
  const written = await writeForms(forms, values.output ?? output);
  const first = written.find((file) => file.endsWith(".html")) ?? written[0];
  terminal.out(
    renderChangeTerminal(report, { colour: terminal.colour, ...(first ? { reportPath: first } : {}) }),
  );
  // The runner makes annotations of what a step prints, not of files.
  if (names.includes("github")) terminal.out(renderChangeGithub(report));
}
