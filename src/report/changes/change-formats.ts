import type { FormFile } from "../formats.ts";
import type { HtmlOptions } from "../html/view.ts";
import { renderChangeGithub } from "./change-github.ts";
import { renderChangeHtml } from "./change-html.ts";
import { changeJsonPieces } from "./change-json.ts";
import { renderChangeMarkdown } from "./change-markdown.ts";
import type { ChangeReport } from "./change-report.ts";
import { renderChangeSarif } from "./change-sarif.ts";

export type ChangeFormatName = "html" | "json" | "markdown" | "sarif" | "github";

interface ChangeFormat {
  readonly file: string;
  readonly render: (report: ChangeReport, options: HtmlOptions) => FormFile["text"];
}

/** Every form in which changes can be written, with its file. */
export const changeFormats: Readonly<Record<ChangeFormatName, ChangeFormat>> = {
  html: { file: "index.html", render: renderChangeHtml },
  json: { file: "changes.json", render: changeJsonPieces },
  markdown: { file: "changes.md", render: renderChangeMarkdown },
  sarif: { file: "changes.sarif", render: renderChangeSarif },
  github: { file: "annotations.txt", render: renderChangeGithub },
};

export const changeFormatNames: readonly ChangeFormatName[] = ["html", "json", "markdown", "sarif", "github"];
