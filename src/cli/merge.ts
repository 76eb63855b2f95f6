import { UsageError } from "../base/usage-error.ts";
import { namesOf } from "../report/baseline/read-baseline.ts";
import { mergeShards } from "../report/merge-shards.ts";
import { readReport } from "../report/read-report.ts";
import { exitCode } from "../report/verdict.ts";
import { heldAgainst, readTrendOption, updateBaseline } from "./baseline-option.ts";
import type { Command } from "./command.ts";
import { conformanceReport } from "./conformance-report.ts";
import { explainRule } from "./explain-rule.ts";
import { previousOption, readPreviousOption, readReportOptions, reportOptions } from "./report-options.ts";
import { showReport } from "./show-report.ts";

const reports = "reports/merged";

/** `merge`: one report of the shards of a run. */
export const merge: Command = {
  name: "merge",
  usage: "merge <report.json>...",
  summary: "Makes one report of the shards of a gate.",
  options: [...reportOptions(reports), previousOption],
  notes: [
    "It takes the report.json of each shard: gate --shard 1/3, gate --shard 2/3, gate --shard 3/3. The",
    "report is the one that a gate of the whole makes, and so is the exit code: here the floor is",
    "judged, by the --floor that the shards were given, and here waivers may be unused. A shard that is",
    "missing, or did not come to its end, is said and never green. What is no shard of the same run, or",
    "is given twice, is refused.",
  ],
  explain: explainRule,
  async run(paths, values, terminal, repeated) {
    if (paths.length === 0)
      throw new UsageError("merge needs the report.json of each shard; see graph-conformance merge --help");
    const { showing, input, baseline } = readReportOptions(values, reports);
    const trend = readTrendOption(repeated, terminal);
    const earlier = readPreviousOption(values, baseline);
    const merged = mergeShards(paths.map(readReport));
    const { judgements, inputs, unjudged } = merged;
    const held = heldAgainst(
      { baseline, trend },
      {
        source: "tenant",
        versions: [...new Set(judgements.map(({ version }) => version))],
        // Of operations that were left out nothing is known here.
        ...(unjudged === "part" ? {} : { names: new Set(namesOf(judgements)) }),
        inputs,
      },
    );
    const report = conformanceReport({ ...merged, ...input, ...earlier, ...held, now: terminal.now });
    await showReport(report, showing, terminal);
    await updateBaseline(baseline, report, terminal);
    return exitCode(report);
  },
};
