import { partition } from "../../../src/base/partition.ts";
import type { Span } from "../../../src/base/span.ts";
import { folderOf } from "../../../src/docs/folder.ts";
import type { GraphVersion, Page } from "../../../src/docs/page.ts";
import { readPageFile } from "../../../src/docs/page-file.ts";
import { readPage } from "../../../src/docs/read-page.ts";
import { Unreadable, unlessUnreadable, unreadablePage } from "../../../src/docs/unreadable.ts";
import {
  type Documentation,
  documentationOf,
  judgeDocumentedPage,
} from "../../../src/exchange/judge-documentation.ts";
import { applyEdits } from "../../../src/fix/apply-edits.ts";
import { readMetadata } from "../../../src/metadata/read-metadata.ts";
import type { Failed, Judgement } from "../../../src/rules/assertion.ts";
import type { Pages } from "../../support/rule-fixture.ts";

/** What a spec expects of a failure: which rule, and where. */
export interface Place {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly pointer?: string;
}

/** A finding where a spec writes its pages inline. */
export interface Found {
  readonly rule: string;
  /** The text that it marks on the page. */
  readonly marks: string;
  readonly pointer?: string;
  readonly message: string;
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
  const [csdl, markdown] = partition(Object.entries(files), ([file]) => file.endsWith(".csdl"));
  const pages = markdown.map(([file, text]) => pageOf(file, text));
  const [metadata] = csdl.map(([file, text]) => readMetadata(text, file));
  const folder = { ...folderOf(pages), isWhole: () => true, hasAllTypes: () => true };
  return documentationOf(folder, metadata ? { [version]: metadata } : {});
}

/** Judges one page, changed in nothing but the bodies of its responses: no contract is derived from these. */
export function judgePageIn(documentation: Documentation, file: string, text: string): Judgement[] {
  return judgeDocumentedPage(readPage(text, { file, version }), documentation);
}

/** The failures of any severity, in short. */
export function failuresIn(judgements: readonly Judgement[]): Place[] {
  return findingsIn(judgements).map(placeOf);
}

export function findingsIn(judgements: readonly Judgement[]): Failed[] {
  return judgements
    .flatMap(({ assertions }) => assertions)
    .flatMap((each) => (each.status === "fail" ? [each] : []));
}

/** What is found on some pages, with the text that each finding marks in the place of its line. */
export function findingsOn(files: Pages): Found[] {
  return findingsIn(judgePages(files)).map(({ rule, span, pointer, message }) => ({
    rule,
    marks: textAt(files[span.file] ?? "", span),
    ...(pointer === undefined ? {} : { pointer }),
    message,
  }));
}

/** The pages with all the fixes made that their findings have. */
export function fixed(files: Pages): Pages {
  const edits = findingsIn(judgePages(files)).flatMap(({ fix }) => fix?.edits ?? []);
  const pages = Object.entries(files).map(([file, text]) => {
    const own = edits.filter(({ span }) => span.file === file);
    return [file, applyEdits(text, own)];
  });
  return Object.fromEntries(pages);
}

/** What a file, as it is read, says in a span. */
export function textAt(text: string, { start, end }: Span): string {
  const lines = text
    .replace(/^\uFEFF/, "")
    .split(/\r\n?|\n/)
    .slice(start.line - 1, end.line);
  const last = lines.pop() ?? "";
  return [...lines, last.slice(0, end.column - 1)].join("\n").slice(start.column - 1);
}

export function placeOf({ rule, span, pointer }: Failed): Place {
  const { file, start } = span;
  return { rule, file, ...start, ...(pointer === undefined ? {} : { pointer }) };
}

function pageOf(file: string, text: string): Page {
  const key = `${file}\n${text}`;
  const page = readOnce.get(key) ?? readFile(file, text);
  readOnce.set(key, page);
  return page;
}

/** As a file is read: what is no text is a page of which nothing is known but that. */
function readFile(file: string, text: string): Page {
  if (!text.includes("\0")) return readPage(text, { file, version });
  const read = unlessUnreadable(file, () =>
    readPageFile({ name: file, bytes: Buffer.from(text) }, version, new Map()),
  );
  if (read instanceof Unreadable) return unreadablePage(file, version, read.reason);
  throw new Error(`${file} can be read`);
}
