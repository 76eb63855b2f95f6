import type { Block } from "../block.ts";
import { regions } from "./html-element.ts";

/** A block with the region of the site that it stands in. */
export interface PlacedInRegion {
  readonly block: Block;
  readonly region: number;
}

/**
 * The blocks of the page itself: those of the innermost region that has a section. The title may stand in another
 * one, before it.
 */
export function blocksOfPage(placed: readonly PlacedInRegion[]): readonly Block[] {
  const innermost = [regions.content, regions.main, regions.body, regions.frame].find((region) =>
    placed.some((one) => one.region >= region && one.block.kind === "heading" && one.block.level > 1),
  );
  const blocks = placed
    .filter(({ region }) => region >= (innermost ?? regions.frame))
    .map(({ block }) => block);
  if (blocks.some(isTitle)) return blocks;
  const title = placed.find(({ block }) => isTitle(block));
  return title ? [title.block, ...blocks] : blocks;
}

function isTitle(block: Block): boolean {
  return block.kind === "heading" && block.level === 1;
}
