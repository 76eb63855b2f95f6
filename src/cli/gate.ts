import { randomBytes } from "node:crypto";
import { UsageError } from "../base/usage-error.ts";
import type { Contract } from "../contract/contract.ts";
import { folderOf } from "../docs/folder.ts";
import type { GraphVersion } from "../docs/page.ts";
import { ownPages, readFolders } from "../docs/read-folder.ts";
import { documentationOf } from "../exchange/judge-documentation.ts";
import { givenToken, type TokenSource } from "../exchange/service/transport/sign-requests.ts";
import { isSafe } from "../exchange/service/transport/transport.ts";
import { chosenOperations } from "../exchange/tenant/chosen-operations.ts";
import { countCoverage } from "../exchange/tenant/floor.ts";
import { judgeTenant } from "../exchange/tenant/gate.ts";
import type { GateSettings } from "../exchange/tenant/gate-settings.ts";
import { type FormatName, formatNames } from "../report/formats.ts";
import { readWaivers } from "../report/read-waivers.ts";
import { exitCode } from "../report/verdict.ts";
import type { Judgement, Severity } from "../rules/assertion.ts";
import type { Command, Terminal } from "./command.ts";
import { conformanceReport } from "./conformance-report.ts";
import { environmentWith } from "./environment.ts";
import { gateOptions, gateVariables } from "./gate-options.ts";
import { gateProgress } from "./gate-progress.ts";
import { readGateSettings } from "./gate-settings.ts";
import { beginJudgementLog } from "./judgement-log.ts";
import { showReport } from "./show-report.ts";

/** `gate`: judge a live service. */
export const gate: Command = {
  name: "gate",
  usage: "gate [<docs-dir>...]",
  summary: "Judges a live tenant by what the pages promise.",
  options: [
    ...gateOptions,
    {
      name: "format",
      value: "LIST",
      choices: formatNames,
      text: `of ${formatNames.join(",")} (default html,json)`,
    },
    { name: "output", value: "DIR", text: "where to write it (default reports/gate)" },
    { name: "waivers", value: "FILE", text: "findings that are accepted, with reason, owner and expiry" },
    {
      name: "fail-on",
      value: "SEVERITY",
      choices: ["error", "warning", "info"],
      text: "the mildest finding that makes the exit code 1 (default error)",
    },
    { name: "detail", text: "name every passed rule in report.json, and show the messages" },
  ],
  notes: [
    "Without a folder it judges by the pages that come with the tool. It only reads, unless",
    "--allow-writes says otherwise. Only a broken contract is a finding: what a tenant has no data,",
    "licence or permission for is not verified, and says why. A run exits 1, too, that verified less than",
    "--floor of the operations that may be called, of their examples, or of what they return.",
    "--include and --exclude take an operation (GET /users/{}), a path or a page, * for anything.",
    "",
    ...gateVariables,
  ],
  async run(paths, values, terminal, repeated) {
    const environment = await environmentWith(process.env, process.cwd());
    const settings = readGateSettings({ values, repeated }, environment);
    const waivers = values.waivers === undefined ? undefined : readWaivers(values.waivers);
    const contract = await contractOf(paths, settings.version, terminal);
    const isChosen = chosenOperations(contract, settings);
    const count = countCoverage(
      contract,
      (operation) => isChosen(operation) && (settings.allowWrites || isSafe(operation)),
    );
    const output = values.output ?? "reports/gate";
    const formats = (values.format?.split(",") ?? ["html", "json"]) as FormatName[];
    const log = beginJudgementLog(output);
    const run = await judgeAll(settings, { contract, terminal, add: log.add, see: count.see });
    terminal.progress("");
    const report = conformanceReport({
      judgements: run.judgements,
      ...(waivers ? { waivers } : {}),
      failOn: (values["fail-on"] ?? "error") as Severity,
      coverage: { ...count.coverage(), floor: settings.floor },
      ...(run.ended === undefined ? {} : { partial: run.ended }),
      inputs: paths.length > 0 ? paths : ["the pages that come with the tool"],
      now: terminal.now,
    });
    await showReport(report, { formats, output, detail: values.detail !== undefined }, terminal);
    log.remove();
    if (run.failure !== undefined) throw run.failure;
    // What was not run to its end has not run; but what it found by then was found.
    return run.ended !== undefined && report.summary.verdict !== "not conformant" ? 2 : exitCode(report);
  },
};

interface Watching {
  readonly contract: Contract;
  readonly terminal: Terminal;
  readonly add: (judgement: Judgement) => void;
  readonly see: Parameters<typeof judgeTenant>[1]["onJudged"];
}

interface Run {
  readonly judgements: readonly Judgement[];
  /** Why it ended before its end. */
  readonly ended?: string;
  /** What made it end, where that is an error. */
  readonly failure?: unknown;
}

/** Judges until all is judged, somebody ends it, or it cannot go on; whichever, what was judged by then is there. */
async function judgeAll(settings: GateSettings, { contract, terminal, add, see }: Watching): Promise<Run> {
  const stop = new AbortController();
  let ended: string | undefined;
  let at = "";
  const end = (why: string) => {
    ended ??= `${why} behind ${at}`;
    stop.abort();
  };
  terminal.interrupted().then(() => end("ended by a signal"));
  const tell = gateProgress(terminal, Date.now);
  const judgements: Judgement[] = [];
  try {
    const judged = judgeTenant(settings, {
      contract,
      tokens: tokensOf(settings),
      key: randomBytes(16).toString("hex"),
      signal: stop.signal,
      ...(see ? { onJudged: see } : {}),
      onProgress(progress) {
        at = `${progress.done} of ${progress.of} parts of the plan`;
        tell.progress(progress);
      },
      onWait: tell.wait,
    });
    for await (const judgement of judged) {
      judgements.push(judgement);
      add(judgement);
    }
    return { judgements, ...(ended === undefined ? {} : { ended }) };
  } catch (failure) {
    if (judgements.length === 0) throw failure;
    return { judgements, ended: ended ?? `it could not go on behind ${at}`, failure };
  }
}

function tokensOf({ credential }: GateSettings): TokenSource {
  if (credential.kind === "token") return givenToken(credential.token);
  throw new UsageError("only GRAPH_ACCESS_TOKEN signs in by now");
}

async function contractOf(
  paths: readonly string[],
  version: GraphVersion,
  terminal: Terminal,
): Promise<Contract> {
  terminal.progress("reading the pages");
  const folder = folderOf(await readFolders(paths.length > 0 ? paths : [ownPages]));
  const contract = documentationOf(folder).contract(version);
  if (contract.operations.length > 0) return contract;
  throw new UsageError(`no page of ${version} in ${paths.join(", ")} documents a request`);
}
