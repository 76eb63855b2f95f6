import type { Location } from "../../base/location.ts";
import { plainText } from "../markdown/inline.ts";
import type { PlacedBlock } from "../section.ts";
import type { Deprecation } from "./deprecation.ts";
import { noticeIn } from "./read-notice.ts";
import { sentencesOf } from "./sentence.ts";

interface PageText {
  /** What the page is about. */
  readonly of: keyof typeof nouns;
  /** What the heading or the front matter calls the page. */
  readonly titles: readonly string[];
  readonly placed: readonly PlacedBlock[];
  readonly includes: readonly { readonly target: string; readonly location: Location }[];
  readonly location: Location;
}

const inTitle = /\(deprecated\)|\bdeprecated\s*$/i;
const nouns = {
  operation: "apis?|methods?|operations?|functions?|actions?|endpoints?",
  type: "apis?|resources?|(?:resource |complex |entity )?types?|entit(?:y|ies)|objects?|enumerations?",
};
const is = "(?:is|are|has been|have been)\\s+(?:now\\s+)?";
/** An operation that will be deprecated is not so yet, by the headers of its answers. */
const verbs = { operation: is, type: `(?:${is}(?:being\\s+)?|will\\s+be\\s+)` };
const sentenceOn = (of: keyof typeof nouns) => {
  const isDeprecated = `${verbs[of]}deprecated\\b`;
  return new RegExp(
    `(?:^|[.!?:]\\s+|\\s\\]\\s*)(?:this|these|the)\\s+(?:\\w+\\s+){0,2}?(?:${nouns[of]})\\s+${isDeprecated}` +
      // An alert is about the page, however long the name.
      `|\\[!(?:caution|warning|important)\\]\\s*the\\s+(?:\\w+\\s+){3,5}?(?:${nouns[of]})\\s+${isDeprecated}`,
    "i",
  );
};
const inSentence = { operation: sentenceOn("operation"), type: sentenceOn("type") };
const word = /\b(?:deprecat|retire(?:d|ment)|retiring|sunset)/i;

/**
 * What a page says of its operations, or of its type, being deprecated: in its title, or in a sentence above all
 * sections. Whatever else speaks of deprecation may speak of a property, or of later: then the page says something, and
 * not that.
 */
export function readDeprecation({
  of,
  titles,
  placed,
  includes,
  location,
}: PageText): Deprecation | undefined {
  const paragraphs = placed.flatMap(({ block, under }) =>
    block.kind === "paragraph" ? [{ block, under }] : [],
  );
  const above = paragraphs.flatMap(({ block, under }) =>
    under.every(({ level }) => level === 1) && word.test(block.text)
      ? [{ location: block.location, text: plainText(block.text).replace(/\s+/g, " ") }]
      : [],
  );
  const said = above.find(
    ({ text }) => inSentence[of].test(text) || inSentence[of].test(text.replace(/\[!\w+\]/g, " ] ")),
  );
  const isTitled = titles.some((title) => inTitle.test(title));
  if (isTitled || said)
    return {
      certain: true,
      ...noticeIn((said ? [said] : above).flatMap(({ text }) => sentencesOf(text))),
      location: isTitled || !said ? location : said.location,
    };
  const [spoken] = paragraphs.filter(({ block }) => word.test(block.text));
  // What an include says, which may not be at hand, its name tells.
  const place =
    spoken?.block ??
    includes.find(({ target }) => /deprecat|retire|sunset|(?<!beta-|pricing-)disclaimer/i.test(target));
  return place && { certain: false, location: place.location };
}
