import type { Target } from "../target.ts";
import type { MockResults, SizeResult } from "./results.ts";

/** What the mock has to reach, beside what it reached. */
export function targetsOf(sizes: readonly SizeResult[], flatness: MockResults["flatness"]): Target[] {
  const [smallest, biggest] = [sizes[0], sizes.at(-1)];
  if (!smallest || !biggest) return [];
  const worst = Math.min(...sizes.map(({ ofBare }) => ofBare));
  return [
    target("at least 10 times Prism at 50 operations", `${smallest.timesPrism}`, smallest.timesPrism >= 10),
    target(
      "at least 100 times Prism at 5,000 operations",
      `${biggest.timesPrism}`,
      biggest.timesPrism >= 100,
    ),
    target("at least half of a bare node:http handler", `${worst} at worst`, worst >= 0.5),
    target(
      "as fast at 5,000 operations as at 50, within 20 %",
      `${flatness.mock} (bare ${flatness.bare})`,
      Math.abs(flatness.mock - 1) <= 0.2,
    ),
  ];
}

function target(promise: string, measured: string, met: boolean): Target {
  return { promise, measured, met };
}
