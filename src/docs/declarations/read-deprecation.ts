import type { Location } from "../../base/location.ts";
import { plainText } from "../markdown/inline.ts";
import type { PlacedBlock } from "../section.ts";
import type { Deprecation } from "./deprecation.ts";

interface PageText {
  /** What the heading or the front matter calls the page. */
  readonly titles: readonly string[];
  readonly placed: readonly PlacedBlock[];
  readonly includes: readonly { readonly target: string; readonly location: Location }[];
  readonly location: Location;
}

const inTitle = /\(deprecated\)|\bdeprecated\s*$/i;
const inSentence =
  /(?:^|[.!?:]\s+|\s\]\s*)(?:this|these|the)\s+(?:\w+\s+){0,2}?(?:apis?|methods?|operations?|functions?|actions?|endpoints?)\s+(?:is|are|has been|have been)\s+(?:now\s+)?deprecated\b/i;
const word = /\b(?:deprecat|retire(?:d|ment)|retiring|sunset)/i;

/**
 * What a page says of its operations being deprecated: in its title, or in a sentence above all sections. Whatever else
 * speaks of deprecation may speak of a property, or of later: then the page says something, and not that.
 */
export function readDeprecation({ titles, placed, includes, location }: PageText): Deprecation | undefined {
  if (titles.some((title) => inTitle.test(title))) return { certain: true, location };
  const paragraphs = placed.flatMap(({ block, under }) =>
    block.kind === "paragraph" ? [{ block, under }] : [],
  );
  const [said] = paragraphs.filter(
    ({ block, under }) =>
      under.every(({ level }) => level === 1) &&
      word.test(block.text) &&
      inSentence.test(
        plainText(block.text)
          .replace(/\s+/g, " ")
          .replace(/\[!\w+\]/g, " ] "),
      ),
  );
  if (said) return { certain: true, location: said.block.location };
  const [spoken] = paragraphs.filter(({ block }) => word.test(block.text));
  // What an include says, which may not be at hand, its name tells.
  const place =
    spoken?.block ??
    includes.find(({ target }) => /deprecat|retire|sunset|(?<!beta-|pricing-)disclaimer/i.test(target));
  return place && { certain: false, location: place.location };
}
