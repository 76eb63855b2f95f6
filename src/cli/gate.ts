import { UsageError } from "../base/usage-error.ts";
import { upgradePhrase, upgradeSince } from "../report/upgrade.ts";
import { exitCode } from "../report/verdict.ts";
import { heldAgainst, readTrendOption, updateBaseline } from "./baseline-option.ts";
import type { Command } from "./command.ts";
import { environmentWith } from "./environment.ts";
import { explainRule } from "./explain-rule.ts";
import { gateOptions, gateVariables } from "./gate-options.ts";
import { readGateSettings } from "./gate-settings.ts";
import { beginJudgementLog } from "./judgement-log.ts";
import { metadataOption } from "./metadata-option.ts";
import { writeProfile } from "./profile-option.ts";
import { previousOption, readPreviousOption, readReportOptions, reportOptions } from "./report-options.ts";
import { gateBasis, gateContract, planRun, runGate } from "./run-gate.ts";
import { showPlan } from "./show-plan.ts";
import { showReport } from "./show-report.ts";

const reports = "reports/gate";

/** `gate`: judge a live service. */
export const gate: Command = {
  name: "gate",
  usage: "gate [<docs-dir>...]",
  summary: "Judges a live tenant by what the pages promise.",
  options: [
    ...gateOptions,
    { name: "plan", text: "say what would be asked, and ask nothing: it only signs in" },
    metadataOption,
    ...reportOptions(reports),
    previousOption,
  ],
  notes: [
    "Without a folder it judges by the pages that come with the tool; a contract.json of derive stands",
    "for a folder, too. It only reads, unless --allow-writes says otherwise.",
    "Only a broken contract is a finding: what a tenant has no data, licence or permission for is not",
    "verified, and says why. A run exits 1, too, that verified less than",
    "--floor of the operations that may be called, of their examples, or of what they return.",
    "What it writes is what it creates itself, and removes again at its end, whatever ended it, or what",
    "--bind names; what it could not remove is a finding.",
    "A rule that is new since --previous fails as any other, and says that it is new; so are permissions",
    "said that were not needed then.",
    "--include and --exclude take an operation (GET /users/{}), a path or a page, * for anything.",
    "",
    ...gateVariables,
  ],
  explain: explainRule,
  async run(paths, values, terminal, repeated) {
    const environment = await environmentWith(process.env, process.cwd());
    const settings = readGateSettings({ values, repeated }, environment);
    const { showing, input, baseline } = readReportOptions(values, reports);
    const trend = readTrendOption(repeated, terminal);
    const { earlier } = readPreviousOption(values, baseline);
    terminal.progress("reading the pages");
    const contract = await gateContract(paths, settings.version, repeated.metadata);
    if (baseline?.update && settings.shard)
      throw new UsageError("a shard is a part: --update-baseline goes with merge, which has the whole");
    const inputs = paths.length > 0 ? paths : ["the pages that come with the tool"];
    const held = heldAgainst(
      { baseline, trend },
      {
        source: "tenant",
        versions: [settings.version],
        names: new Set(contract.operations.map(({ id }) => `${settings.version} ${id}`)),
        inputs,
      },
    );
    if (values.plan !== undefined) {
      terminal.progress("");
      const upgrade = earlier && upgradeSince(earlier, gateBasis(settings, contract));
      terminal.out(showPlan(await planRun(settings, contract), upgrade && upgradePhrase(upgrade)));
      return 0;
    }
    const log = beginJudgementLog(showing.output);
    const { report, shapes, failure } = await runGate(settings, {
      contract,
      terminal,
      onJudgement: log.add,
      ...input,
      ...(earlier ? { earlier } : {}),
      ...held,
      inputs,
    }).catch((error: unknown) => {
      log.remove();
      throw error;
    });
    // Of no other form can merge make the whole.
    const formats = settings.shard ? [...new Set([...showing.formats, "json" as const])] : showing.formats;
    await showReport(report, { ...showing, formats }, terminal);
    if (settings.profile !== undefined && shapes) await writeProfile(settings.profile, shapes, terminal);
    await updateBaseline(baseline, report, terminal);
    log.remove();
    if (failure !== undefined) throw failure;
    return exitCode(report);
  },
};
