import type { Location } from "../base/location.ts";
import { bindAnnotations } from "./bind-annotations.ts";
import type { Heading, Table } from "./block.ts";
import { readNamespace } from "./declarations/read-namespace.ts";
import { linkedText, plainText, readIncludes } from "./markdown/inline.ts";
import type { BoundAnnotation, Flaw, Page } from "./page.ts";
import { frontMatterValue, type PageSource } from "./page-source.ts";
import { type PlacedBlock, placeBlocks } from "./section.ts";

/** What a page is, and what all its parts are read from. */
export interface PageOutline
  extends Pick<Page, "kind" | "title" | "namespace" | "headings" | "annotations" | "includes"> {
  /** Its title, and what its front matter calls it. */
  readonly titles: readonly string[];
  readonly titleLocation: Location;
  readonly placed: readonly PlacedBlock[];
  readonly tables: readonly Table[];
  readonly annotationFlaws: readonly Flaw[];
  /** Running text that may hold a link. */
  readonly linked: readonly { readonly text: string; readonly location: Location }[];
}

export function outlineOf(source: PageSource, file: string): PageOutline {
  const { blocks, references, frontMatter } = source;
  const headings = blocks.filter((block) => block.kind === "heading");
  const top = headings.find((heading) => heading.level === 1);
  const name = frontMatterValue(frontMatter, "title") ?? "";
  const title = top ? plainText(top.text) : name || titleOfFile(file);
  const { annotations, flaws: annotationFlaws } = bindAnnotations(blocks);
  const linked = blocks.flatMap((block) => linkedText(block, references));
  return {
    kind: kindOf(source, headings, annotations),
    title,
    titles: [title, name],
    titleLocation: top?.location ?? { file, line: 1, column: 1 },
    namespace: readNamespace(blocks),
    headings,
    placed: placeBlocks(blocks),
    tables: blocks.filter((block) => block.kind === "table"),
    annotations,
    annotationFlaws,
    linked,
    includes: linked.flatMap(({ text, location }) => readIncludes(text, location)),
  };
}

function kindOf(
  { documentedAs: path, docType }: PageSource,
  headings: readonly Heading[],
  annotations: readonly BoundAnnotation[],
): Page["kind"] {
  if (/(?:^|\/)includes\//.test(path)) return "include";
  // What a page shows counts more than what its front matter says: that is copied from page to page.
  const has = (text: RegExp) => headings.some((heading) => text.test(heading.text.trim()));
  if (has(/^http request/i)) return "api";
  if (annotations.some(({ blockType }) => blockType === "resource") || has(/^json representation/i))
    return "resource";
  if (/^apiPageType$/i.test(docType)) return "api";
  if (/^(?:resource|enum)PageType$/i.test(docType)) return "resource";
  if (/(?:^|\/)resources\//.test(path) && has(/^(?:\w+ )?(?:properties|members)$/i)) return "resource";
  return /(?:^|\/)api\//.test(path) ? "api" : "other";
}

function titleOfFile(file: string): string {
  return (file.split("/").at(-1) ?? file).replace(/\.(?:md|txt)$/i, "").replace(/\.(?:beta|v1\.0)$/i, "");
}
