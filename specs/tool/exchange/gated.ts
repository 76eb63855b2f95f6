import { UsageError } from "../../../src/base/usage-error.ts";
import type { Contract } from "../../../src/contract/contract.ts";
import { givenToken, type TokenSource } from "../../../src/exchange/service/transport/sign-requests.ts";
import type { Message, Transport } from "../../../src/exchange/service/transport/transport.ts";
import { countCoverage } from "../../../src/exchange/tenant/floor.ts";
import { judgeTenant } from "../../../src/exchange/tenant/gate.ts";
import type { GateSettings } from "../../../src/exchange/tenant/gate-settings.ts";
import type { ReceivedMessage } from "../../../src/http/received-message.ts";
import { failedIn, notVerifiedIn } from "../../../src/report/counts.ts";
import { makeReport } from "../../../src/report/make-report.ts";
import type { Report } from "../../../src/report/report.ts";
import { exitCode } from "../../../src/report/verdict.ts";
import type { Judgement } from "../../../src/rules/assertion.ts";
import { type ContractSketch, contractOf } from "../../support/contract-of.ts";
import { quickClock } from "../../support/quick-clock.ts";
import { gateSettings } from "../../support/tenant.ts";

const file = "v1.0/api/run-list.md";
const at = (line: number) => ({ file, line, column: 1 });

/** A page that promises a run, or a list of them. */
export const promises = (collection: boolean, line: number, status = 200) => {
  const body = { kind: "type", name: "microsoft.graph.run", collection } as const;
  return { file, location: at(line), responses: [{ status, body, location: at(line) }] };
};

const types: ContractSketch["types"] = { run: { keyProperty: "id", properties: { id: "Edm.String" } } };

const twoLists: NonNullable<ContractSketch["operations"]> = [
  {
    method: "GET",
    path: "/runs",
    ...promises(true, 1),
    permissions: [{ scheme: "application", permissions: ["Run.Read.All"], location: at(1) }],
  },
  { method: "GET", path: "/runs/{id}", ...promises(false, 2) },
  { method: "GET", path: "/groups", ...promises(true, 3) },
];

/** Two lists, and the items of one, and what else is promised. */
export const contractWith = (...operations: typeof twoLists): Contract =>
  contractOf({ types, operations: [...twoLists, ...operations] });

/** Answers a path below the version; what it throws is what the connection does. */
export type Answering = (
  path: string,
  sent: Message & { readonly url: URL },
) => ReceivedMessage | Promise<ReceivedMessage>;

export const json = (
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): ReceivedMessage => ({
  status,
  reason: "",
  headers: Object.entries({ "Content-Type": "application/json", ...headers }),
  body: body === "" ? "" : JSON.stringify(body),
});
export const envelope = (code: string, message = "", rest: object = {}) => ({
  error: { code, message, ...rest },
});
export const refusal = json(401, envelope("InvalidAuthenticationToken"), { "WWW-Authenticate": "Bearer" });
export const origin = "https://graph.tenant.example";
const context = `${origin}/v1.0/$metadata#`;

export const listOfRuns = (path: string, value: readonly object[], rest: object = {}) =>
  json(200, { "@odata.context": `${context}${path.slice(1)}`, ...rest, value });

/** As the pages promise it. */
export const honest: Answering = (path) => {
  if (path === "/runs/a1") return json(200, { "@odata.context": `${context}runs/$entity`, id: "a1" });
  if (path.startsWith("/runs/")) return json(404, envelope("NotFound", "No such run."));
  return listOfRuns(path, [{ id: "a1" }]);
};

/** One list answers so, and all else as it should. */
export const oneList =
  (answer: ReceivedMessage | Answering): Answering =>
  (path, sent) => {
    if (path !== "/groups") return honest(path, sent);
    return typeof answer === "function" ? answer(path, sent) : answer;
  };

interface Given extends Partial<GateSettings> {
  readonly contract?: Contract;
  readonly tokens?: TokenSource;
}

/** Gates a tenant: what comes out of it, and how it ends. What ends it before any judgement is said, with 2. */
export async function gated(answer: Answering, { contract = contractWith(), tokens, ...given }: Given = {}) {
  let sent = 0;
  const transport: Transport = async (url, message) => {
    sent++;
    const path = url.pathname.slice("/v1.0".length);
    return message.headers.Authorization === undefined ? refusal : answer(path, { ...message, url });
  };
  const count = countCoverage(contract, () => true);
  const signer = tokens ?? givenToken("a.token");
  const left: string[] = [];
  const onLeftBehind = (url: string, why: string) => left.push(`${url.replace(/^.*\/v1\.0/, "")}: ${why}`);
  const way = { contract, tokens: signer, key: "a key", transport, onLeftBehind, clock: quickClock() };
  const settings = gateSettings({ ...given });
  const judgements: Judgement[] = [];
  let ended: string | undefined;
  try {
    for await (const one of judgeTenant(settings, { ...way, onJudged: count.see })) judgements.push(one);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    ended = error.message;
  }
  const coverage = { ...count.coverage(), floor: settings.floor };
  const report = reportOf(judgements, coverage, ended);
  const unverified = judgements.flatMap(notVerifiedIn);
  return {
    code: ended === undefined ? exitCode(report) : 2,
    ended,
    report,
    sent,
    found: judgements.flatMap((one) => failedIn(one, "fail")).map(({ rule }) => rule),
    reasons: new Set<string>(unverified.map(({ reason }) => reason)),
    said: unverified.map(({ message }) => message),
    operations: new Set(judgements.map(({ subject }) => subject.id)),
    missing: coverage.operations.missing,
    left,
  };
}

function reportOf(
  judgements: readonly Judgement[],
  coverage: NonNullable<Report["coverage"]>,
  partial: string | undefined,
): Report {
  const about = { tool: { name: "", version: "" }, rules: [], inputs: [], node: "", platform: "" };
  const today = { today: "2026-01-01", now: "2026-01-01T00:00:00.000Z", failOn: "error" } as const;
  return makeReport({
    ...about,
    ...today,
    judgements,
    coverage,
    ...(partial === undefined ? {} : { partial }),
  });
}
