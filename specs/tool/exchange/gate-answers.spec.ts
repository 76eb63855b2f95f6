import { describe, expect, it } from "vitest";
import { givenToken } from "../../../src/exchange/service/transport/sign-requests.ts";
import type { Transport } from "../../../src/exchange/service/transport/transport.ts";
import { countCoverage } from "../../../src/exchange/tenant/floor.ts";
import { judgeTenant } from "../../../src/exchange/tenant/gate.ts";
import type { GateSettings } from "../../../src/exchange/tenant/gate-settings.ts";
import type { ReceivedMessage } from "../../../src/http/received-message.ts";
import { failedIn, notVerifiedIn } from "../../../src/report/counts.ts";
import { makeReport } from "../../../src/report/make-report.ts";
import { exitCode } from "../../../src/report/verdict.ts";
import { contractOf } from "../../support/contract-of.ts";
import { quickClock } from "../../support/quick-clock.ts";
import { listOf } from "../../support/service.ts";
import { gateSettings } from "../../support/tenant.ts";

const file = "v1.0/api/run-list.md";
const at = (line: number) => ({ file, line, column: 1 });
const promises = (collection: boolean, line: number) => {
  const body = { kind: "type", name: "microsoft.graph.run", collection } as const;
  return { file, location: at(line), responses: [{ status: 200, body, location: at(line) }] };
};

/** Two lists, and the items of one. */
const contract = contractOf({
  types: { run: { keyProperty: "id", properties: { id: "Edm.String" } } },
  operations: [
    {
      method: "GET",
      path: "/runs",
      ...promises(true, 1),
      permissions: [{ scheme: "application", permissions: ["Run.Read.All"], location: at(1) }],
    },
    { method: "GET", path: "/runs/{id}", ...promises(false, 2) },
    { method: "GET", path: "/groups", ...promises(true, 3) },
  ],
});

type Answering = (path: string) => ReceivedMessage | Promise<never>;

const json = (status: number, body: unknown, headers: Record<string, string> = {}): ReceivedMessage => ({
  status,
  reason: "",
  headers: Object.entries({ "Content-Type": "application/json", ...headers }),
  body: body === "" ? "" : JSON.stringify(body),
});
const envelope = (code: string, message = "") => ({ error: { code, message } });
const refusal = json(401, envelope("InvalidAuthenticationToken"), { "WWW-Authenticate": "Bearer" });
const context = "https://graph.tenant.example/v1.0/$metadata#";

/** As the pages promise it. */
const honest: Answering = (path) => {
  if (path === "/runs/a1") return json(200, { "@odata.context": `${context}runs/$entity`, id: "a1" });
  if (path.startsWith("/runs/")) return json(404, envelope("NotFound", "No such run."));
  return json(200, { "@odata.context": `${context}${path.slice(1)}`, value: [{ id: "a1" }] });
};

const emptyList = (path: string) => ({ "@odata.context": `${context}${path.slice(1)}`, value: [] });

/** Gates a tenant: what comes out of it, and how it ends. */
async function gated(answer: Answering, given: Partial<GateSettings> = {}) {
  let sent = 0;
  const transport: Transport = async (url, { headers }) => {
    sent++;
    return headers.Authorization === undefined ? refusal : answer(url.pathname.slice("/v1.0".length));
  };
  const count = countCoverage(contract, () => true);
  const way = { contract, tokens: givenToken("a.token"), key: "a key", transport, clock: quickClock() };
  const settings = gateSettings({ ...given });
  const judgements = await listOf(judgeTenant(settings, { ...way, onJudged: count.see }));
  const about = { tool: { name: "", version: "" }, rules: [], inputs: [], node: "", platform: "" };
  const today = { today: "2026-01-01", now: "2026-01-01T00:00:00.000Z", failOn: "error" } as const;
  const coverage = { ...count.coverage(), floor: settings.floor };
  const report = makeReport({ ...about, ...today, judgements, coverage });
  const unverified = judgements.flatMap(notVerifiedIn);
  return {
    code: exitCode(report),
    sent,
    found: judgements.flatMap((one) => failedIn(one, "fail")).map(({ rule }) => rule),
    reasons: new Set<string>(unverified.map(({ reason }) => reason)),
    said: unverified.map(({ message }) => message),
    operations: new Set(judgements.map(({ subject }) => subject.id)),
  };
}

/** One list answers so, and all else as it should. */
const oneList =
  (answer: ReceivedMessage): Answering =>
  (path) =>
    path === "/groups" ? answer : honest(path);

