import { renderBadge } from "./badge-svg.ts";
import { renderComment } from "./comment.ts";
import { renderGithub } from "./github.ts";
import { htmlFiles } from "./html/render-html.ts";
import { type HtmlOptions, indexFile } from "./html/view.ts";
import { type JsonOptions, jsonPieces } from "./json.ts";
import { renderJunit } from "./junit.ts";
import { renderMarkdown } from "./markdown.ts";
import type { PathOptions } from "./phrases.ts";
import type { Report } from "./report.ts";
import { renderSarif } from "./sarif.ts";

/** What the forms of a report may ask of whoever writes them. */
export type FormOptions = HtmlOptions & JsonOptions & PathOptions;

/** A file of a form, its path within the report's folder. */
export interface FormFile {
  readonly file: string;
  /** Whole or in pieces. */
  readonly text: string | Iterable<string>;
}

export interface Format {
  /** The file in the report's folder. */
  readonly file: string;
  /** The file, and those beside it that belong to it. */
  readonly files: (report: Report, options: FormOptions) => Iterable<FormFile>;
}

/** A form that is one file. */
function oneFile(file: string, render: (report: Report, options: FormOptions) => FormFile["text"]): Format {
  return { file, files: (report, options) => [{ file, text: render(report, options) }] };
}

/** Every form in which a report can be written. */
export const formats = {
  html: { file: indexFile, files: htmlFiles },
  json: oneFile("report.json", jsonPieces),
  junit: oneFile("junit.xml", renderJunit),
  sarif: oneFile("report.sarif", renderSarif),
  markdown: oneFile("report.md", renderMarkdown),
  github: oneFile("annotations.txt", renderGithub),
  comment: oneFile("comment.md", renderComment),
  badge: oneFile("badge.svg", renderBadge),
} as const satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof formats;

/** The names of all formats. */
export const formatNames = Object.keys(formats) as readonly FormatName[];
