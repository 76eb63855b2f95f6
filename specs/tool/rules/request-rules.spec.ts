import { describe, expect, it } from "vitest";
import { body } from "../../../src/rules/request/body.ts";
import { malformed } from "../../../src/rules/request/malformed.ts";
import { notDocumented } from "../../../src/rules/request/not-documented.ts";
import { optionNotSupported } from "../../../src/rules/request/option-not-supported.ts";
import { placeholder } from "../../../src/rules/request/placeholder.ts";
import { version } from "../../../src/rules/request/version.ts";
import type { RequestRule } from "../../../src/rules/rule.ts";
import { type ExampleSketch, exampleOf, page, pagesWith } from "../../support/example-of.ts";
import { inShort } from "../../support/pages-of.ts";

const graph = "https://graph.microsoft.com/v1.0";

/** The rule's verdict on a request, which begins in line 40. */
function judging(rule: RequestRule) {
  return (request: string, sketch: ExampleSketch = {}) =>
    inShort(rule.judge(exampleOf({ ...sketch, request })));
}

describe("request/malformed", () => {
  const judge = judging(malformed);

  it.each([
    `GET ${graph}/me`,
    "GET /me",
    "GET me/messages",
    "GET {{host}}/me",
    `GET ${graph}/me?$filter=a%20eq%20'b'`,
  ])("passes %s", (request) => expect(judge(request)).toEqual([]));

  it("warns of raw spaces once, at the first", () => {
    expect(judge(`GET ${graph}/me?$filter=a eq 'b c'`)).toEqual([
      "fail 40:50 the URL has a raw space, which ends a request line; it is written %20",
    ]);
    const verdicts = malformed.judge(exampleOf({ request: `GET ${graph}/me?$filter=a eq 'b'` }));
    expect(verdicts).toMatchObject([{ severity: "warning" }]);
  });

  it("lets a placeholder have spaces", () => {
    expect(judge(`GET ${graph}/organization/{tenant id}/branding`)).toEqual([]);
  });

  it("is a flaw of the page where a request has no URL: what cannot be read is no example", () => {
    const { examples, flaws } = pagesWith({ request: "GET ** Item URI for run not found" }).page(page);
    expect(examples.filter(({ request }) => request)).toEqual([]);
    expect(flaws).toMatchObject([
      {
        rule: "request/malformed",
        message: '"GET ** Item URI for run not found" is no request line; a method and a URL are expected',
        span: { start: { line: 40 } },
      },
    ]);
  });
});

