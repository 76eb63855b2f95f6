import { partition } from "../../base/partition.ts";
import type { Disagreement, Report } from "../report.ts";

/** A disagreement, and where the report tells it. */
export interface AnchoredDisagreement {
  readonly anchor: string;
  readonly disagreement: Disagreement;
}

/** The disagreements in which the contract holds for one side, and those in which it holds for none. */
export function anchoredDisagreements({ disagreements }: Report): {
  readonly settled: readonly AnchoredDisagreement[];
  readonly agreed: readonly AnchoredDisagreement[];
} {
  const [settled, agreed] = partition(disagreements, ({ right }) => right.length > 0);
  const anchored = (name: string) => (disagreement: Disagreement, index: number) => ({
    anchor: `${name}-${index + 1}`,
    disagreement,
  });
  return { settled: settled.map(anchored("disagreement")), agreed: agreed.map(anchored("agreement")) };
}

/** In which settled disagreements each judgement, by its position, is a side. */
export function disagreementsByJudgement(
  report: Report,
): ReadonlyMap<number, readonly AnchoredDisagreement[]> {
  const found = new Map<number, AnchoredDisagreement[]>();
  for (const each of anchoredDisagreements(report).settled) {
    const sides = each.disagreement.examples.flatMap((example) => example.sides);
    for (const judgement of new Set(sides.map((side) => side.judgement))) {
      const known = found.get(judgement);
      if (known) known.push(each);
      else found.set(judgement, [each]);
    }
  }
  return found;
}
