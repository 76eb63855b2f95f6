import { Parser } from "htmlparser2";
import { placesIn } from "../../base/places-in.ts";
import type { BlockReading } from "../markdown/markdown-blocks.ts";
import { readAnnotation } from "../markdown/read-annotation.ts";
import type { Flaw } from "../page.ts";
import { blockWriter } from "./block-writer.ts";
import { type OpenCode, openCode } from "./html-code.ts";
import {
  isAlert,
  isCodeHeader,
  isCodeLabel,
  isFrame,
  isInline,
  languageOf,
  regionOf,
  regions,
  type Tag,
} from "./html-element.ts";
import { type OpenTable, openTable } from "./html-table.ts";
import { markInCell, openInline } from "./inline-marks.ts";
import type { InlineText } from "./inline-text.ts";
import { blocksOfPage } from "./page-region.ts";

/** No page of the site is nested that deep; what follows is not read. */
const deepest = 500;

/** An element on the way to where the reading stands; it has what those around it say, too. */
interface Open {
  readonly name: string;
  readonly region: number;
  readonly framed: boolean;
  readonly inAlert: boolean;
  readonly inCode: boolean;
  /** The language of the tab around it. */
  readonly tab: string;
  /** The language that the line above a block of code tells stands here. */
  readonly label: boolean;
  end?: ((offset: number) => void) | undefined;
}

const outside: Open = {
  name: "",
  region: regions.frame,
  framed: false,
  inAlert: false,
  inCode: false,
  tab: "",
  label: false,
};

/**
 * Cuts a page that was saved from the documentation site into the blocks that its Markdown would have, in reading
 * order, each where it stands in the HTML. `linkOf` gives a link the form that it has in Markdown. Never throws.
 *
 *     <h2 id="response">Response</h2>                 ## Response
 *     <p>Returns <code>200 OK</code> and a            Returns `200 OK` and a
 *     <a href="resources/run">run</a>.</p>            [run](../resources/run.md).
 */
export function htmlBlocks(html: string, file: string, linkOf: (href: string) => string): BlockReading {
  const placeOf = placesIn({ file, line: 1, column: 1 }, html);
  const writer = blockWriter(placeOf);
  const flaws: Flaw[] = [];
  const open: Open[] = [outside];
  let tables = 0;
  let table: OpenTable | undefined;
  let cell: InlineText | undefined;
  let code: OpenCode | undefined;
  let label = "";

  const parser = new Parser({
    onopentag: (name, attributes) => opened({ name, attributes }),
    onclosetag: (_, implied) => closed(implied),
    ontext: said,
    oncomment: commented,
  });
  parser.write(html);
  // The end closes what is open; where the reading was given up, nothing does.
  if (open.length <= deepest) parser.end();
  while (open.length > 1) closed(true);
  writer.endText(regions.frame, false);
  return { blocks: blocksOfPage(writer.placed), flaws, references: new Map() };

  function innermost(): Open {
    return open.at(-1) ?? outside;
  }

  function opened(tag: Tag): void {
    const above = innermost();
    const here: Open = {
      name: tag.name,
      region: Math.max(above.region, regionOf(tag)),
      framed: above.framed || isFrame(tag, above.region),
      inAlert: above.inAlert || isAlert(tag),
      inCode: above.inCode || tag.name === "code",
      tab: tag.attributes.role === "tabpanel" ? (tag.attributes["data-tab"] ?? "").toLowerCase() : above.tab,
      label: isCodeLabel(tag),
    };
    open.push(here);
    if (open.length > deepest) parser.pause();
    if (isCodeHeader(tag)) label = "";
    if (here.framed) return;
    if (code) openedInCode(tag, code);
    else if (isInline(tag.name)) {
      const text = tables > 0 ? cell : writer.text();
      here.end = text && openInline(tag, text, parser.startIndex, linkOf);
    } else if (tables > 0) openedInTable(tag);
    else openedBlock(tag, above);
  }

  function openedInCode(tag: Tag, into: OpenCode): void {
    into.language ??= languageOf(tag);
    if (tag.name === "br") into.add("\n", parser.startIndex);
  }

  function openedInTable({ name }: Tag): void {
    if (name === "table") tables++;
    else if (tables === 1 && name === "tr") table?.startRow();
    else if (tables === 1 && (name === "td" || name === "th")) cell = table?.startCell(parser.endIndex + 1);
    else if (cell) markInCell(name, cell, parser.startIndex);
  }

  function openedBlock(tag: Tag, above: Open): void {
    const { name, attributes } = tag;
    writer.endText(above.region, above.inAlert);
    const level = /^h([1-6])$/.exec(name)?.[1];
    if (level) writer.startHeading(Number(level), attributes.id);
    else if (name === "li") writer.startItem(above.name === "ol" ? "1. " : "- ");
    else if (name === "table") {
      tables = 1;
      table = openTable(placeOf);
    } else if (name === "pre") {
      code = openCode(placeOf(parser.startIndex), placeOf);
      code.language = languageOf(tag);
    }
  }

  function closed(implied: boolean): void {
    const { name, region, framed, inAlert, tab, end } = open.pop() ?? outside;
    if (framed) return;
    if (code) {
      if (name !== "pre") return;
      const { fence, flaw } = code.finished(!implied, tab || label);
      writer.push(fence, region);
      if (flaw) flaws.push(flaw);
      code = undefined;
      label = "";
    } else if (isInline(name)) end?.(parser.startIndex);
    else if (tables > 0) closedInTable(name, region);
    else {
      writer.endText(region, inAlert);
      if (name === "li") writer.startItem("");
    }
  }

  function closedInTable(name: string, region: number): void {
    if (tables === 1 && (name === "td" || name === "th")) cell = undefined;
    if (name !== "table" || --tables > 0) return;
    const read = table?.finished();
    if (read) writer.push(read, region);
    cell = undefined;
    table = undefined;
  }

  function said(data: string): void {
    const { framed, inCode, label: isLabel } = innermost();
    if (framed) {
      if (isLabel) label += data.trim().toLowerCase();
    } else if (code) code.add(data, parser.startIndex);
    else if (tables === 0) writer.text().add(inCode ? data : escaped(data), parser.startIndex);
    else cell?.add(inCode ? data : escaped(data), parser.startIndex);
  }

  function commented(data: string): void {
    const { framed, region } = innermost();
    if (framed || code) return;
    const reading = readAnnotation(data, placeOf(parser.startIndex));
    if (!reading) return;
    if (reading.annotation) writer.push(reading.annotation, region);
    flaws.push(...reading.flaws);
  }
}

/** What would be a tag in Markdown. */
function escaped(text: string): string {
  return text.includes("<") ? text.replaceAll("<", "&lt;") : text;
}
