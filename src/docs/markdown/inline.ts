import type { Location } from "../../base/location.ts";
import { placesIn } from "../../base/places-in.ts";
import type { Block, Cell } from "../block.ts";
import type { Include, Link } from "../page.ts";
import { type MarkedLink, markedLinks } from "./marked-links.ts";

/** The links in a piece of Markdown, images and includes left out. `references` has the page's link definitions. */
export function readLinks(text: string, at: Location, references: ReadonlyMap<string, string>): Link[] {
  const marked = [...markedLinks(text), ...shortcuts(text, references)];
  if (marked.length === 0) return [];
  marked.sort((a, b) => a.start - b.start);
  const place = placesIn(at, text);
  return marked.flatMap((link) => {
    const known = link.kind === "reference" ? references.get(normalised(link.target)) : undefined;
    const target = link.kind === "link" ? link.target : known;
    return target
      ? [{ text: link.text, target, location: place(link.start), length: link.end - link.start }]
      : [];
  });
}

/** `[directoryObject]`, with the target at the page's end. */
function shortcuts(text: string, references: ReadonlyMap<string, string>): MarkedLink[] {
  if (references.size === 0 || !text.includes("]")) return [];
  // A shortcut inside of code, or of another link, is none.
  const bare = text.replace(/`[^`\n]*`/g, (code) => " ".repeat(code.length));
  return [...bare.matchAll(/(?<![\]!\\])\[([^\][]+)\](?![[(:])/g)].flatMap(
    ({ 0: whole, 1: label = "", index }) =>
      references.has(normalised(label))
        ? [
            {
              kind: "reference",
              text: label,
              target: label,
              start: index,
              close: index + whole.length - 1,
              end: index + whole.length,
            },
          ]
        : [],
  );
}

function normalised(label: string): string {
  return label.trim().replace(/\s+/g, " ").toUpperCase();
}

/** The `[!INCLUDE [text](target)]` marks in a piece of Markdown. */
export function readIncludes(text: string, at: Location): Include[] {
  if (!text.includes("[!")) return [];
  const place = placesIn(at, text);
  return markedLinks(text)
    .filter(({ kind, target }) => kind === "include" && target !== "")
    .map(({ text: label, target, start, end }) => {
      const open = text.lastIndexOf("[", start - 1);
      return { text: label, target, location: place(open), length: end + 1 - open };
    });
}

/** Markdown without its decoration: links become their text, emphasis, code ticks and tags go. */
export function plainText(text: string): string {
  const bare = text.includes("]") ? withoutLinks(text) : text;
  if (/^[A-Za-z0-9.,;:()$'-]+(?: [A-Za-z0-9.,;:()$'-]+)*$/.test(bare)) return bare;
  return bare
    .replace(/<\/?[A-Za-z!][^<>]*>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replace(/\\([\\`*_{}[\]()#+\-.!|$])/g, "$1")
    .replace(/\*\*|__|`/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** Markdown with the text of every link in the place of the link. */
export function withoutLinks(text: string): string {
  let bare = "";
  let from = 0;
  const closings: { close: number; end: number }[] = [];
  for (const link of markedLinks(text)) {
    while (closings.length > 0 && (closings.at(-1)?.close ?? 0) < link.start) endOf(closings.pop());
    bare += text.slice(from, link.start);
    from = link.start + (link.kind === "image" ? 2 : 1);
    closings.push(link);
  }
  while (closings.length > 0) endOf(closings.pop());
  return bare + text.slice(from);

  function endOf(link: { close: number; end: number } | undefined): void {
    if (!link) return;
    bare += text.slice(from, link.close);
    from = link.end;
  }
}

/** The pieces of running Markdown in a block that may hold a link. */
export function linkedText(
  block: Block,
  references: ReadonlyMap<string, string> = new Map(),
): { text: string; location: Location }[] {
  const mayLink = (text: string) =>
    text.includes("](") || text.includes("][") || (references.size > 0 && text.includes("]"));
  if (block.kind === "paragraph") return mayLink(block.text) ? [block] : [];
  // The text of a heading stands behind its marks.
  if (block.kind === "heading") {
    const { text, location, level } = block;
    return text.includes("](")
      ? [{ text, location: { ...location, column: location.column + level + 1 } }]
      : [];
  }
  if (block.kind !== "table") return [];
  const linked: Cell[] = [];
  for (const cells of [block.header, ...block.rows.map((row) => row.cells)]) {
    for (const cell of cells) if (mayLink(cell.text)) linked.push(cell);
  }
  return linked;
}
