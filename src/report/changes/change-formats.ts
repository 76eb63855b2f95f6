import { textMark } from "../../base/own-output.ts";
import type { FormFile } from "../formats.ts";
import type { HtmlOptions } from "../html/view.ts";
import type { ChangeReport } from "./change-report.ts";

interface ChangeFormat {
  readonly file: string;
  /** Loads what gives the file. */
  readonly renderer: () => Promise<(report: ChangeReport, options: HtmlOptions) => FormFile["text"]>;
}

/** Every form in which changes can be written, with its file. None takes the code of all. */
export const changeFormats = {
  html: { file: "index.html", renderer: async () => (await import("./change-html.ts")).renderChangeHtml },
  text: {
    file: "changes.txt",
    renderer: async () => {
      const { renderChangeTerminal } = await import("./change-terminal.ts");
      return (report) =>
        `${textMark("changes")}\n\n${renderChangeTerminal(report, { colour: false, isFile: true })}`;
    },
  },
  json: { file: "changes.json", renderer: async () => (await import("./change-json.ts")).changeJsonPieces },
  markdown: {
    file: "changes.md",
    renderer: async () => (await import("./change-markdown.ts")).renderChangeMarkdown,
  },
  sarif: {
    file: "changes.sarif",
    renderer: async () => (await import("./change-sarif.ts")).renderChangeSarif,
  },
  github: {
    file: "annotations.txt",
    renderer: async () => (await import("./change-github.ts")).renderChangeGithub,
  },
} as const satisfies Readonly<Record<string, ChangeFormat>>;

export type ChangeFormatName = keyof typeof changeFormats;

export const changeFormatNames = Object.keys(changeFormats) as readonly ChangeFormatName[];
