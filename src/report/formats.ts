import { renderHtml } from "./html/render-html.ts";
import type { HtmlOptions } from "./html/view.ts";
import { renderJson } from "./json.ts";
import { renderJunit } from "./junit.ts";
import { renderMarkdown } from "./markdown.ts";
import type { Report } from "./report.ts";
import { renderSarif } from "./sarif.ts";

export type FormatName = "html" | "json" | "junit" | "sarif" | "markdown";

export interface Format {
  /** The file in the report's folder. */
  readonly file: string;
  readonly render: (report: Report, options: HtmlOptions) => string;
}

/** Every form in which a report can be written. */
export const formats: Readonly<Record<FormatName, Format>> = {
  html: { file: "index.html", render: renderHtml },
  json: { file: "report.json", render: renderJson },
  junit: { file: "junit.xml", render: renderJunit },
  sarif: { file: "report.sarif", render: renderSarif },
  markdown: { file: "report.md", render: renderMarkdown },
};

/** The names of all formats. */
export const formatNames: readonly FormatName[] = ["html", "json", "junit", "sarif", "markdown"];
