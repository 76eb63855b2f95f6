import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { folderOf } from "../../../src/docs/folder.ts";
import type { Page } from "../../../src/docs/page.ts";
import { readPage } from "../../../src/docs/read-page.ts";
import { documentationOf, judgeDocumentedPage } from "../../../src/exchange/judge-documentation.ts";
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

/** Judges all pages and all their examples, from the Markdown on; few as the pages are, they are all there is. */
export function judgePages(files: Pages): Judgement[] {
  const pages = Object.entries(files).map(([file, text]) =>
    text === validPages[file] ? readOnce(file, text) : readPage(text, { file, version: "v1.0" }),
  );
  const whole = { ...folderOf(pages), isWhole: () => true, hasAllTypes: () => true };
  const documentation = documentationOf(whole);
  return pages.flatMap((page) => judgeDocumentedPage(page, documentation));
}

const read = new Map<string, Page>();

function readOnce(file: string, text: string): Page {
  const page = read.get(file) ?? readPage(text, { file, version: "v1.0" });
  read.set(file, page);
  return page;
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
