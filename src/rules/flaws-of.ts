import type { Flaw, Page } from "../docs/page.ts";
import { pagePointer } from "./page-place.ts";
import type { Failure } from "./rule.ts";

/**
 * The parts of a page that the reader could not read as written, as failures of the rule that reports them. The
 * pointer names the section that holds the flaw, and counts when a section holds several.
 */
export function flawsOf(page: Page, rule: string): Failure[] {
  // What a rule of exchanges says stands at its line, as it does on what could be read.
  if (!isOfPages(rule)) {
    return placedFlaws(page, rule).map(({ failure, pointer }) => ({
      ...failure,
      cause: { id: `${rule} ${page.file}${pointer}` },
    }));
  }
  return placedFlaws(page, rule).map(({ failure, pointer }) => ({ ...failure, pointer }));
}

/** The same of what stands in no JSON and in no example: the section is in the cause, and there is no pointer. */
export function flawsWithoutPointer(page: Page, rule: string): Failure[] {
  return placedFlaws(page, rule).map(({ failure, pointer }) => ({
    ...failure,
    cause: { id: `${rule} ${pointer}` },
  }));
}

function placedFlaws(page: Page, rule: string): readonly { failure: Failure; pointer: string }[] {
  const flaws = page.flaws.filter((flaw) => flaw.rule === rule);
  if (flaws.length === 0) return [];
  const seen = new Map<string, number>();
  return flaws.map((flaw) => {
    const section = sectionOf(flaw, page);
    const count = (seen.get(section) ?? 0) + 1;
    seen.set(section, count);
    const { message, span, advice } = flaw;
    const pointer =
      count === 1 ? pagePointer("sections", section) : pagePointer("sections", section, String(count));
    const fix = flaw.edits && { edits: flaw.edits };
    const failure: Failure = { status: "fail", message, span, advice, fix, severity: flaw.severity };
    return { failure, pointer };
  });
}

function isOfPages(rule: string): boolean {
  return !rule.startsWith("request/");
}

/** The anchor of the heading that something stands below. */
export function sectionOf({ span }: Pick<Flaw, "span">, { headings }: Page): string {
  return headings.findLast(({ location }) => location.line <= span.start.line)?.anchor ?? "";
}
