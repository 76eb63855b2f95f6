import { describe, expect, it } from "vitest";
import type { ReceivedMessage } from "../../../src/http/received-message.ts";
import { renderMarkdown } from "../../../src/report/markdown.ts";
import { renderTerminal } from "../../../src/report/terminal/render-terminal.ts";
import { contractOfPages } from "../../support/asked.ts";
import { apiPage, resourcePage } from "../../support/page-text.ts";
import {
  type Answering,
  contractWith,
  envelope,
  gated,
  honest,
  json,
  listOfRuns,
  oneList,
  promises,
} from "./gated.ts";

const inside = JSON.stringify({ errorCode: "PermissionScopeNotGranted", message: "Authorization failed." });
const scopes = JSON.stringify({ message: "The call must have one of the following scopes: Run.Read.All" });

/** A list whose page asks for a header, and shows a query. */
function chatsOf(query: string, headers: readonly string[]) {
  const table = "|Header|Value|\n|:---|:---|\n|ConsistencyLevel|eventual. Required with `$filter`.|";
  const request = [`GET https://graph.microsoft.com/v1.0/chats?${query}`, ...headers].join("\n");
  const body = JSON.stringify({ value: [{ id: "String" }] });
  return contractOfPages({
    "resources/chat.md": resourcePage("chat", {
      properties: ["|id|String|The key.|"],
      json: { id: "String" },
    }),
    "api/chat-list.md": apiPage("List chats", "GET /chats", {
      body: `Nothing.\n\n## Request headers\n\n${table}`,
      response: "`200 OK` and a collection of [chat](../resources/chat.md) objects",
      examples: [[request, `HTTP/1.1 200 OK\nContent-type: application/json\n\n${body}`]],
    }),
  });
}

