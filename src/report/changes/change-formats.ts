import type { HtmlOptions } from "../html/view.ts";
import { renderChangeGithub } from "./change-github.ts";
import { renderChangeHtml } from "./change-html.ts";
import { renderChangeJson } from "./change-json.ts";
import { renderChangeMarkdown } from "./change-markdown.ts";
import type { ChangeReport } from "./change-report.ts";
import { renderChangeSarif } from "./change-sarif.ts";

export type ChangeFormatName = "html" | "json" | "markdown" | "sarif" | "github";

/** Every form in which changes can be written, with its file. */
export const changeFormats: Readonly<
  Record<
    ChangeFormatName,
    { readonly file: string; readonly render: (report: ChangeReport, options: HtmlOptions) => string }
  >
> = {
  html: { file: "index.html", render: renderChangeHtml },
  json: { file: "changes.json", render: renderChangeJson },
  markdown: { file: "changes.md", render: renderChangeMarkdown },
  sarif: { file: "changes.sarif", render: renderChangeSarif },
  github: { file: "annotations.txt", render: renderChangeGithub },
};

export const changeFormatNames: readonly ChangeFormatName[] = ["html", "json", "markdown", "sarif", "github"];
