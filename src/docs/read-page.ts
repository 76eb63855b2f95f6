import { ownPromises } from "./declarations/own-promises.ts";
import { readPermissions } from "./declarations/permission-section.ts";
import { cloudsOfInclude, placedPermissions, readCloudTable } from "./declarations/permission-table.ts";
import { readDeprecation } from "./declarations/read-deprecation.ts";
import { readEnums } from "./declarations/read-enums.ts";
import { readOperation } from "./declarations/read-operation.ts";
import { readTypes } from "./declarations/read-types.ts";
import { withinLines } from "./html/within-lines.ts";
import { readLinks } from "./markdown/inline.ts";
import type { Cloud, Page, PageReads } from "./page.ts";
import { pageFlaws } from "./page-flaws.ts";
import { outlineOf, type PageOutline } from "./page-outline.ts";
import { type AboutPage, readSource } from "./page-source.ts";
import { readExamples } from "./read-examples.ts";
import { nothingCounted } from "./reading/page-reading.ts";
import { readingOf } from "./reading/read-parts.ts";
import { pageSnippets } from "./snippets/page-snippets.ts";

/**
 * Reads one documentation page: Markdown, HTML saved from the site, or rendered plain text; everything unless it is said
 * what it `reads`. Never throws on a page's content: what cannot be read is in `flaws`, and everything else is read all
 * the same.
 */
export function readPage(text: string, about: AboutPage & { readonly reads?: PageReads }): Page {
  const { file, version, reads = "everything" } = about;
  const source = readSource(text, about);
  const outline = outlineOf(source, file);
  const { blocks, references } = source;
  const { kind, title, titleLocation, namespace, placed, tables, annotations, linked, includes } = outline;
  const isSaved = source.writtenAs === "html";
  const shown = kind === "include" ? nothingShown : readExamples(placed, annotations, title);
  const api = kind === "api" ? readOperation(placed, references, titleLocation) : undefined;
  const deprecation = deprecationOf(outline);
  const page = {
    file,
    version,
    kind,
    title,
    namespace,
    includes,
    types: kind === "resource" ? readTypes({ ...outline, references, saved: isSaved }) : [],
    enums: kind === "include" ? [] : readEnums(title, namespace, placed),
    permissions: readPermissions(tables, placed),
    clouds: cloudsOf(outline),
    ...(deprecation ? { deprecation } : {}),
    ...(api ? { operation: api.operation } : {}),
    examples: shown.examples.map((example) => {
      const own = api && ownPromises(placed, example, api.operation.responses, references);
      return own ? { ...example, promises: own } : example;
    }),
  };
  const asWritten = () => ({
    frontMatter: source.frontMatter,
    headings: outline.headings,
    annotations,
    links: linked.flatMap((piece) => readLinks(piece.text, piece.location, references)),
    placedPermissions: tables.flatMap(placedPermissions),
    snippets: pageSnippets(blocks),
    flaws: pageFlaws(source, outline, shown, api?.flaws ?? []),
  });
  const isWhole = reads === "everything";
  const all = { ...page, ...(isWhole ? asWritten() : nothingAsWritten) };
  const whole = { ...all, reading: isWhole ? readingOf(all, placed) : nothingCounted };
  return isSaved ? withinLines(whole, source.text) : whole;
}

const nothingShown = { examples: [], flaws: [] };

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

function cloudsOf({ tables, includes }: PageOutline): readonly Cloud[] {
  return (
    tables.map(readCloudTable).find((rows) => rows.length > 0) ??
    includes.map(({ target }) => cloudsOfInclude(target)).find((rows) => rows.length > 0) ??
    []
  );
}

function deprecationOf({
  kind,
  titles,
  placed,
  includes,
  titleLocation: location,
}: PageOutline): Page["deprecation"] {
  if (kind !== "api" && kind !== "include" && kind !== "resource") return undefined;
  return readDeprecation({
    of: kind === "resource" ? "type" : "operation",
    titles,
    placed,
    includes,
    location,
  });
}
