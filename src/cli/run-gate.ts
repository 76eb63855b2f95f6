import { isAbsolute, relative } from "node:path";
import { UsageError } from "../base/usage-error.ts";
import type { Contract, Operation } from "../contract/contract.ts";
import type { GraphVersion } from "../docs/page.ts";
import { ownPages } from "../docs/page-path.ts";
import { httpTransport } from "../exchange/service/transport/http-transport.ts";
import { withBudget } from "../exchange/service/transport/limits.ts";
import { chosenOperations } from "../exchange/tenant/chosen-operations.ts";
import { countCoverage, mayBeCalled } from "../exchange/tenant/floor.ts";
import { judgeTenant } from "../exchange/tenant/gate.ts";
import { type GatePlan, planGate } from "../exchange/tenant/gate-plan.ts";
import type { GateSettings } from "../exchange/tenant/gate-settings.ts";
import { neededPermissions } from "../exchange/tenant/needed-permissions.ts";
import { proxyAgents } from "../exchange/tenant/proxy-agent.ts";
import { signIn } from "../exchange/tenant/sign-in/sign-in.ts";
import { tokenClaims } from "../exchange/tenant/sign-in/token-claims.ts";
import { recordShapes } from "../profile/record-shapes.ts";
import type { ShapeProfile } from "../profile/shape-profile.ts";
import type { ReportInput } from "../report/make-report.ts";
import type { Basis, Report } from "../report/report.ts";
import { visibleText } from "../report/visible-text.ts";
import { withoutMessages } from "../report/without-messages.ts";
import type { Judgement } from "../rules/assertion.ts";
import { catalogue } from "../rules/catalogue.ts";
import { severityOf } from "../rules/rule.ts";
import type { Terminal } from "./command.ts";
import { conformanceReport } from "./conformance-report.ts";
import { evidenceKey } from "./evidence-key.ts";
import { gateProgress } from "./gate-progress.ts";
import { readBasis } from "./read-basis.ts";
import { shardDetail } from "./shard-detail.ts";

/** What a gate is run with beside its settings. */
export interface GateRunInput
  extends Pick<ReportInput, "waivers" | "failOn" | "messages" | "inputs" | "earlier" | "baseline" | "trend"> {
  readonly contract: Contract;
  readonly terminal: Terminal;
  /** Told of each judgement as soon as it is there. */
  readonly onJudgement?: (judgement: Judgement) => void;
}

export interface GateRun {
  readonly report: Report;
  /** What the answers looked like, where the settings ask for it. */
  readonly shapes?: ShapeProfile;
  /** What made it end before its end, where that is an error. */
  readonly failure?: unknown;
}

/**
 * Judges until all is judged, somebody ends it, or it cannot go on; whichever, what was judged by then is reported.
 *
 * @throws UsageError when it cannot even begin
 */
export async function runGate(
  settings: GateSettings,
  { contract, terminal, onJudgement = () => {}, ...shown }: GateRunInput,
): Promise<GateRun> {
  const isChosen = chosenOperations(contract, settings);
  const isCallable = mayBeCalled(settings);
  const isCounted = (operation: Operation) => isChosen(operation) && isCallable(operation);
  const count = countCoverage(contract, isCounted, settings.depth);
  const shapes = settings.profile === undefined ? undefined : recordShapes();
  const stop = new AbortController();
  let at = "its beginning";
  let ended: string | undefined;
  terminal.interrupted().then(() => {
    ended ??= `ended by a signal behind ${at}`;
    stop.abort();
  });
  const tell = gateProgress(terminal, Date.now);
  // To sign in costs requests, too.
  const { transport } = withBudget(httpTransport(undefined, proxyAgents(settings.proxy)), settings.budget);
  const tokens = signIn(settings, transport, stop.signal);
  const where = `${settings.endpoint}/${settings.version}`;
  terminal.out(`Gating       ${where}, as ${visibleText(tokens.describes)}\n`);
  // A shard keeps the messages whatever it shows: merge may show them.
  const kept = shown.messages === false && !settings.shard ? withoutMessages : (all: Judgement) => all;
  const judgements: Judgement[] = [];
  const leftBehind: string[] = [];
  let failure: unknown;
  try {
    const judged = judgeTenant(settings, {
      contract,
      tokens,
      transport,
      key: evidenceKey(settings),
      signal: stop.signal,
      onJudged(exchange, judgement) {
        count.see(exchange, judgement);
        shapes?.see(exchange, contract);
      },
      onProgress(progress) {
        at = `${progress.done} of ${progress.of} parts of the plan`;
        tell.progress(progress);
      },
      onWait: tell.wait,
      onLeftBehind: (url, why) => leftBehind.push(`Left behind  ${visibleText(url)}: ${visibleText(why)}\n`),
    });
    for await (const judgement of judged) {
      judgements.push(kept(judgement));
      onJudgement(judgement);
    }
  } catch (error) {
    if (judgements.length === 0) throw error;
    // What was stopped may fail in any way.
    if (ended === undefined) failure = error;
    ended ??= `it could not go on behind ${at}`;
  } finally {
    // Nothing that is still under way keeps the program from its end.
    stop.abort();
    terminal.progress("");
    for (const line of leftBehind) terminal.out(line);
  }
  const { floor, shard } = settings;
  const whole: Pick<ReportInput, "coverage" | "shard"> = shard
    ? {
        shard: {
          ...shardDetail(shard, settings, contract, tokens.describes),
          coverage: count.counted(),
          judgements,
        },
      }
    : { coverage: { ...count.coverage(), floor } };
  const isPart = shard !== undefined || settings.include.length + settings.exclude.length > 0;
  const report = conformanceReport({
    ...shown,
    judgements,
    basis: gateBasis(settings, contract),
    ...whole,
    ...(isPart ? { unjudged: "part" as const } : {}),
    ...(ended === undefined ? {} : { partial: ended }),
    now: terminal.now,
  });
  return {
    report,
    ...(shapes ? { shapes: shapes.profile() } : {}),
    ...(failure === undefined ? {} : { failure }),
  };
}

/** What a gate is judged by, and needs. @throws UsageError for a choice that names no operation */
export function gateBasis(settings: GateSettings, contract: Contract): Basis {
  const rules = catalogue.filter((rule) => severityOf(rule, "tenant") !== undefined).map(({ id }) => id);
  return { rules: rules.sort(), permissions: neededPermissions(contract, settings) };
}

/** What a gate would do. It signs in, to say what the token may do, and asks nothing else. @throws UsageError */
export async function planRun(settings: GateSettings, contract: Contract): Promise<GatePlan> {
  const stop = new AbortController();
  try {
    const tokens = signIn(settings, httpTransport(undefined, proxyAgents(settings.proxy)), stop.signal);
    return planGate(contract, settings, tokenClaims(await tokens.token()));
  } finally {
    stop.abort();
  }
}

/** The contract of the pages in some folders, of a `contract.json`, or of those that come with the tool. @throws UsageError */
export async function gateContract(
  paths: readonly string[],
  version: GraphVersion,
  files: readonly string[] = [],
): Promise<Contract> {
  const docs = paths.length > 0 ? paths : [shortPath(ownPages)];
  const contract = (await readBasis(docs, { metadata: files, version })).contract(version);
  if (contract.operations.length > 0) return contract;
  throw new UsageError(`nothing of ${version} in ${paths.join(", ")} documents a request`);
}

/** A path below the current folder as people write it there: an absolute one tells whose machine it is. */
function shortPath(path: string): string {
  const below = relative(process.cwd(), path);
  return below.startsWith("..") || isAbsolute(below) ? path : below;
}
