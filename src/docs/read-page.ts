import { bindAnnotations } from "./bind-annotations.ts";
import { blankLineFlaws } from "./blank-line-flaws.ts";
import type { Heading } from "./block.ts";
import { ownPromises } from "./declarations/own-promises.ts";
import { permissionTableFlaws } from "./declarations/permission-flaws.ts";
import { permissionOrderFlaws } from "./declarations/permission-order.ts";
import { permissionSectionFlaws } from "./declarations/permission-section.ts";
import {
  cloudsOfInclude,
  placedPermissions,
  readCloudTable,
  readPermissionTable,
} from "./declarations/permission-table.ts";
import { readDeprecation } from "./declarations/read-deprecation.ts";
import { readEnums } from "./declarations/read-enums.ts";
import { namespaceFlaws, readNamespace } from "./declarations/read-namespace.ts";
import { readOperation } from "./declarations/read-operation.ts";
import { readTypes, typeTables } from "./declarations/read-types.ts";
import { tableFlaws } from "./declarations/table-flaws.ts";
import { documentedAs, isHtml, readSavedPage } from "./html/read-saved-page.ts";
import { withinLines } from "./html/within-lines.ts";
import { type FrontMatterReading, readFrontMatter } from "./markdown/front-matter.ts";
import { linkedText, plainText, readIncludes, readLinks } from "./markdown/inline.ts";
import { type BlockReading, markdownBlocks } from "./markdown/markdown-blocks.ts";
import { tabFlaws } from "./markdown/tab-groups.ts";
import type { BoundAnnotation, Flaw, FrontMatterValue, GraphVersion, Page, PageReads } from "./page.ts";
import { readExamples } from "./read-examples.ts";
import { nothingCounted } from "./reading/page-reading.ts";
import { readingOf } from "./reading/read-parts.ts";
import { isRenderedPage, renderedBlocks } from "./rendered/read-rendered-page.ts";
import { placeBlocks } from "./section.ts";
import { pageSnippets } from "./snippets/page-snippets.ts";
import { templateText } from "./template-text.ts";

/** What is known of a page before it is read. */
export interface AboutPage {
  readonly file: string;
  readonly version: GraphVersion;
  /** The files that pages were saved in as HTML, by `addressKey`: links of the site lead to them. */
  readonly saved?: ReadonlyMap<string, string>;
  /** Everything unless said. */
  readonly reads?: PageReads;
}

/**
 * Reads one documentation page: Markdown, HTML saved from the site, or rendered plain text. Never throws on a page's
 * content: what cannot be read is in `flaws`, and everything else is read all the same.
 */