describe("request/not-documented", () => {
  const judge = judging(notDocumented);
  const documented = (templates: string, request: string) => judge(request, { templates });

  it.each([
    ["GET /teams/{id}/runs/", `GET ${graph}/teams/7/runs`],
    ["GET /users/{id | userPrincipalName}/messages", `GET ${graph}/me/messages`],
    ["GET /me/messages", `GET ${graph}/users('a@b.com')/messages/`],
    ["GET /education/users/{id}/classes", `GET ${graph}/education/me/classes`],
    ["GET /teams/{id}/runs", `GET ${graph}/teams/7/runs/$count`],
    ["GET /groups/{id}/members", `GET ${graph}/groups/7/members/microsoft.graph.user?$count=true`],
    [
      "GET /runs/summary(startDateTime={TimeStamp},endDateTime={TimeStamp})",
      `GET ${graph}/runs/summary(startDateTime=2022-07-20T00:00:00Z,endDateTime=2022-07-23T00:00:00Z)`,
    ],
    ["GET /sheets/{id|name}/range(<address>)/format", `GET ${graph}/sheets/1/range(address='A1:B2')/format`],
    ["GET /users/delta", `GET ${graph}/users/microsoft.graph.delta()`],
    ["GET /sites/{hostname}:/{server-relative-path}", `GET ${graph}/sites/contoso.sharepoint.com:/teams/hr`],
    ["GET /drives/{drive-id}/items/{item-id}/children", `GET ${graph}/me/drive/root:/a/b.txt:/children`],
    ["GET /me/drive/root:/{item-path}:/workbook", `GET ${graph}/drive/items/1/workbook`],
    [
      "GET /me/contactFolders/{id}/childFolders/{id}/.../contacts/{id}",
      `GET ${graph}/me/contactFolders/1/childFolders/2/childFolders/3/contacts/4`,
    ],
    ["GET /domains/contoso.com/records", `GET ${graph}/domains/{domain-name}/records`],
    ["GET /teams/(team-id)/runs", `GET ${graph}/teams/7/runs`],
    ["GET /sites/root", `GET ${graph}/sites/{site-id}`],
    ["GET /connections/{id}/$ref", `GET https://graph.microsoft.us/v1.0/connections/1/$ref`],
  ])("takes %s for the documentation of %s", (template, request) => {
    expect(documented(template, request)).toEqual([]);
  });

  it.each([
    ["GET /workflow/results", `GET ${graph}/workflows/7/results`],
    ["DELETE /teams/{id}/members/{id}/$ref", `DELETE ${graph}/teams/7/members/1`],
    ["PUT /teams/{id}/runs/{id}", `PATCH ${graph}/teams/7/runs/1`],
    ["GET /teams/{id}/runs", `GET ${graph}/teams/7/runs/19-1`],
    ["DELETE /me/calendars/{id}", `DELETE ${graph}/me/calendar`],
    ["GET /users/{id}", `GET ${graph}/users/delta`],
  ])("does not take %s for the documentation of %s", (template, request) => {
    const [finding] = documented(template, request);
    expect(finding).toMatch(
      /^fail 40:\d+ ".+" is no HTTP request of the page; it documents ".+" \(team-list-runs\.md:5\)$/,
    );
  });

  it("names the request and what the page documents", () => {
    expect(documented("GET /run/tasks\nPOST /run/tasks", `GET ${graph}/runs/7/tasks?$top=1`)).toEqual([
      'fail 40:5 "GET /runs/7/tasks" is no HTTP request of the page; it documents "GET /run/tasks" (team-list-runs.md:5) and 1 more',
    ]);
  });

  it("gives the examples of one wrong template one cause", () => {
    const causes = [7, 8].map((id) => {
      const verdicts = notDocumented.judge(
        exampleOf({ templates: "GET /run/tasks", request: `GET ${graph}/runs/${id}/tasks` }),
      );
      return verdicts === "not-applicable"
        ? undefined
        : verdicts.map((outcome) => outcome.status === "fail" && outcome.cause?.id);
    });
    expect(causes).toEqual([
      ["not-documented team-list-runs.md GET /runs/{}/tasks"],
      ["not-documented team-list-runs.md GET /runs/{}/tasks"],
    ]);
  });

  it("only warns of names behind a documented path", () => {
    const verdicts = notDocumented.judge(
      exampleOf({ templates: "GET /shares/{id}", request: `GET ${graph}/shares/7/driveItem` }),
    );
    expect(verdicts).toMatchObject([
      {
        severity: "warning",
        message: 'the page documents "GET /shares/{id}", but not "/driveItem" behind it',
      },
    ]);
  });

  it("warns of a key with a name where the page documents others of the same collection, and not this one", () => {
    const keyed = "GET /teams/{id}/runs\nGET /teams(code='{code}')/runs";
    expect(documented(keyed, `GET ${graph}/teams(site='a')/runs`)).toEqual([
      'fail 40:5 the page documents no key "site" of teams; it documents "code"',
    ]);
    expect(documented(keyed, `GET ${graph}/teams(Code='a')/runs`)).toEqual([]);
    expect(documented(keyed, `GET ${graph}/teams('a')/runs`)).toEqual([]);
    expect(documented("GET /teams/{id}/runs", `GET ${graph}/teams(site='a')/runs`)).toEqual([]);
    const called = "GET /runs/last(period='{period}')\nGET /runs/last(date={date})";
    expect(documented(called, `GET ${graph}/runs/last(date='2024-02-29')`)).toEqual([]);
  });

  it("reports a host that only looks like Graph's, and judges no other host", () => {
    expect(judge("GET https://canary.graph.microsoft.com/v1.0/teams/7/runs")).toEqual([
      "fail 40:5 the URL goes to canary.graph.microsoft.com, which is no public Graph endpoint",
    ]);
    expect(judge("POST https://bot.contoso.com/api/calls")).toBe("not-applicable");
  });

  it("takes a request without a host for a template of its own", () => {
    expect(judge("GET /sites/{siteId}/drives")).toBe("not-applicable");
  });
});

describe("request/version", () => {
  const judge = judging(version);

  it("passes the page's version in its own letters", () => {
    expect(judge(`GET ${graph}/me`)).toEqual([]);
    expect(judge("GET https://graph.microsoft.com/V1.0/me")).toEqual([
      'fail 40:33 the URL names "V1.0"; the page is of v1.0',
    ]);
  });

  it("reports another version where it stands, and an absent one", () => {
    expect(judge("GET https://graph.microsoft.com/beta/me")).toEqual([
      'fail 40:33 the URL names "beta"; the page is of v1.0',
    ]);
    expect(judge("GET https://graph.microsoft.com/v1/me")).toEqual([
      'fail 40:33 the URL names "v1"; the page is of v1.0',
    ]);
    expect(judge("GET https://graph.microsoft.com/me")).toEqual([
      "fail 40:5 the URL names no version; the page is of v1.0",
    ]);
  });

  it("judges neither another host nor a path without version", () => {
    expect(judge("GET https://bot.contoso.com/beta/calls")).toBe("not-applicable");
    expect(judge("GET /me")).toBe("not-applicable");
  });
});