describe("the end of a gate", () => {
  it("is 0 for a tenant that keeps its promises", async () => {
    expect(await gated(honest)).toMatchObject({ code: 0, found: [] });
  });

  it.each<[reason: string, answer: ReceivedMessage]>([
    ["missing-permission", json(403, envelope("Access denied", "Insufficient privileges to complete"))],
    ["missing-permission", json(403, envelope("Authorization_RequestDenied"))],
    ["missing-permission", json(403, envelope("Authentication_MSGraphPermissionMissing"))],
    ["missing-permission", json(403, envelope("UnknownError", '{"errorCode":"PermissionScopeNotGranted"}'))],
    ["missing-permission", json(401, envelope("Unauthorized", "Permission denied."))],
    ["missing-permission", json(412, envelope("X", "It is not supported in delegated context."))],
    ["not-licensed", json(403, envelope("NoLicense", "Tenant does not meet license requirement!"))],
    ["not-licensed", json(400, envelope("AadPremiumLicenseRequired"))],
    ["not-licensed", json(402, "")],
    ["not-licensed", json(403, envelope("Authentication_RequestFromNonPremiumTenantOrB2CTenant"))],
    ["not-available", json(400, envelope("BadRequest", "Request not applicable to target tenant."))],
    ["not-available", json(404, envelope("TenantNotFound"))],
    ["not-available", json(400, envelope("BadRequest", "Resource not found for the segment 'groups'."))],
    [
      "not-available",
      json(
        400,
        envelope("Request_UnsupportedQuery", "Direct queries to this resource type are not supported."),
      ),
    ],
    ["not-available", json(410, "")],
    ["no-credentials", json(401, "")],
    ["throttled", json(429, "", { "Retry-After": "nonsense" })],
    ["throttled", json(503, "", { "Retry-After": "0.5" })],
    ["throttled", json(504, "")],
    ["throttled", json(509, envelope(""))],
    ["service-error", json(500, envelope(""))],
  ])("is 0 where one resource is %s, and names it: %o", async (reason, answer) => {
    const { code, found, reasons, operations } = await gated(oneList(answer));
    expect([code, found]).toEqual([0, []]);
    expect(reasons).toContain(reason);
    expect(operations).toContain("GET /groups");
  });

  it.each<[what: string, answer: ReceivedMessage]>([
    ["an error that no tenant explains", json(400, envelope("BadRequest", "No."))],
    ["another error", json(409, envelope("Conflict"))],
    ["a redirection to another host", json(302, "", { Location: "https://elsewhere.example/v1.0/groups" })],
    ["an error with the status of a success", json(200, envelope("BadRequest", "No."))],
  ])("is 1 for %s", async (_, answer) => {
    expect((await gated(oneList(answer))).code).toBe(1);
  });

  it("is 1 where what was listed cannot be read, by any replica", async () => {
    let asked = 0;
    const late: Answering = (path) =>
      path === "/runs/a1" && ++asked === 1 ? json(404, envelope("NotFound")) : honest(path);
    expect(await gated(late)).toMatchObject({ code: 0, found: [] });
    const never: Answering = (path) =>
      path.startsWith("/runs/") ? json(404, envelope("NotFound", "No.")) : honest(path);
    expect(await gated(never)).toMatchObject({ code: 1, found: ["http/status"] });
  });

  it.each<[what: string, answer: Answering]>([
    ["everything is forbidden", () => json(403, envelope("accessDenied"))],
    ["nothing is found", () => json(404, envelope("NotFound", "No."))],
    ["everything is throttled", () => json(429, "", { "Retry-After": "5" })],
    ["everything fails", () => json(500, envelope("generalException"))],
    ["nothing is there", (path) => (path.startsWith("/runs/") ? honest(path) : json(200, emptyList(path)))],
  ])("is 1 where %s: nothing is broken, and less verified than the floor", async (_, answer) => {
    const { code, found } = await gated(answer);
    expect([code, found]).toEqual([1, []]);
  });

  it("is 1 where the budget does not reach, and nothing more is sent", async () => {
    const { code, found, sent, said } = await gated(honest, { budget: 1 });
    expect([code, found, sent]).toEqual([1, [], 1]);
    expect(said).toContain("not asked: the budget of 1 request is used up");
  });

  it("comes in time where a service is reset or silent for ever", async () => {
    const reset: Answering = (path) =>
      path === "/groups" ? Promise.reject(new Error("read ECONNRESET")) : honest(path);
    const { code, found, reasons, sent } = await gated(reset);
    expect([code, found]).toEqual([0, []]);
    expect(reasons).toContain("service-error");
    expect(sent).toBeLessThan(30);
  });
});
