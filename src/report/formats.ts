import { type HtmlOptions, indexFile } from "./html/view.ts";
import type { JsonOptions } from "./json.ts";
import type { PathOptions } from "./phrases.ts";
import type { Report } from "./report.ts";

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

type RenderText = (report: Report, options: FormOptions) => FormFile["text"];

/** A form that is one file. */
function oneFile(file: string, load: () => Promise<RenderText>): Format {
  const renderer = async (): Promise<Renderer> => {
    const render = await load();
    return (report, options) => [{ file, text: render(report, options) }];
  };
  return { file, renderer };
}

/** Every form in which a report can be written. None takes the code of all. */
export const formats = {
  html: { file: indexFile, renderer: async () => (await import("./html/render-html.ts")).htmlFiles },
  json: oneFile("report.json", async () => (await import("./json.ts")).jsonPieces),
  junit: oneFile("junit.xml", async () => (await import("./junit.ts")).renderJunit),
  sarif: oneFile("report.sarif", async () => (await import("./sarif.ts")).renderSarif),
  markdown: oneFile("report.md", async () => (await import("./markdown.ts")).renderMarkdown),
  github: oneFile("annotations.txt", async () => (await import("./github.ts")).renderGithub),
  comment: oneFile("comment.md", async () => (await import("./comment.ts")).renderComment),
  badge: oneFile("badge.svg", async () => (await import("./badge-svg.ts")).renderBadge),
} as const satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof formats;

/** The names of all formats. */
export const formatNames = Object.keys(formats) as readonly FormatName[];