export function readPage(text: string, about: AboutPage): Page {
  const { file, version, reads = "everything" } = about;
  const isWhole = reads === "everything";
  const source = withoutReturns(text.replace(/^\uFEFF/, ""));
  const saved = isHtml(source, file) ? readSavedPage(source, file, version, about.saved) : undefined;
  const { body, values, flaws: matterFlaws } = saved ? noFrontMatter : readFrontMatter(source, file);
  const docType = saved?.docType ?? /^\w+/.exec(matterValue(values, "doc_type"))?.[0] ?? "";
  const name = matterValue(values, "title");
  // Only Markdown has fences; the question is dear on a long page.
  const isRendered = !saved && !source.includes("```") && isRenderedPage(source);
  const { blocks, flaws, references }: BlockReading =
    saved ??
    (isRendered
      ? { blocks: renderedBlocks(source, file), flaws: [], references: new Map() }
      : markdownBlocks(body, file));
  const headings = blocks.filter((block) => block.kind === "heading");
  const top = headings.find((heading) => heading.level === 1);
  const title = top ? plainText(top.text) : name || titleOfFile(file);
  const titleLocation = top?.location ?? { file, line: 1, column: 1 };
  const namespace = readNamespace(blocks);
  const bound = bindAnnotations(blocks);
  const placed = placeBlocks(blocks);
  const pieces = blocks.flatMap((block) => linkedText(block, references));
  const kind = kindOf(documentedAs(file, saved), docType, headings, bound.annotations);
  const tables = blocks.filter((block) => block.kind === "table");
  const includes = pieces.flatMap((piece) => readIncludes(piece.text, piece.location));
  const clouds = tables.map(readCloudTable).find((rows) => rows.length > 0);
  const examples =
    kind === "include" ? { examples: [], flaws: [] } : readExamples(placed, bound.annotations, title);
  const typePage = {
    title,
    namespace,
    placed,
    annotations: bound.annotations,
    references,
    titleLocation,
    saved: saved !== undefined,
  };
  const api = kind === "api" ? readOperation(placed, references, titleLocation) : undefined;
  const titles = [title, name ?? ""];
  const deprecation =
    kind === "api" || kind === "include" || kind === "resource"
      ? readDeprecation({
          of: kind === "resource" ? "type" : "operation",
          titles,
          placed,
          includes,
          location: titleLocation,
        })
      : undefined;
  const page = {
    file,
    version,
    kind,
    title,
    namespace,
    includes,
    types: kind === "resource" ? readTypes(typePage) : [],
    enums: kind === "include" ? [] : readEnums(title, namespace, placed),
    permissions: tables.flatMap(readPermissionTable),
    clouds:
      clouds ??
      includes.map((include) => cloudsOfInclude(include.target)).find((rows) => rows.length > 0) ??
      [],
    ...(deprecation ? { deprecation } : {}),
    ...(api ? { operation: api.operation } : {}),
    examples: examples.examples.map((example) => {
      const own = api && ownPromises(placed, example, api.operation.responses, references);
      return own ? { ...example, promises: own } : example;
    }),
    ...(isWhole
      ? {
          frontMatter: values,
          headings,
          annotations: bound.annotations,
          links: pieces.flatMap((piece) => readLinks(piece.text, piece.location, references)),
          placedPermissions: tables.flatMap(placedPermissions),
          snippets: pageSnippets(blocks),
          flaws: allFlaws(),
        }
      : nothingAsWritten),
  };
  const whole = { ...page, reading: isWhole ? readingOf(page, placed) : nothingCounted };
  return saved ? withinLines(whole, source) : whole;

  function allFlaws(): Flaw[] {
    const template = templateText(blocks, values);
    const declaring = kind === "resource" ? typeTables(typePage) : { properties: [], relationships: [] };
    return [
      ...matterFlaws().filter(
        ({ span }) => !template.some((other) => other.span.start.line === span.start.line),
      ),
      ...template,
      ...(isRendered || saved ? [] : tabFlaws(body, file)),
      ...tables.flatMap(permissionTableFlaws),
      ...(kind === "api" ? permissionSectionFlaws(placed, headings) : []),
      ...tables.flatMap(permissionOrderFlaws),
      ...flaws,
      ...bound.flaws,
      ...(kind === "resource" ? namespaceFlaws(blocks, bound.annotations) : []),
      ...[...declaring.properties, ...declaring.relationships].flatMap(tableFlaws),
      ...(api?.flaws ?? []),
      ...examples.flaws,
      // The text of a rendered page has lost its empty lines.
      ...(isRendered ? [] : blankLineFlaws(examples.examples)),
    ];
  }
}

/** Of a page that is read for what it promises alone. */
const nothingAsWritten = {
  frontMatter: [],
  headings: [],
  annotations: [],
  links: [],
  placedPermissions: [],
  snippets: [],
  flaws: [],
};

const noFrontMatter: FrontMatterReading = { body: "", values: [], flaws: () => [] };

function withoutReturns(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

function matterValue(values: readonly FrontMatterValue[], wanted: string): string {
  return values.find(({ name }) => name === wanted)?.value.trim() ?? "";
}

function kindOf(
  file: string,
  docType: string,
  headings: readonly Heading[],
  annotations: readonly BoundAnnotation[],
): Page["kind"] {
  if (/(?:^|\/)includes\//.test(file)) return "include";
  // What a page shows counts more than what its front matter says: that is copied from page to page.
  const has = (text: RegExp) => headings.some((heading) => text.test(heading.text.trim()));
  if (has(/^http request/i)) return "api";
  if (annotations.some((annotation) => annotation.blockType === "resource") || has(/^json representation/i)) {
    return "resource";
  }
  if (/^apiPageType$/i.test(docType)) return "api";
  if (/^(?:resource|enum)PageType$/i.test(docType)) return "resource";
  if (/(?:^|\/)resources\//.test(file) && has(/^(?:\w+ )?(?:properties|members)$/i)) return "resource";
  return /(?:^|\/)api\//.test(file) ? "api" : "other";
}

function titleOfFile(file: string): string {
  return (file.split("/").at(-1) ?? file).replace(/\.(?:md|txt)$/i, "").replace(/\.(?:beta|v1\.0)$/i, "");
}