describe("the end of a gate", () => {
  it("is 0 for a tenant that keeps its promises", async () => {
    expect(await gated(honest)).toMatchObject({ code: 0, found: [], missing: [] });
  });

  // A row for each of the answers that real tenants were seen to give.
  it.each<[reason: string, status: number, body: unknown, headers?: Record<string, string>]>([
    [
      "missing-permission",
      403,
      envelope("Access denied", "Insufficient privileges … use the APIs of Lifecycle Workflows"),
    ],
    ["missing-permission", 403, envelope("Authorization_RequestDenied")],
    ["missing-permission", 403, envelope("Authentication_MSGraphPermissionMissing")],
    ["missing-permission", 403, envelope("accessDenied")],
    ["missing-permission", 403, envelope("UnAuthorized", "Reason: The caller is not authorized.")],
    ["missing-permission", 403, envelope("UnknownError", inside)],
    ["missing-permission", 400, envelope("UnknownError", inside)],
    ["missing-permission", 403, envelope("Forbidden", scopes)],
    ["missing-permission", 401, envelope("Unauthorized", "Permission denied.")],
    ["missing-permission", 412, envelope("X", "It is not supported in delegated context.")],
    ["not-licensed", 403, envelope("NoLicense", "Tenant does not meet license requirement!")],
    ["not-licensed", 400, envelope("AadPremiumLicenseRequired")],
    ["not-licensed", 400, envelope("BadRequest", "Tenant does not have a SPO license.")],
    ["not-licensed", 403, envelope("NoLicenseForOperation")],
    ["not-licensed", 403, envelope("Forbidden", "Failed to get license information")],
    ["not-licensed", 403, envelope("Unauthorized", "", { innerError: { code: "EmptyServicePlans" } })],
    ["not-licensed", 402, ""],
    ["not-licensed", 403, envelope("Authentication_RequestFromNonPremiumTenantOrB2CTenant")],
    ["not-licensed", 400, envelope("SomethingNew", "A licence of another kind is wanted.")],
    ["not-licensed", 403, envelope("LicenceOfAnotherKindIsWanted")],
    ["not-available", 400, envelope("BadRequest", "Request not applicable to target tenant.")],
    ["not-available", 404, envelope("TenantNotFound")],
    ["not-available", 404, envelope("MailboxNotEnabledForRESTAPI")],
    ["not-available", 404, envelope("ErrorNonExistentStorage")],
    ["not-available", 403, envelope("Forbidden", "The feature is not enabled for this tenant.")],
    ["not-available", 400, envelope("BadRequest", "Resource not found for the segment 'groups'.")],
    ["not-available", 404, envelope("BadRequest", "Resource not found for the segment 'groups'.")],
    [
      "not-available",
      400,
      envelope("Request_UnsupportedQuery", "Direct queries to this resource type are not supported."),
    ],
    ["not-available", 410, ""],
    ["not-available", 400, envelope("BadRequest", "This endpoint has been retired.")],
    ["no-credentials", 401, ""],
    ["no-credentials", 401, envelope("InvalidAuthenticationToken", "The token is expired.")],
    ["throttled", 429, "", { "Retry-After": "nonsense" }],
    ["throttled", 429, envelope("ActivityLimitReached")],
    ["throttled", 503, "", { "Retry-After": "0.5" }],
    ["throttled", 504, ""],
    ["throttled", 509, envelope("")],
    ["service-error", 500, envelope("")],
    ["service-error", 502, "Bad gateway"],
  ])("is 0 where one list is %s by %i %j: the rest is verified, and nobody loses why", async (...row) => {
    const [reason, status, body, headers] = row;
    const { code, found, reasons, missing, report } = await gated(oneList(json(status, body, headers)));
    expect([code, found]).toEqual([0, []]);
    expect(reasons).toContain(reason);
    expect(missing).toEqual(["GET /groups"]);
    expect(renderTerminal(report, { colour: false })).toMatch(
      new RegExp(`^Not verified +\\d+ ${reason}: [^]*^Nothing of +GET /groups$`, "m"),
    );
    expect(renderMarkdown(report)).toContain("- GET /groups");
  });

  it.each<[what: string, answer: ReceivedMessage]>([
    ["an error that no tenant explains", json(400, envelope("BadRequest", "No."))],
    ["another error", json(409, envelope("Conflict"))],
    ["a query that is not supported, where none was needed", json(400, envelope("Request_UnsupportedQuery"))],
    ["a redirection to another host", json(302, "", { Location: "https://elsewhere.example/v1.0/groups" })],
    ["an error with the status of a success", json(200, envelope("BadRequest", "No."))],
  ])("is 1 for %s", async (_, answer) => {
    expect((await gated(oneList(answer))).code).toBe(1);
  });

  it("keeps the code in sight where no row names it, and the least privileged permission", async () => {
    const said = async (body: unknown) =>
      (await gated((path, sent) => (path === "/runs" ? json(403, body) : honest(path, sent)))).said;
    expect(await said(envelope("LicenceOfAnotherKindIsWanted"))).toContainEqual(
      expect.stringContaining("403 Forbidden (LicenceOfAnotherKindIsWanted) came back"),
    );
    expect(await said(envelope("accessDenied"))).toContainEqual(
      expect.stringMatching(
        /lacks a permission; the least privileged that the page names is Run\.Read\.All for an application/,
      ),
    );
    expect(await said(envelope("Authentication_RequestFromNonPremiumTenantOrB2CTenant"))).toContainEqual(
      expect.stringContaining("Directory.Read.All"),
    );
  });

  it("is 0 for a refusal in a cloud of which the page says that it has it not, and 1 elsewhere", async () => {
    const page = promises(true, 4);
    const clouds = [{ name: "global" as const, available: false, location: page.location }];
    const refused: Answering = (path, sent) =>
      path === "/chats" ? json(400, envelope("BadRequest", "No.")) : honest(path, sent);
    const chats = { method: "GET", path: "/chats", ...page };
    const there = await gated(refused, { contract: contractWith({ ...chats, clouds }) });
    expect(there).toMatchObject({ code: 0, found: [], missing: ["GET /chats"] });
    expect(there.reasons).toContain("not-available");
    expect(await gated(refused, { contract: contractWith(chats) })).toMatchObject({ code: 1 });
  });

  it("is 0 for an unsupported query without what its page asks for, and 1 where the request had it all", async () => {
    const unsupported: Answering = (path, { url }) => {
      if (path !== "/chats") return honest(path, { url, method: "GET", headers: {} });
      if (url.search === "") return listOfRuns(path, [{ id: "a1" }]);
      return json(400, envelope("Request_UnsupportedQuery", "Unsupported or invalid query filter clause."));
    };
    const shown = (query: string, ...headers: readonly string[]) =>
      gated(unsupported, { floor: 0, contract: chatsOf(query, headers) });
    const consistent = "ConsistencyLevel: eventual";
    expect(await shown("$filter=id eq 'a1'")).toMatchObject({ code: 0, found: [] });
    expect(await shown("$filter=id eq 'a1'", consistent)).toMatchObject({ code: 0, found: [] });
    expect(await shown("$filter=id eq 'a1'&$count=true")).toMatchObject({ code: 0, found: [] });
    expect(await shown("$filter=id eq 'a1'&$count=true", consistent)).toMatchObject({
      code: 1,
      found: ["query/capability"],
    });
  });

  it("is 1 where what was listed cannot be read, by any replica", async () => {
    let asked = 0;
    const late: Answering = (path, sent) =>
      path === "/runs/a1" && ++asked === 1 ? json(404, envelope("NotFound")) : honest(path, sent);
    expect(await gated(late)).toMatchObject({ code: 0, found: [] });
    const never: Answering = (path, sent) =>
      path.startsWith("/runs/") ? json(404, envelope("NotFound", "No.")) : honest(path, sent);
    expect(await gated(never)).toMatchObject({ code: 1, found: ["http/status"] });
  });

  it.each<[what: string, answer: Answering]>([
    ["everything is forbidden", () => json(403, envelope("accessDenied"))],
    ["nothing is found", () => json(404, envelope("NotFound", "No."))],
    ["nothing is licensed", () => json(400, envelope("AadPremiumLicenseRequired"))],
    ["everything is throttled", () => json(429, "", { "Retry-After": "5" })],
    ["everything fails", () => json(500, envelope("generalException"))],
    [
      "nothing is there",
      (path, sent) => (path.startsWith("/runs/") ? honest(path, sent) : listOfRuns(path, [])),
    ],
  ])("is 1 where %s: nothing is broken, and less verified than the floor", async (_, answer) => {
    const { code, found } = await gated(answer);
    expect([code, found]).toEqual([1, []]);
  });
});
