import type { Location } from "../base/location.ts";
import { onceForLast } from "../base/once-for.ts";
import { type Span, spanAt } from "../base/span.ts";
import type { Block, Heading, Paragraph } from "./block.ts";

/** A block with the headings that it stands under, outermost first. */
export interface PlacedBlock {
  readonly block: Block;
  readonly under: readonly Heading[];
}

/** Says of every block (headings left out) which headings it stands under. */
export function placeBlocks(blocks: readonly Block[]): PlacedBlock[] {
  const placed: PlacedBlock[] = [];
  let under: readonly Heading[] = [];
  for (const block of blocks) {
    if (block.kind === "heading") {
      under = [...under.filter((heading) => heading.level < block.level), block];
    } else {
      placed.push({ block, under });
    }
  }
  return placed;
}

/** The blocks below the first heading whose text matches, that heading's subsections included. */
export function section(placed: readonly PlacedBlock[], heading: RegExp): PlacedBlock[] {
  // All that stands under one heading is told by it at once.
  const isBelow = onceForLast((under: readonly Heading[]) =>
    under.some(({ text }) => heading.test(text.trim())),
  );
  return placed.filter(({ under }) => isBelow(under));
}

/** A heading with its marks. */
export function headingSpan({ level, text, location }: Heading): Span {
  return spanAt(location, level + 1 + text.length);
}

/** The lines of a paragraph, each where it stands; where the first one begins, something may stand before it. */
export function linesOf({
  text,
  location,
}: Paragraph): { readonly text: string; readonly location: Location }[] {
  return text.split("\n").map((line, index) => ({
    text: line,
    location: index === 0 ? location : { file: location.file, line: location.line + index, column: 1 },
  }));
}
