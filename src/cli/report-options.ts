import { type FormatName, formatNames } from "../report/formats.ts";
import type { ReportInput } from "../report/make-report.ts";
import { readEarlierReport } from "../report/read-earlier-report.ts";
import { readWaivers } from "../report/read-waivers.ts";
import type { Waiver } from "../report/report.ts";
import type { Severity } from "../rules/assertion.ts";
import type { CommandOption, OptionValues } from "./command.ts";
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
    {
      name: "fail-on",
      value: "SEVERITY",
      choices: ["error", "warning", "info"],
      text: "the mildest finding that makes the exit code 1 (default error)",
    },
    { name: "detail", text: "name every passed rule in report.json, and show the messages" },
  ];
}

/** What those commands take that judge a service again and again. */
export const previousOption: CommandOption = {
  name: "previous",
  value: "FILE",
  text: "report.json of an earlier run: what is new since then is said",
};

/** The earlier report that the option names. @throws UsageError when it cannot be read, or is none */
export function readPreviousOption({ previous }: OptionValues): Pick<ReportInput, "earlier"> {
  return previous === undefined ? {} : { earlier: readEarlierReport(previous) };
}

/** What the options say of the report. */
export interface ReportSettings {
  readonly showing: Required<Omit<Showing, "coverage">>;
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
  return {
    showing: { formats, output: values.output ?? output, detail },
    input: { ...(waivers ? { waivers } : {}), failOn, messages: detail || formats.includes("html") },
  };
}
