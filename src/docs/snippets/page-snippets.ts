import type { Location } from "../../base/location.ts";
import { placesIn } from "../../base/places-in.ts";
import type { Block } from "../block.ts";
import { readSnippet } from "./read-snippet.ts";
import type { SnippetReading } from "./snippet-call.ts";

/** An SDK snippet of a page. */
export interface PageSnippet {
  /** As people write it: `C#`. */
  readonly language: string;
  readonly reading: SnippetReading;
  /** Where the call begins; where the code begins, when it could not be read. */
  readonly location: Location;
  /** How many characters that line has from there on. */
  readonly length: number;
}

/** The SDK snippets among a page's blocks, in reading order. */
export function pageSnippets(blocks: readonly Block[]): PageSnippet[] {
  return blocks.flatMap((block): PageSnippet[] => {
    if (block.kind !== "fence") return [];
    const read = readSnippet(block.language, block.text);
    if (!read) return [];
    const { language, reading } = read;
    const offset = "call" in reading ? reading.offset : 0;
    const line = block.text.slice(offset).split("\n", 1)[0] ?? "";
    const location = placesIn(block.location, block.text, block.location.column)(offset);
    return [{ language, reading, location, length: line.trimEnd().length }];
  });
}
