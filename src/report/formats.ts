import { renderBadge } from "./badge-svg.ts";
import { renderComment } from "./comment.ts";
import { renderGithub } from "./github.ts";
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
  /** Loads what gives the file, and those beside it that belong to it. */
  readonly renderer: () => Promise<Renderer>;
}

type Renderer = (report: Report, options: FormOptions) => Iterable<FormFile>;

/** A form that is one file. */
function oneFile(file: string, render: (report: Report, options: FormOptions) => FormFile["text"]): Format {
  return { file, renderer: async () => (report, options) => [{ file, text: render(report, options) }] };
}

/** More code than all others together: who takes another format does not wait for it. */
async function htmlRenderer(): Promise<Renderer> {
  return (await import("./html/render-html.ts")).htmlFiles;
}

/** Every form in which a report can be written. */
export const formats = {
  html: { file: indexFile, renderer: htmlRenderer },
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
