import type { Disagreement } from "../report.ts";

/** `mock is right`, `both are wrong`: the verdict on a disagreement in few words. */
export function verdictPhrase({ right, wrong }: Pick<Disagreement, "right" | "wrong">): string {
  if (right.length === 0) return `${wrong.length === 2 ? "both" : "all"} are wrong`;
  return `${right.join(" and ")} ${right.length === 1 ? "is" : "are"} right`;
}

/** `in 3 examples`. */
export function examplePhrase({ examples }: Pick<Disagreement, "examples">): string {
  return `in ${examples.length} example${examples.length === 1 ? "" : "s"}`;
}
