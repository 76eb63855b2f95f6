import type { Target } from "../target.ts";
import type { SizeResult } from "./results.ts";
import { settings } from "./settings.ts";

/** What `verify` may take at most, beside what it took. */
export function targetsOf(sizes: readonly SizeResult[]): Target[] {
  const most = [settings.most.one, settings.most.three];
  return sizes.map(({ name, pages, verify }, index) => ({
    promise: `${name} (${pages.toLocaleString("en-US")} pages) under ${most[index]} MB with --format json`,
    measured: `${verify.peakMegabytes} MB`,
    met: verify.peakMegabytes < (most[index] ?? 0),
  }));
}
