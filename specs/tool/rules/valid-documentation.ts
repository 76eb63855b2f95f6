import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { folderOf } from "../../../src/docs/folder.ts";
import type { Page } from "../../../src/docs/page.ts";
import { readPage } from "../../../src/docs/read-page.ts";
import {
  type Documentation,
  documentationOf,
  judgeDocumentedPage,
} from "../../../src/exchange/judge-documentation.ts";
import type { Assertion, Judgement } from "../../../src/rules/assertion.ts";

/** Pages by file, as Markdown. */
export type Pages = Readonly<Record<string, string>>;

/** What a spec expects of a failure: which rule, and where. */
export interface Place {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly pointer?: string;
}

const folder = fileURLToPath(new URL("../../../fixtures/rules/docs/", import.meta.url));

/** The pages of `fixtures/rules/docs`, in which nothing is wrong. */
export const validPages: Pages = Object.fromEntries(
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".md"))
    .sort()
    .map((file) => [file, readFileSync(`${folder}${file}`, "utf8")]),
);

/** Judges all pages and all their examples, from the Markdown on. */
export function judgePages(files: Pages): Judgement[] {
  const pages = Object.entries(files).map(([file, text]) => {
    const valid = text === validPages[file] ? readOnce.get(file) : undefined;
    return valid ?? readPage(text, { file, version });
  });
  const documentation = wholeDocumentation(pages);
  return pages.flatMap((page) => judgeDocumentedPage(page, documentation));
}

/** Judges one page, changed in nothing but the bodies of its responses: no contract is derived from these. */
export function judgePage(file: string, text: string): Judgement[] {
  return judgeDocumentedPage(readPage(text, { file, version }), validDocumentation);
}

const version = "v1.0";
const readOnce = new Map(
  Object.entries(validPages).map(([file, text]) => [file, readPage(text, { file, version })]),
);
const validDocumentation = wholeDocumentation([...readOnce.values()]);

/** Few as the pages are, they are all there is. */
function wholeDocumentation(pages: readonly Page[]): Documentation {
  return documentationOf({ ...folderOf(pages), isWhole: () => true, hasAllTypes: () => true });
}

/** The failures of any severity, in short. */
export function failuresIn(judgements: readonly Judgement[]): Place[] {
  return judgements
    .flatMap(({ assertions }) => assertions)
    .filter(({ status }) => status === "fail")
    .map(placeOf);
}

/** The pages with one text, which stands there once, replaced by another. */
export function brokenPages(file: string, replace: string, by: string): Pages {
  const [before, after, ...more] = (validPages[file] ?? "").split(replace);
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`${file} has not exactly once: ${replace}`);
  }
  return { ...validPages, [file]: `${before}${by}${after}` };
}

function placeOf({ rule, location, pointer }: Assertion): Place {
  const { file, line } = location;
  return { rule, file, line, ...(pointer === undefined ? {} : { pointer }) };
}
