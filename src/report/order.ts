import type { Judgement } from "../rules/assertion.ts";
import type { Finding } from "./report.ts";
import { sources } from "./source-order.ts";

/** Code unit order: the same on every machine, whatever its locale. */
export function byText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Findings by file, line, column and rule; what still ties goes by pointer, source and message. */
export function byPlace(left: Finding, right: Finding): number {
  return (
    byText(left.location.file, right.location.file) ||
    left.location.line - right.location.line ||
    left.location.column - right.location.column ||
    byText(left.rule, right.rule) ||
    byText(left.pointer ?? "", right.pointer ?? "") ||
    byText(left.source, right.source) ||
    byText(left.message, right.message)
  );
}

/** Judgements by file, the page before its exchanges, source, then line, title and example. */
export function byPage(left: Judgement, right: Judgement): number {
  return (
    byText(left.file, right.file) ||
    Number(left.kind === "exchange") - Number(right.kind === "exchange") ||
    sources.indexOf(left.source) - sources.indexOf(right.source) ||
    left.location.line - right.location.line ||
    left.location.column - right.location.column ||
    byText(left.title, right.title) ||
    byText(left.example ?? "", right.example ?? "")
  );
}