describe("request/option-not-supported", () => {
  const judge = judging(optionNotSupported);
  const runs = `GET ${graph}/teams/7/runs`;

  it("passes options that the page lists, in any spelling", () => {
    expect(judge(`${runs}?$SELECT=id&orderBy=id&$top=1`)).toEqual([]);
  });

  it("reports one that it does not list", () => {
    expect(judge(`${runs}?$select=id&$search="x"`)).toEqual([
      'fail 40:62 /query/$search "$search" is used; the page supports $count, $expand, $orderby, $select, $top',
    ]);
  });

  it("reports every option where none is supported", () => {
    expect(judge(`${runs}?$top=1`, { options: "Not supported." })).toEqual([
      'fail 40:51 /query/$top "$top" is used; the page says that query options are not supported',
    ]);
  });

  it("passes every option where the page supports them in general, and verifies none where it says nothing", () => {
    expect(
      judge(`${runs}?$search=x`, { options: "This method supports the OData query parameters." }),
    ).toEqual([]);
    expect(judge(`${runs}?$search=x`, { options: "" })).toEqual([
      'not-verified 40:51 whether "$search" is supported is not known: the page does not say',
    ]);
  });

  it("passes an option that a template shows", () => {
    expect(judge(`${runs}?$search=x`, { templates: "GET /teams/{id}/runs?$search={text}" })).toEqual([]);
  });

  it("reports a name that OData does not have, whatever the page says", () => {
    expect(judge(`${runs}?$orderbyname`, { options: "" })).toEqual([
      'fail 40:51 /query/$orderbyname "$orderbyname" is no OData query option',
    ]);
  });

  it("judges neither tokens nor options of the operation's own", () => {
    expect(judge(`${runs}?$skiptoken=x&startDateTime=2020-01-01`, { options: "Not supported." })).toBe(
      "not-applicable",
    );
  });
});

describe("request/body", () => {
  const judge = judging(body);
  const parameters = [
    ...["In the body, supply the parameters.", "", "|Parameter|Type|Description|", "|:---|:---|:---|"],
    "|force|Boolean|Forces.|\n|mode|String|The possible values are: `fast`, `slow`.|",
    "|owners|[user](../resources/user.md) collection|Owners.|\n|start|DateTimeOffset|Start.|",
  ].join("\n");
  // The body begins in line 43.
  const send = (text: string, type = "application/json") =>
    judge(`POST ${graph}/teams/7/runs\nContent-Type: ${type}\n\n${text}`, {
      templates: "POST /teams/{id}/runs",
      parameters,
    });

  it("passes documented types, null, placeholders of the page's own kind aside", () => {
    const value = { force: true, mode: "Fast", owners: [{ id: "1" }], start: null };
    expect(send(JSON.stringify(value))).toEqual([]);
  });

  it("reports a trailing comma and goes on", () => {
    expect(send('{ "force": "true", }')).toEqual([
      "fail 43:18 the request's body is not JSON: a comma before the closing bracket",
      expect.stringMatching(
        /^fail 43:12 \/force "force" is the string "true"; the page says Boolean \(team-list-runs.md:\d+\)$/,
      ),
    ]);
  });

  it("reports the first place that no repair repairs and nothing behind it", () => {
    expect(send('{ "force": tru, "start": 3 }')).toHaveLength(1);
  });

  it("reports broken types, formats and members at their pointers", () => {
    const places = (value: unknown) => {
      const outcomes = send(JSON.stringify(value));
      return outcomes === "not-applicable"
        ? []
        : outcomes.map((text) => text.split(" ").slice(0, 3).join(" "));
    };
    expect(places({ start: "yesterday" })).toEqual(["fail 43:10 /start"]);
    expect(places({ mode: "quick" })).toEqual(["fail 43:9 /mode"]);
    expect(places({ owners: { id: "1" } })).toEqual(["fail 43:11 /owners"]);
    expect(places({ owners: [{ id: 1 }] })).toEqual(["fail 43:18 /owners/0/id"]);
  });

  it("verifies no placeholder", () => {
    expect(send('{ "start": "String (timestamp)" }')).toEqual([
      expect.stringMatching(/^not-verified 43:12 \/start /),
    ]);
  });

  it("judges neither another media type nor a request without a body", () => {
    expect(send("[Zip file]", "application/zip")).toBe("not-applicable");
    expect(judge(`GET ${graph}/teams/7/runs`)).toBe("not-applicable");
  });
});

describe("request/placeholder", () => {
  const judge = judging(placeholder);

  it("lists the placeholders of a URL once, where the first stands", () => {
    expect(judge(`GET ${graph}/teams/{id}/runs/<run id>/{id}?$filter=a eq '{value}'`)).toEqual([
      "fail 40:44 the URL has placeholders where values should stand: {id}, <run id>, {value}",
    ]);
    expect(judge(`GET ${graph}/teams/%7Bid%7D/runs`)).toEqual([
      "fail 40:5 the URL has a placeholder where a value should stand: {id}",
    ]);
  });

  it("takes a GUID in braces for one where it is all that stands between two slashes", () => {
    const guid = "{66f5a359-4659-4830-9070-00047ec6ac6e}";
    for (const url of [`${graph}/teams/${guid}/runs`, `${graph}/teams/${guid}`, `/teams/${guid}?$top=1`])
      expect(judge(`GET ${url}`)).toEqual([expect.stringContaining(`should stand: ${guid}`)]);
  });

  it("passes values, a GUID in braces in the name of an extended property among them", () => {
    const guid = "{66f5a359-4659-4830-9070-00047ec6ac6e}";
    expect(judge(`GET ${graph}/me/messages?$expand=p($filter=id eq 'String ${guid} Name Color')`)).toEqual(
      [],
    );
  });
});
