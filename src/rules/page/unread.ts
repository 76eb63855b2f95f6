import { groupBy } from "../../base/group-by.ts";
import type { Page } from "../../docs/page.ts";
import type { LeftPart } from "../../docs/reading/page-reading.ts";
import { sectionOf } from "../flaws-of.ts";
import { readingReasons } from "../reading-class.ts";
import { definePageRule, type Failure } from "../rule.ts";

const rule = "page/unread";
/** What other rules have found, or a writer means so. */
const elsewhere: ReadonlySet<LeftPart["left"]> = new Set([
  "fence-flawed",
  "row-flawed",
  "row-include",
  "name-unread",
]);

/** Fences, rows and lists that look like declarations, and of which nothing could be read. */
export const unread = definePageRule(rule, {
  promise: "Whatever looks like a message, a declaration or a list of members can be read.",
  weighs: { documented: "info" },
  judge({ page }) {
    const { fence, row, list } = page.reading.counted;
    if (fence + row + list === 0) return "not-applicable";
    const left = page.reading.left.filter(
      (part) => !readingReasons[part.left].aside && !elsewhere.has(part.left),
    );
    if (left.length === 0) return [];
    const seen = new Map<string, number>();
    return [...groupBy(left, togetherKey).values()].map((parts) => failure(parts, page, seen));
  },
});

/** The rows of one table are one finding. */
function togetherKey({ left, table, span }: LeftPart): string {
  return table === undefined ? `${span.start.line}` : `${left} ${table}`;
}

function failure(parts: readonly LeftPart[], page: Page, seen: Map<string, number>): Failure {
  const [first] = parts;
  if (!first) throw new Error("a finding without a place");
  const section = `${first.left} ${sectionOf(first, page)}`;
  const count = (seen.get(section) ?? 0) + 1;
  seen.set(section, count);
  return {
    status: "fail",
    message: `${messageOf(first)}${parts.length > 1 ? `, nor of ${more(parts.length - 1)} of its table` : ""}`,
    span: first.span,
    advice: readingReasons[first.left].change,
    cause: { id: `${rule} ${section}${count === 1 ? "" : ` ${count}`}` },
  };
}

function more(count: number): string {
  return count === 1 ? "another row" : `${count} other rows`;
}

function messageOf({ part, text, left }: LeftPart): string {
  if (part === "list") return `the members that "${text}" announces cannot be read`;
  const shown = text.replace(/\s+/g, " ").trim();
  const looks = left === "json-apart" ? "JSON" : left === "request-apart" ? "a request" : "a response";
  return part === "fence"
    ? `nothing is read of what looks like ${looks}: ${JSON.stringify(shown)}`
    : `nothing is read of the row ${JSON.stringify(shown)}`;
}
