import type { Edit, Position, Span } from "../base/span.ts";
import type { Finding } from "../rules/assertion.ts";

/** What becomes of the fixes of some findings when all are made at once. */
export interface FixPlan {
  /** By file. */
  readonly edits: ReadonlyMap<string, readonly Edit[]>;
  /** The findings that these edits remove. */
  readonly made: readonly Finding[];
}

/**
 * Chooses which fixes can be made together. A fix is made whole or not at all: a name that is written right in one of
 * two places is worse than before. Where two overlap the first one wins, as the findings come; the same edit of two is
 * one. `mayChange` is asked of every file that a fix edits.
 */
export function planFixes(findings: readonly Finding[], mayChange: (file: string) => boolean): FixPlan {
  const edits = new Map<string, Edit[]>();
  const made: Finding[] = [];
  const planned = ({ span }: Edit) => edits.get(span.file) ?? [];
  for (const finding of findings) {
    const own = finding.fix?.edits ?? [];
    if (own.length === 0 || !own.every(({ span }) => mayChange(span.file))) continue;
    const news = own.filter((edit) => !planned(edit).some((known) => isSame(known, edit)));
    if (news.some((edit) => planned(edit).some((known) => overlap(known.span, edit.span)))) continue;
    for (const edit of news) edits.set(edit.span.file, [...planned(edit), edit]);
    made.push(finding);
  }
  return { edits, made };
}

function isSame(one: Edit, other: Edit): boolean {
  return (
    one.text === other.text &&
    compare(one.span.start, other.span.start) === 0 &&
    compare(one.span.end, other.span.end) === 0
  );
}

/** Two that touch do not overlap; nor do two that insert at one place, two rows behind the last of a table. */
function overlap(one: Span, other: Span): boolean {
  return compare(one.start, other.end) < 0 && compare(other.start, one.end) < 0;
}

function compare(one: Position, other: Position): number {
  return one.line - other.line || one.column - other.column;
}
