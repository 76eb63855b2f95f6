import { renderGithub } from "./github.ts";
import { renderHtml } from "./html/render-html.ts";
import type { HtmlOptions } from "./html/view.ts";
import { type JsonOptions, jsonPieces } from "./json.ts";
import { renderJunit } from "./junit.ts";
import { renderMarkdown } from "./markdown.ts";
import type { Report } from "./report.ts";
import { renderSarif } from "./sarif.ts";

export type FormatName = "html" | "json" | "junit" | "sarif" | "markdown" | "github";

export interface Format {
  /** The file in the report's folder. */
  readonly file: string;
  /** The text of the file, in pieces. */
  readonly render: (report: Report, options: HtmlOptions & JsonOptions) => Iterable<string>;
}

/** Every form in which a report can be written. */
export const formats: Readonly<Record<FormatName, Format>> = {
  html: { file: "index.html", render: (report, options) => [renderHtml(report, options)] },
  json: { file: "report.json", render: jsonPieces },
  junit: { file: "junit.xml", render: (report) => [renderJunit(report)] },
  sarif: { file: "report.sarif", render: (report) => [renderSarif(report)] },
  markdown: { file: "report.md", render: (report) => [renderMarkdown(report)] },
  github: { file: "annotations.txt", render: (report) => [renderGithub(report)] },
};

/** The names of all formats. */
export const formatNames: readonly FormatName[] = ["html", "json", "junit", "sarif", "markdown", "github"];
