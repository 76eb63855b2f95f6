import type { Flaw, Page } from "../docs/page.ts";
import { pagePointer } from "./page-place.ts";
import type { Failure } from "./rule.ts";

/**
 * The parts of a page that the reader could not read as written, as failures of the rule that reports them. The
 * pointer names the section that holds the flaw, and counts when a section holds several.
 */
export function flawsOf(page: Page, rule: string): Failure[] {
  const seen = new Map<string, number>();
  return page.flaws
    .filter((flaw) => flaw.rule === rule)
    .map((flaw): Failure => {
      const section = sectionOf(flaw, page);
      const count = (seen.get(section) ?? 0) + 1;
      seen.set(section, count);
      const { message, span, advice } = flaw;
      const pointer =
        count === 1 ? pagePointer("sections", section) : pagePointer("sections", section, String(count));
      // What a rule of exchanges says stands at its line, as it does on what could be read.
      if (!isOfPages(rule))
        return { status: "fail", message, span, cause: { id: `${rule} ${page.file}${pointer}` }, advice };
      return { status: "fail", message, span, pointer, advice };
    });
}

function isOfPages(rule: string): boolean {
  return !rule.startsWith("request/");
}

function sectionOf(flaw: Flaw, page: Page): string {
  return page.headings.findLast(({ location }) => location.line <= flaw.span.start.line)?.anchor ?? "";
}
