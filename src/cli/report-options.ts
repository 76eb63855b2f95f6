import { type FormatName, formatNames } from "../report/formats.ts";
import type { ReportInput } from "../report/make-report.ts";
import { readEarlierReport } from "../report/read-earlier-report.ts";
import { readWaivers } from "../report/read-waivers.ts";
import type { Waiver } from "../report/report.ts";
import type { Severity } from "../rules/assertion.ts";
import { type BaselineSetting, baselineOptions, readBaselineOption } from "./baseline-option.ts";
import { sourceUrlOf, sourceUrlOption } from "./checkout.ts";
import type { CommandOption, OptionValues } from "./command.ts";
import { ALL_RULES } from "./rules-asked.ts";
import type { Showing } from "./show-report.ts";

/** What every command takes that ends in a report; `output` is where it goes unless said. */
export function reportOptions(output: string): readonly CommandOption[] {
  return [
    {
      name: "format",
      value: "LIST",
      choices: formatNames,
      text: `of ${formatNames.join(",")} (default html,json)`,
    },
    { name: "output", value: "DIR", text: `where to write it (default ${output})` },
    { name: "waivers", value: "FILE", text: "findings that are accepted, with reason, owner and expiry" },
    ...baselineOptions,
    {
      name: "fail-on",
      value: "SEVERITY",
      choices: ["error", "warning", "info"],
      text: "the mildest finding that makes the exit code 1 (default error)",
    },
    {
      name: "explain",
      value: "RULE",
      implied: ALL_RULES,
      text: "print what a rule compares and weighs; an area: its rules; nothing: all",
    },
    { name: "verbose", text: "tell every cause here, with the fingerprints that a waiver takes" },
    {
      name: "single-file",
      text: "one HTML document, even over 300 pages and exchanges or 1 M characters",
    },
    sourceUrlOption,
    { name: "detail", text: "name every passed rule in report.json, and show the messages" },
  ];
}

/** What those commands take that judge a service again and again. */
export const previousOption: CommandOption = {
  name: "previous",
  value: "FILE",
  text: "report.json of an earlier run: what is new since then is said",
};

/**
 * The earlier report that the option names, else that of the baseline: it is one, too.
 *
 * @throws UsageError when it cannot be read, or is none
 */
export function readPreviousOption(
  { previous }: OptionValues,
  baseline: BaselineSetting | undefined,
): Pick<ReportInput, "earlier"> {
  if (previous !== undefined) return { earlier: readEarlierReport(previous) };
  const { basis, version = "" } = baseline?.known ?? {};
  return basis ? { earlier: { version, ...basis } } : {};
}

/** What the options say of the report. */
export interface ReportSettings {
  readonly showing: Omit<Showing, "coverage"> & Required<Pick<Showing, "detail" | "verbose">>;
  readonly baseline?: BaselineSetting;
  /** What goes into it beside the judgements. */
  readonly input: {
    readonly waivers?: readonly Waiver[];
    readonly failOn: Severity;
    /** Whether some format shows the messages. */
    readonly messages: boolean;
  };
}

/** Reads the options, and the waiver file that they name. @throws UsageError when that cannot be read */
export function readReportOptions(values: OptionValues, output: string): ReportSettings {
  // The command line has checked both against their choices.
  const formats = (values.format?.split(",") ?? ["html", "json"]) as FormatName[];
  const failOn = (values["fail-on"] ?? "error") as Severity;
  const detail = values.detail !== undefined;
  const waivers = values.waivers === undefined ? undefined : readWaivers(values.waivers);
  const verbose = values.verbose !== undefined;
  const source = values["source-url"];
  const showing = {
    formats,
    output: values.output ?? output,
    detail,
    verbose,
    singleFile: values["single-file"] !== undefined,
    ...(source === undefined ? {} : { sourceUrl: sourceUrlOf(source) }),
    // What is said of a waiver stands in its file. Of the files that a report names only verify has judged any.
    lines: { among: (file: string) => file === values.waivers?.replaceAll("\\", "/") },
  };
  const baseline = readBaselineOption(values, showing);
  return {
    showing,
    ...(baseline ? { baseline } : {}),
    input: { ...(waivers ? { waivers } : {}), failOn, messages: detail || formats.includes("html") },
  };
}
