import { onceForText } from "../../base/once-for-text.ts";
import { withoutLinks } from "./inline.ts";

/**
 * The fragment of a heading as learn.microsoft.com makes it: lower case, punctuation dropped, spaces to dashes,
 * a repeated one numbered from `-1`. `seen` counts the anchors of the page so far and is updated.
 */
export function headingAnchor(heading: string, seen: Map<string, number>): string {
  const anchor = slugOf(heading);
  const count = seen.get(anchor) ?? 0;
  seen.set(anchor, count + 1);
  return count === 0 ? anchor : `${anchor}-${count}`;
}

const slugOf = onceForText((heading) =>
  withoutLinks(heading)
    .replace(/<[^<>]*>/g, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replace(/\s/g, "-"),
);
