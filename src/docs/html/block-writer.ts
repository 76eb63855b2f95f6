import type { Location } from "../../base/location.ts";
import type { Block } from "../block.ts";
import { headingAnchor } from "../markdown/heading-anchor.ts";
import { alertTitle } from "./html-element.ts";
import { type InlineText, inlineText } from "./inline-text.ts";
import type { PlacedInRegion } from "./page-region.ts";

/** Collects the blocks of a page as its elements come. */
export interface BlockWriter {
  readonly placed: readonly PlacedInRegion[];
  /** The running text, begun where there is none. */
  text(): InlineText;
  /** Ends the running text; `inAlert`: it may be the title of a note. */
  endText(region: number, inAlert: boolean): void;
  startHeading(level: number, id: string | undefined): void;
  /** The next text is an item of a list. */
  startItem(mark: string): void;
  push(block: Block, region: number): void;
}

export function blockWriter(placeOf: (offset: number) => Location): BlockWriter {
  const placed: PlacedInRegion[] = [];
  const anchors = new Map<string, number>();
  let text: InlineText | undefined;
  let heading: { readonly level: number; readonly id: string | undefined } | undefined;
  let prefix = "";

  return {
    placed,
    text() {
      text ??= inlineText(placeOf, { prefix, oneLine: heading !== undefined });
      return text;
    },
    endText(region, inAlert) {
      const written = text?.finished();
      text = undefined;
      if (!written) return;
      prefix = "";
      const title = inAlert ? alertTitle(written.text) : undefined;
      if (title) prefix = `[!${title}]\n`;
      else placed.push({ block: heading ? headingOf(written) : { kind: "paragraph", ...written }, region });
      heading = undefined;
    },
    startHeading(level, id) {
      heading = { level, id };
      prefix = "";
    },
    startItem(mark) {
      prefix = mark;
    },
    push(block, region) {
      placed.push({ block, region });
    },
  };

  /** It begins where its marks would stand in front of the text. */
  function headingOf({ text: title, location }: { text: string; location: Location }): Block {
    const { level = 1, id } = heading ?? {};
    const anchor = headingAnchor(title, anchors);
    const column = Math.max(1, location.column - level - 1);
    return { kind: "heading", level, text: title, anchor: id || anchor, location: { ...location, column } };
  }
}
