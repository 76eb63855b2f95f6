import { type FormatName, type FormOptions, formats } from "./formats.ts";
import type { Report } from "./report.ts";
import { type WrittenForm, writeForms } from "./write-forms.ts";

/**
 * Writes a report into a folder, which is made when it is missing, in each of the formats asked, and resolves to the
 * paths of the files, without those that only belong to one. Links in the HTML lead from that folder to the files of the
 * report. A file has its name when it is whole. Throws a UsageError when the folder or a file cannot be written.
 */
export async function writeReport(
  report: Report,
  names: readonly FormatName[],
  output: string,
  options: Omit<FormOptions, "pathTo"> = {},
): Promise<readonly string[]> {
  const forms = [...new Set(names)].map(async (name): Promise<WrittenForm> => {
    const { file, renderer } = formats[name];
    const render = await renderer();
    return { file, files: (pathTo) => render(report, { ...options, pathTo }) };
  });
  return writeForms(await Promise.all(forms), output);
}
