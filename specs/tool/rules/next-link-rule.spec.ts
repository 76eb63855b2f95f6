import { describe, expect, it } from "vitest";
import { nextLink } from "../../../src/rules/odata/next-link.ts";
import { exampleOf, ok } from "../../support/example-of.ts";
import { inShort } from "../../support/pages-of.ts";

const graph = "https://graph.microsoft.com/v1.0";

function judge(link: string, url = `${graph}/teams/7/runs`) {
  const response = ok({ "@odata.nextLink": link, value: [{ id: "1" }] });
  return inShort(nextLink.judge(exampleOf({ request: `GET ${url}`, response })));
}

const at = "fail 64:22 /@odata.nextLink";

describe("odata/next-link", () => {
  it.each([
    ["the same path", `${graph}/teams/7/runs?$skiptoken=X`],
    ["the other notation of a key", `${graph}/teams('7')/runs?$skiptoken=X`],
    ["other letter case", `${graph}/Teams/7/Runs?$skip=10`],
    ["another way to the resource", `${graph}/groups('1')/team/runs?$skip=10`],
  ])("passes a link with %s", (_, link) => expect(judge(link)).toEqual([]));

  it("reports a relative link", () => {
    expect(judge("/v1.0/teams/7/runs?$skip=10")).toEqual([
      `${at} "@odata.nextLink" is relative: "/v1.0/teams/7/runs?$skip=10"`,
    ]);
  });

  it("reports another host, and takes any endpoint for a request without one", () => {
    expect(judge("https://elsewhere.example/v1.0/teams/7/runs?$skip=10")).toEqual([
      `${at} "@odata.nextLink" leads to elsewhere.example, not to graph.microsoft.com`,
    ]);
    expect(judge(`${graph}/teams/7/runs?$skip=10`, "/teams/7/runs")).toEqual([]);
  });

  it("reports another version, unless the request named it", () => {
    expect(judge("https://graph.microsoft.com/beta/teams/7/runs?$skip=10")).toEqual([
      `${at} "@odata.nextLink" leads to beta; the request is of v1.0`,
    ]);
    const beta = "https://graph.microsoft.com/beta/teams/7/runs";
    expect(judge(`${beta}?$skip=10`, beta)).toEqual([]);
  });

  it("reports another resource", () => {
    expect(judge(`${graph}/teams/7/reports?$skip=10`)).toEqual([
      `${at} "@odata.nextLink" leads to another resource: it ends in "reports", the request in "runs"`,
    ]);
  });

  it.each([
    ["delta?(token='X')", 'has "?" between the name of a function and its parameters'],
    ["delta(token='X')&$skiptoken=Y", 'has "&$skiptoken" where "?$skiptoken" begins the options'],
    ["delta&skipToken=Y", 'has "&skipToken" where "?skipToken" begins the options'],
  ])("reports the wrong mark before the query of %s", (end, problem) => {
    expect(judge(`${graph}/teams/7/runs/${end}`, `${graph}/teams/7/runs/delta`)).toEqual([
      `${at} "@odata.nextLink" ${problem}`,
    ]);
  });

  it.each(["delta(token='a&b=c')", "delta(token='X')?$top=1&$skiptoken=Y", "delta?token=(a)&b=c?(d"])(
    "takes the marks of %s as they are",
    (end) => expect(judge(`${graph}/teams/7/runs/${end}`, `${graph}/teams/7/runs/delta`)).toEqual([]),
  );

  it("reports a loop", () => {
    expect(judge(`${graph}/teams/7/runs?$top=1&$skip=1`, `${graph}/teams/7/runs?$skip=1&$top=1`)).toEqual([
      `${at} "@odata.nextLink" leads back to the request itself`,
    ]);
  });

  it("verifies no link that was left out or cut short", () => {
    expect(judge("https://...")).toEqual([
      'not-verified 64:22 /@odata.nextLink "@odata.nextLink" is a placeholder: https://...',
    ]);
  });

  it("judges nothing without a link", () => {
    expect(nextLink.judge(exampleOf({}))).toBe("not-applicable");
  });
});
