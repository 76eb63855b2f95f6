import { folderOf } from "../../../src/docs/folder.ts";
import type { GraphVersion, Page } from "../../../src/docs/page.ts";
import { readPage } from "../../../src/docs/read-page.ts";
import {
  type Documentation,
  documentationOf,
  judgeDocumentedPage,
} from "../../../src/exchange/judge-documentation.ts";
import type { Failed, Judgement } from "../../../src/rules/assertion.ts";
import type { Pages } from "../../support/rule-fixture.ts";

/** What a spec expects of a failure: which rule, and where. */
export interface Place {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly pointer?: string;
}

const version: GraphVersion = "v1.0";
/** By text: most pages of a broken documentation are those of the valid one. */
const readOnce = new Map<string, Page>();

/** Judges all pages and all their examples, from the Markdown on. Few as the pages are, they are all there is. */
export function judgePages(files: Pages): Judgement[] {
  const documentation = documentationIn(files);
  return documentation.folder.pages.flatMap((page) => judgeDocumentedPage(page, documentation));
}

/** What the pages document, judged as if it were all of Graph. */
export function documentationIn(files: Pages): Documentation {
  const pages = Object.entries(files).map(([file, text]) => pageOf(file, text));
  return documentationOf({ ...folderOf(pages), isWhole: () => true, hasAllTypes: () => true });
}

/** Judges one page, changed in nothing but the bodies of its responses: no contract is derived from these. */
export function judgePageIn(documentation: Documentation, file: string, text: string): Judgement[] {
  return judgeDocumentedPage(readPage(text, { file, version }), documentation);
}

/** The failures of any severity, in short. */
export function failuresIn(judgements: readonly Judgement[]): Place[] {
  return judgements
    .flatMap(({ assertions }) => assertions)
    .flatMap((each) => (each.status === "fail" ? placeOf(each) : []));
}

function placeOf({ rule, span, pointer }: Failed): Place {
  const { file, start } = span;
  return { rule, file, line: start.line, ...(pointer === undefined ? {} : { pointer }) };
}

function pageOf(file: string, text: string): Page {
  const key = `${file}\n${text}`;
  const page = readOnce.get(key) ?? readPage(text, { file, version });
  readOnce.set(key, page);
  return page;
}
