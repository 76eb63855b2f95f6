import type { Report } from "./report.ts";

/**
 * 0 for conformant, 1 for everything else. The verdict already weighs `failOn`, so that the exit code and
 * the report a person opens never disagree; a run that verified nothing is no success either.
 */
export function exitCode(report: Report): 0 | 1 {
  return report.summary.verdict === "conformant" ? 0 : 1;
}
