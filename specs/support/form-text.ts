import { type FormatName, type FormFile, formatNames, formats } from "../../src/report/formats.ts";
import type { JsonOptions } from "../../src/report/json.ts";
import type { Report } from "../../src/report/report.ts";

const rendererOf = async (name: FormatName) => [name, await formats[name].renderer()] as const;
const renderers = new Map(await Promise.all(formatNames.map(rendererOf)));

/** All that a report says in a format: the text of its file, and of those beside it. */
export function formText(name: FormatName, report: Report, options: JsonOptions = {}): string {
  const files = [...(renderers.get(name)?.(report, { ...options, pathTo: (file: string) => file }) ?? [])];
  return files.map(({ text }) => wholeText(text)).join("\n");
}

/** A text that may be given in pieces. */
export function wholeText(text: FormFile["text"]): string {
  return typeof text === "string" ? text : [...text].join("");
}
