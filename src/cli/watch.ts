import { UsageError } from "../base/usage-error.ts";
import { compareProfiles } from "../profile/compare-profiles.ts";
import { readProfile } from "../report/watch/read-profile.ts";
import { type WatchFormatName, watchFormatNames, watchFormats } from "../report/watch/watch-formats.ts";
import { makeWatchReport, type WatchFailOn, watchExitCode } from "../report/watch/watch-report.ts";
import { renderWatchTerminal } from "../report/watch/watch-terminal.ts";
import { oneForm, writeForms } from "../report/write-forms.ts";
import type { Command, OptionValues } from "./command.ts";
import { toolVersion } from "./package-files.ts";
import { readBasis } from "./read-basis.ts";

const reports = "reports/watch";

/** `watch`: what changed in what a service answers. */
export const watch: Command = {
  name: "watch",
  usage: "watch <old> <new>",
  summary: "Says what changed between two shape profiles of gate or traffic.",
  options: [
    {
      name: "contract",
      value: "DIR|FILE",
      text: "pages or contract.json: says which of it the contract promises",
    },
    {
      name: "fail-on",
      value: "WHAT",
      choices: ["broken", "unpromised", "any", "none"],
      text: "the mildest change that makes the exit code 1, see below",
    },
    {
      name: "format",
      value: "LIST",
      choices: watchFormatNames,
      text: `of ${watchFormatNames.join(",")} (default text, which is printed)`,
    },
    {
      name: "output",
      value: "DIR",
      text: `where json and markdown are written, and text too (default ${reports})`,
    },
  ],
  notes: [
    "A profile is what gate --profile FILE and traffic --profile FILE write: which properties came, in",
    "which form, how often null, which members, by type and operation, and no value. A folder stands for",
    "all profiles in it, which are counted together: of shards, of days.",
    "",
    "Told are a new property, a property that comes no more, a new member, form or format, a null where",
    "there was none, a type in a place where it never came, and a new status. Only what both have seen at",
    "the same place of the same operation is compared. What was seen too seldom is said not to be known:",
    "fewer than 5 times before, or where it may as well be chance (1 in 100).",
    "",
    "--fail-on: broken (it breaks a promise of the contract; the default with --contract), unpromised (or",
    "nothing promises it; the default without), any, none. Where nothing could be compared, the exit code",
    "is 1 whatever it says.",
  ],
  async run(paths, values, terminal) {
    const [oldName, newName, ...others] = paths;
    if (oldName === undefined || newName === undefined || others.length > 0)
      throw new UsageError(
        "watch compares two shape profiles, an old one and a new one; see graph-conformance watch --help",
      );
    const failOn = failOnOf(values);
    const before = readProfile(oldName);
    const after = readProfile(newName);
    const contract = await contractOf(values.contract);
    const report = makeWatchReport({
      tool: { name: "graph-conformance", version: toolVersion() },
      before: oldName,
      after: newName,
      comparison: compareProfiles(before, after),
      ...(contract ? { contract } : {}),
      ...(failOn === undefined ? {} : { failOn }),
    });
    const names = (values.format?.split(",") ?? ["text"]) as WatchFormatName[];
    const written = names.filter((name) => name !== "text" || values.output !== undefined);
    const forms = [...new Set(written)].map((name) => {
      const { file, render } = watchFormats[name];
      return oneForm(file, () => render(report));
    });
    const files = forms.length === 0 ? [] : await writeForms(forms, values.output ?? reports);
    terminal.out(renderWatchTerminal(report, { colour: terminal.colour }));
    for (const file of files) terminal.out(`Report       ${file}\n`);
    return watchExitCode(report);
  },
};

/** @throws UsageError for a promise that nobody can say to be broken */
function failOnOf(values: OptionValues): WatchFailOn | undefined {
  const failOn = values["fail-on"] as WatchFailOn | undefined;
  if (failOn === "broken" && values.contract === undefined)
    throw new UsageError("--fail-on broken needs --contract, which says what is promised");
  return failOn;
}

async function contractOf(path: string | undefined) {
  if (path === undefined) return undefined;
  const basis = await readBasis([path], {});
  if (basis.versions.length === 0)
    throw new UsageError(`"${path}" holds no page of Graph to hold anything to`);
  return { name: path, of: basis.contract };
}
