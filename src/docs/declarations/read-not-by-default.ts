import type { Location } from "../../base/location.ts";
import type { PlacedBlock } from "../section.ts";
import { sentencesOf } from "./sentence.ts";

/** A property that does not come unasked, and the sentence that says so. */
export interface UnaskedProperty {
  readonly name: string;
  readonly sentence: string;
  /** Where the paragraph begins. */
  readonly location: Location;
}

const withheld =
  /\b(?:(?:is|are)\s+not|isn't|aren't|isn’t|aren’t|not|never)\s+returned\s+by\s+default\b|\b(?:only\s+returned|returned\s+only)\s+(?:on|when|if|upon|with|by)\b.{0,30}select/i;
const marked = /(?:\*\*|`)([A-Za-z]\w*)(?:\*\*|`)/g;

/**
 * The properties of which an API page says outside its tables that they do not come unasked: "The **wattage** property
 * is not returned by default". The name stands before those words in the same clause, or in a list behind a colon.
 */
export function readNotByDefault(placed: readonly PlacedBlock[]): UnaskedProperty[] {
  return placed.flatMap(({ block }): UnaskedProperty[] => {
    if (block.kind !== "paragraph" || !withheld.test(block.text)) return [];
    return sentencesOf(block.text.replaceAll("\n", " ")).flatMap((sentence) =>
      namesIn(sentence).map((name) => ({ name, sentence, location: block.location })),
    );
  });
}

function namesIn(sentence: string): string[] {
  return sentence.split(/;|,\s+(?:but|while|whereas)\b/).flatMap((clause) => {
    const found = withheld.exec(clause);
    if (!found) return [];
    const after = /^\s*:(.*)$/s.exec(clause.slice(found.index + found[0].length))?.[1] ?? "";
    return [...`${clause.slice(0, found.index)} ${after}`.matchAll(marked)].map(([, name = ""]) => name);
  });
}
