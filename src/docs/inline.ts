import type { Block } from "./block.ts";
import type { Location } from "./location.ts";
import { advance } from "./location.ts";
import type { Include, Link } from "./page.ts";

const link = /(!?)\[((?:[^\][]|\[[^\]]*\])*)\]\(\s*<?([^\s)>]*)>?(?:\s+"[^"]*")?\s*\)/g;
const referenceLink = /\[([^\][]+)\]\[([^\][]*)\]/g;
const include = /\[!INCLUDE\s*\[([^\]]*)\]\(([^)\s]+)\)\s*\]/gi;

/** The links in a piece of Markdown, images and includes left out. `references` has the page's link definitions. */
export function readLinks(text: string, at: Location, references: ReadonlyMap<string, string>): Link[] {
  const plain = text.replace(include, (whole) => " ".repeat(whole.length));
  const links: Link[] = [];
  for (const match of plain.matchAll(link)) {
    if (match[1] === "!" || !match[3]) continue;
    links.push({ text: match[2] ?? "", target: match[3], location: advance(at, plain, match.index) });
  }
  for (const match of plain.matchAll(referenceLink)) {
    const label = (match[2] || match[1] || "").toUpperCase().trim().replace(/\s+/g, " ");
    const target = references.get(label);
    if (target) links.push({ text: match[1] ?? "", target, location: advance(at, plain, match.index) });
  }
  return links;
}

/** The `[!INCLUDE ...]` lines in a piece of Markdown. */
export function readIncludes(text: string, at: Location): Include[] {
  return [...text.matchAll(include)].map((match) => ({
    text: match[1] ?? "",
    target: match[2] ?? "",
    location: advance(at, text, match.index),
  }));
}

/** Markdown without its decoration: links become their text, emphasis, code ticks and tags go. */
export function plainText(text: string): string {
  return text
    .replace(link, "$2")
    .replace(referenceLink, (whole, label: string) => (/^\s*$/.test(label) ? whole : label))
    .replace(/<[^>]*>/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&")
    .replace(/\\([\\`*_{}[\]()#+\-.!|])/g, "$1")
    .replace(/\*\*|__|`/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** The pieces of a block that are running Markdown. */
export function markdownOf(block: Block): { text: string; location: Location }[] {
  if (block.kind === "paragraph" || block.kind === "heading") return [block];
  if (block.kind !== "table") return [];
  return [...block.header, ...block.rows.flatMap((row) => row.cells)];
}
