import { UsageError } from "../base/usage-error.ts";
import type { Contract } from "../contract/contract.ts";
import { holdBeside } from "../diff/beside/hold-beside.ts";
import { changeCatalogue } from "../diff/catalogue.ts";
import { type Profile, profiles } from "../diff/change.ts";
import { diffContracts } from "../diff/diff-contracts.ts";
import type { GraphVersion } from "../docs/page.ts";
import { changeFormatNames } from "../report/changes/change-formats.ts";
import { changeExitCode, type FailOn, makeChangeReport } from "../report/changes/change-report.ts";
import { readPolicy } from "../report/changes/read-policy.ts";
import { readWaivers } from "../report/read-waivers.ts";
import type { Command } from "./command.ts";
import { type ContractSide, readMetadataContract } from "./contract-side.ts";
import { explainChange } from "./explain-change.ts";
import { changeRulePages, toolVersion } from "./package-files.ts";
import { ALL_RULES } from "./rules-asked.ts";
import { showChanges } from "./show-changes.ts";
import { readSides } from "./sides.ts";

const reports = "reports/diff";

/** `diff`: what changed between two contracts, and whom it breaks. */
export const diff: Command = {
  name: "diff",
  usage: "diff <old> <new>",
  summary: "Says what changed between two contracts, and whom it breaks.",
  options: [
    { name: "version", value: "v1.0|beta", choices: ["v1.0", "beta"], text: "compare this version only" },
    {
      name: "for",
      value: "LIST",
      choices: profiles,
      text: `whom a change may break: of ${profiles.join(",")} (default all)`,
    },
    {
      name: "metadata",
      value: "FILE",
      repeats: true,
      text: "Graph's metadata (CSDL) of both times, the old one first, beside the pages",
    },
    { name: "policy", value: "FILE", text: "levels that your team decides otherwise (JSON)" },
    { name: "waivers", value: "FILE", text: "changes that are accepted, with reason, owner and expiry" },
    {
      name: "fail-on",
      value: "LEVEL",
      choices: ["breaking", "risky", "any"],
      text: "the mildest change that makes the exit code 1 (default breaking)",
    },
    {
      name: "format",
      value: "LIST",
      choices: changeFormatNames,
      text: `of ${changeFormatNames.join(",")} (default html,json)`,
    },
    { name: "output", value: "DIR", text: `where to write it (default ${reports})` },
    {
      name: "explain",
      value: "RULE",
      implied: ALL_RULES,
      text: "print what a change rule means and weighs; an area: its rules; nothing: all",
    },
  ],
  notes: [
    "Each side is a folder of pages, a page, a contract.json that derive wrote, a CSDL file (.csdl,",
    ".xml), or one of them in a git checkout: main:api-reference/v1.0. A path that exists is that path.",
    "With --metadata OLD --metadata NEW every change says whether the metadata changed the same; what the",
    "old metadata said already is a repair of the pages, and what changed in the metadata only is listed.",
    "Where the sides have no version in common and one each, these are compared: v1.0 with beta.",
    "",
    "Levels: breaking (what worked stops), risky (for some, or nobody can say), compatible, sharpened",
    "(only the documentation changed: it says more, or says it right).",
  ],
  explain: (asked) => explainChange(asked, changeCatalogue, changeRulePages()),
  async run(paths, values, terminal, { metadata = [] }) {
    const [oldName, newName, ...others] = paths;
    if (oldName === undefined || newName === undefined || others.length > 0)
      throw new UsageError(
        "diff compares two contracts, an old one and a new one; see graph-conformance diff --help",
      );
    const policy = values.policy === undefined ? undefined : readPolicy(values.policy);
    const waivers = values.waivers === undefined ? [] : readWaivers(values.waivers);
    const version = values.version as GraphVersion | undefined;
    terminal.progress(`reading ${oldName} and ${newName}`);
    const [before, after] = await readSides(oldName, newName, version, terminal.sideThread);
    terminal.progress("comparing");
    const pairs = pairsOf(before, after);
    const beside = await readBeside(metadata, pairs);
    const changes = pairs.flatMap(([old, next]) => diffContracts(old, next, policy, beside?.witness));
    const [pages] = pairs;
    const declared =
      beside && pages
        ? diffContracts(beside.witness.before, beside.witness.after, policy, {
            before: followed(pages[0], beside.witness.after),
            after: followed(pages[1], beside.witness.after),
          })
        : [];
    terminal.progress("");
    const report = makeChangeReport({
      tool: { name: "graph-conformance", version: toolVersion() },
      before: oldName,
      after: newName,
      ...(policy ? { policy: policy.file } : {}),
      changes,
      ...(beside ? { metadata: { ...beside.names, ...holdBeside(changes, declared) } } : {}),
      pages: changeRulePages(),
      waivers,
      ...(values.for === undefined ? {} : { profiles: values.for.split(",") as Profile[] }),
      ...(values["fail-on"] === undefined ? {} : { failOn: values["fail-on"] as FailOn }),
      today: terminal.now.toISOString().slice(0, 10),
    });
    await showChanges(report, values, reports, terminal);
    return changeExitCode(report);
  },
};

/** Pages whose paths are followed through the metadata, which knows what they call. */
function followed(pages: Contract, { metadata }: Contract): Contract {
  return metadata ? { ...pages, metadata } : pages;
}

/** The metadata of both times, read for the one version that is compared. @throws UsageError where it cannot be held beside */
async function readBeside(files: readonly string[], pairs: ReturnType<typeof pairsOf>) {
  const [old, next, ...others] = files;
  if (old === undefined) return undefined;
  if (next === undefined || others.length > 0)
    throw new UsageError("diff holds two files of metadata beside the pages: --metadata OLD --metadata NEW");
  const [pair, ...more] = pairs;
  if (!pair || more.length > 0 || pair[0].version !== pair[1].version)
    throw new UsageError("--metadata is of one version: say --version v1.0 or --version beta");
  if (pair.some(({ toldBy }) => toldBy === "metadata"))
    throw new UsageError("--metadata is held beside pages, and one of the sides is metadata already");
  const [before, after] = await Promise.all(
    [old, next].map((file) => readMetadataContract(file, pair[0].version)),
  );
  return before && after ? { names: { before: old, after: next }, witness: { before, after } } : undefined;
}

/** The versions that both sides have; else the only one of each. */
function pairsOf(before: ContractSide, after: ContractSide): (readonly [Contract, Contract])[] {
  const pairs = [...before.contracts].flatMap(([version, old]) => {
    const next = after.contracts.get(version);
    return next ? [[old, next] as const] : [];
  });
  if (pairs.length > 0) return pairs;
  const [old, ...moreOld] = before.contracts.values();
  const [next, ...moreNext] = after.contracts.values();
  if (old && next && moreOld.length === 0 && moreNext.length === 0) return [[old, next]];
  throw new UsageError(`${before.name} and ${after.name} have no version of Graph in common`);
}
