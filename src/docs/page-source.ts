import { documentedAs, isHtml, readSavedPage } from "./html/read-saved-page.ts";
import { type FrontMatterReading, readFrontMatter } from "./markdown/front-matter.ts";
import { type BlockReading, markdownBlocks } from "./markdown/markdown-blocks.ts";
import type { FrontMatterValue, GraphVersion } from "./page.ts";
import { isRenderedPage, renderedBlocks } from "./rendered/read-rendered-page.ts";

/** What is known of a page before it is read. */
export interface AboutPage {
  readonly file: string;
  readonly version: GraphVersion;
  /** The files that pages were saved in as HTML, by `addressKey`: links of the site lead to them. */
  readonly saved?: ReadonlyMap<string, string>;
}

/** A page as it is written, in whichever of the three ways, cut into its blocks. */
export interface PageSource extends BlockReading {
  readonly version: GraphVersion;
  readonly writtenAs: "markdown" | "html" | "text";
  /** Its lines end in `\n` alone. */
  readonly text: string;
  /** The same with the front matter emptied. */
  readonly body: string;
  readonly frontMatter: readonly FrontMatterValue[];
  readonly frontMatterFlaws: FrontMatterReading["flaws"];
  /** The kind of page that its front matter names: `apiPageType`; empty where it names none. */
  readonly docType: string;
  /** The path that it has in the documentation; a saved page has it in its address. */
  readonly documentedAs: string;
}

/** Cuts a page into its blocks: Markdown, HTML saved from the site, or rendered plain text. */
export function readSource(written: string, { file, version, saved: files }: AboutPage): PageSource {
  const text = withoutReturns(written.replace(/^\uFEFF/, ""));
  if (isHtml(text, file)) {
    const saved = readSavedPage(text, file, version, files);
    const { blocks, flaws, references, docType } = saved;
    const path = documentedAs(file, saved);
    return {
      ...noFrontMatter,
      version,
      blocks,
      flaws,
      references,
      docType,
      text,
      documentedAs: path,
      writtenAs: "html",
    };
  }
  const { body, values: frontMatter, flaws: frontMatterFlaws } = readFrontMatter(text, file);
  const docType = /^\w+/.exec(frontMatterValue(frontMatter, "doc_type") ?? "")?.[0] ?? "";
  const source = { version, text, body, frontMatter, frontMatterFlaws, docType, documentedAs: file };
  // Only Markdown has fences; the question is dear on a long page.
  if (text.includes("```") || !isRenderedPage(text))
    return { ...source, ...markdownBlocks(body, file), writtenAs: "markdown" };
  const blocks = renderedBlocks(text, file);
  return { ...source, blocks, flaws: [], references: new Map(), writtenAs: "text" };
}

const noFrontMatter = { body: "", frontMatter: [], frontMatterFlaws: () => [] };

/** The first value of that name; undefined where there is none. */
export function frontMatterValue(values: readonly FrontMatterValue[], wanted: string): string | undefined {
  return values.find(({ name }) => name === wanted)?.value.trim();
}

function withoutReturns(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}
