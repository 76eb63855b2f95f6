import { existsSync, readdirSync, readFileSync } from "node:fs";
import { bare, cellsOf } from "../repairs/year.ts";

/** A page as anybody can read it: nothing here is of the reader that is measured. */
export interface PageText {
  /** `api/chat-get.md`, below the folder. */
  readonly file: string;
  /** The file's name in lower case, without its ending: `chat-get`. */
  readonly name: string;
  readonly lines: readonly string[];
  readonly rows: readonly Row[];
  /** `GET /users/{}`, outside of examples; letters and keys are of no account. */
  readonly requests: ReadonlySet<string>;
  /** Methods' pages that its tables link. */
  readonly linked: readonly string[];
}

export interface Row {
  readonly line: string;
  /** The first cell without its dress; empty where it is several words. */
  readonly first: string;
  readonly cells: readonly string[];
  /** The heading above. */
  readonly heading: string;
}

export interface Folder {
  readonly api: ReadonlyMap<string, PageText>;
  readonly resources: ReadonlyMap<string, PageText>;
  /** By name of a type in lower case the page with that title. */
  readonly titled: ReadonlyMap<string, PageText>;
}

export function readPageTexts(folder: string): Folder {
  const [api = [], resources = []] = ["api", "resources"].map((directory) =>
    existsSync(`${folder}/${directory}`)
      ? readdirSync(`${folder}/${directory}`)
          .filter((file) => file.endsWith(".md"))
          .map((file) =>
            pageText(`${directory}/${file}`, readFileSync(`${folder}/${directory}/${file}`, "utf8")),
          )
      : [],
  );
  return {
    api: new Map(api.map((page) => [page.name, page])),
    resources: new Map(resources.map((page) => [page.name, page])),
    titled: new Map(resources.toReversed().flatMap((page) => titleOf(page).map((title) => [title, page]))),
  };
}

function pageText(file: string, text: string): PageText {
  const lines = text.split(/\r?\n/);
  const rows: Row[] = [];
  const requests = new Set<string>();
  let heading = "";
  let isExample = false;
  for (const line of lines) {
    if (/^#+ /.test(line) && !/#tab\//.test(line)) {
      heading = line.replace(/^#+ */, "").trim();
      if (/^##? /.test(line)) isExample = /^examples?\b/i.test(heading);
    }
    const request = /^\s*(GET|POST|PUT|PATCH|DELETE)\s+(\S.*)$/.exec(line);
    if (request && !isExample && (/^http request/i.test(heading) || /^\//.test(request[2] ?? "")))
      requests.add(requestKey(request[1] ?? "", request[2] ?? ""));
    if (!/^\s*\|/.test(line) && !/\S\s*\|\s*\S/.test(line)) continue;
    const cells = cellsOf(line);
    const first = (cells[0] ?? "").replace(/<br ?\/?>|\*\*|`/g, "").trim();
    rows.push({ line, first: /\w +\w/.test(first) ? "" : bare(first), cells, heading });
  }
  return {
    file,
    name: file.slice(file.indexOf("/") + 1, -".md".length).toLowerCase(),
    lines,
    rows,
    requests,
    linked: rows.flatMap(({ line }) =>
      [...line.matchAll(/\/api\/([\w-]+)\.md/g)].map(([, name = ""]) => name.toLowerCase()),
    ),
  };
}

/** The method and the path, in letters, keys and arguments as all pages would write them. */
export function requestKey(method: string, url: string): string {
  const path = url
    .replace(/^https:\/\/graph\.microsoft\.com/i, "")
    .replace(/^\/?(?:v1\.0|beta)(?=\/)/i, "")
    .replace(/\s+HTTP\/.*$/i, "")
    .replace(/\{[^}]*\}|<[^>]*>/g, "{}")
    .replace(/\?.*$/, "")
    // {id} | name: a key that is written in two ways, the brace misplaced.
    .replace(/\{\}\s*\|\s*[\w-]+/g, "{}")
    .replace(/=\s*[^,()]+/g, "={}")
    .replace(/\s+/g, "")
    .replace(/^(?!\/)/, "/")
    .replace(/\/$/, "");
  return `${method} ${path.toLowerCase()}`;
}

/** `# chat resource type` is of chat. */
function titleOf({ lines }: PageText): string[] {
  const title = lines.find((line) => /^# /.test(line));
  const [, name] = /^# *`?([A-Za-z][\w.]*)`? *(?:resource|enum|complex|entity|$)/.exec(title ?? "") ?? [];
  return name === undefined ? [] : [name.toLowerCase()];
}

/** Letters are of no account. */
export function isNamed({ first }: Row, name: string): boolean {
  return first.toLowerCase() === name.toLowerCase();
}
