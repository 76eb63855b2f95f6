import { placesIn } from "../../base/places-in.ts";
import { readLinks } from "../markdown/inline.ts";
import type { Link, TypeReference } from "../page.ts";
import type { PlacedBlock } from "../section.ts";
import { endOfSentence } from "./sentence.ts";

// This is the base type for richer types such as [room](room.md) and [roomList](roomlist.md).
//             ^^^^^^^^^^^^^ announces         ^ leads to the links
// The following types are derived from this type: and a list
const announces =
  /\b(?:base (?:type|class|resource|entity)(?: type)? (?:of|for)|(?:derived|sub)[ -]?types\b|(?:inherited|extended) by|(?:derived?|inherit(?:ed)?) from (?:this|it)\b)/gi;
const leads =
  /^[\s:]*(?:(?:of|for|the|its|following|other|supported|all)\s+)*(?:(?:[\w-]+\s+){0,3}(?:types?|resources?|entities|classes)\s*)?(?:(?:such as|like|includ(?:e|es|ing)|are|of \w+)\s*)?[\s:]*(?:the\s+|both\s+)?[*_]*$/i;
/** So far the words reach that lead to links: the patterns are dear on a long text. */
const longestLead = 300;
const connects = /^[*_]*(?:\s|,|\band\b|\bor\b|\bas well as\b|\bthe\b|\ban?\b|[*_])*$/i;
// The [participantEndpoint](...) and [serviceEndpoint](...) types inherit from this type.
const inherit = /\b(?:inherit(?:s|ed)?|derive[sd]?) from (?:this|it)\b/i;
const ownHeading = /^(?:derived|sub-?)\s?types?$/i;
const isList = /^\s*[-*+]\s/;

/** The types that the page of a base type lists as derived from it: in its introduction, or below a heading of their own. */
export function readDerivedTypes(
  placed: readonly PlacedBlock[],
  references: ReadonlyMap<string, string>,
): TypeReference[] {
  return placed.flatMap(({ block, under }, index) => {
    const isOwn = ownHeading.test(under.at(-1)?.text.trim() ?? "");
    if (block.kind === "table" && isOwn)
      return referencesTo(
        block.rows.flatMap(({ cells: [first] }) =>
          first ? readLinks(first.text, first.location, references).slice(0, 1) : [],
        ),
      );
    if (block.kind !== "paragraph") return [];
    const { text, location } = block;
    if (isOwn) return referencesTo(itemsOf(text, location));
    if (under.some(({ level }) => level > 1)) return [];
    if (!/\b(?:base|derived|sub-?types|inherit|extended|derive)/i.test(text)) return [];
    return referencesTo([...announced(index), ...inheriting(text, location)]);
  });

  function announced(index: number): Link[] {
    const block = placed[index]?.block;
    if (block?.kind !== "paragraph") return [];
    const { text, location } = block;
    const found = [...text.matchAll(announces)].map(({ 0: words, index: at }) =>
      linksBehind(index, text, location, at + words.length),
    );
    return found.find((links) => links.length > 0) ?? [];
  }

  function linksBehind(index: number, text: string, location: Link["location"], behind: number): Link[] {
    const rest = text.slice(behind);
    const list = rest.search(/\n\s*[-*+]\s/);
    const lead = list === -1 ? rest : rest.slice(0, list);
    if (isLed(lead, leads)) {
      const at = placesIn(location, text);
      const inside = list === -1 ? [] : itemsOf(text.slice(behind + list), at(behind + list));
      return [...inside, ...(list === -1 ? listsBehind(index) : [])];
    }
    return linksInARow(text, location, behind);
  }

  /** Bulleted lists, each item of which may be a paragraph of its own. */
  function listsBehind(index: number): Link[] {
    const links: Link[] = [];
    for (const { block } of placed.slice(index + 1)) {
      if (block.kind !== "paragraph" || !isList.test(block.text)) break;
      links.push(...itemsOf(block.text, block.location));
    }
    return links;
  }

  /** [a](a.md), [b](b.md) and [c](c.md), right behind the words that announce them. */
  function linksInARow(text: string, location: Link["location"], from: number): Link[] {
    const rest = text.slice(from, endOfSentence(text.replaceAll("\n", " "), from));
    const found = readLinks(rest, placesIn(location, text)(from), references);
    const row: Link[] = [];
    let end = 0;
    for (const link of found) {
      const start = rest.indexOf(`[${link.text}]`, end);
      const between = rest.slice(end, start);
      if (start === -1 || !isLed(between, row.length === 0 ? leads : connects)) break;
      row.push(link);
      end = start + link.length;
    }
    return row;
  }

  function inheriting(text: string, location: Link["location"]): Link[] {
    const flat = text.replaceAll("\n", " ");
    const match = inherit.exec(flat);
    if (!match) return [];
    const start = flat.slice(0, match.index).lastIndexOf(". ") + 1;
    return readLinks(text.slice(start, match.index), placesIn(location, text)(start), references);
  }

  /** The first link of each item. */
  function itemsOf(text: string, location: Link["location"]): Link[] {
    const at = placesIn(location, text);
    return [...text.matchAll(/(?:^|\n)\s*[-*+]\s[^\n]*/g)].flatMap((item) =>
      readLinks(item[0], at(item.index), references).slice(0, 1),
    );
  }
}

function referencesTo(links: readonly Link[]): TypeReference[] {
  return links.map((link) => ({
    name: link.text.replace(/[*_`]/g, "").trim(),
    collection: false,
    link,
    location: link.location,
    length: link.length,
  }));
}

function isLed(words: string, by: RegExp): boolean {
  const said = words.replace(/\s+/g, " ");
  return said.length <= longestLead && by.test(said);
}
