import { describe, expect, it } from "vitest";
import { ROOT } from "../../../src/contract/names/inheritance.ts";
import { contextHost } from "../../../src/rules/odata/context-host.ts";
import { contextPath } from "../../../src/rules/odata/context-path.ts";
import { contextRoot } from "../../../src/rules/odata/context-root.ts";
import { contextSelect } from "../../../src/rules/odata/context-select.ts";
import type { ExchangeRule } from "../../../src/rules/rule.ts";
import { exampleOf, metadata, ok } from "../../support/example-of.ts";
import { inShort } from "../../support/pages-of.ts";

const guid = (digit: number) => `00000000-0000-0000-0000-00000000000${digit}`;

/** The rule's verdict on a context, which stands in line 64, in the answer to a request below v1.0. */
function judging(rule: ExchangeRule, base = "https://graph.microsoft.com/v1.0") {
  return (context: string, path = "teams/7/runs") =>
    inShort(
      rule.judge(
        exampleOf({
          request: `GET ${base}/${path}`,
          response: ok({ "@odata.context": context, value: [{ id: "1" }] }),
        }),
      ),
    );
}

const at = "fail 64:21 /@odata.context";

describe("odata/context-host", () => {
  const judge = judging(contextHost);

  it("passes the endpoint that was asked, with or without its port", () => {
    expect(judge(`${metadata}teams('7')/runs`)).toEqual([]);
    expect(judge("https://GRAPH.microsoft.com:443/v1.0/$metadata#users")).toEqual([]);
  });

  it("reports a host that is no public endpoint", () => {
    expect(judge("https://canary.graph.microsoft.com/dev/$metadata#users")).toEqual([
      `${at} "@odata.context" names the host canary.graph.microsoft.com, which is no public Graph endpoint`,
    ]);
  });

  it("reports the endpoint of another cloud", () => {
    expect(judge("https://graph.microsoft.us/v1.0/$metadata#users")).toEqual([
      `${at} "@odata.context" names graph.microsoft.us, the endpoint of another cloud; the request went to graph.microsoft.com`,
    ]);
    expect(
      judging(
        contextHost,
        "https://graph.microsoft.us/v1.0",
      )("https://graph.microsoft.us/v1.0/$metadata#users"),
    ).toEqual([]);
  });

  it("lets a service on another address name itself or the public endpoint", () => {
    const local = judging(contextHost, "http://127.0.0.1:8080/v1.0");
    expect(local("http://127.0.0.1:8080/v1.0/$metadata#users")).toEqual([]);
    expect(local(`${metadata}users`)).toEqual([]);
    expect(local("https://elsewhere.example/v1.0/$metadata#users")).toHaveLength(1);
  });

  it("judges no relative context, and verifies no placeholder", () => {
    expect(judge("$metadata#users")).toBe("not-applicable");
    expect(judge("https://{host}/v1.0/$metadata#users")).toEqual([
      'not-verified 64:21 /@odata.context the host of "@odata.context" is a placeholder: {host}',
    ]);
  });
});

describe("odata/context-root", () => {
  const judge = judging(contextRoot);

  it("passes the version of the request in any letter case", () => {
    expect(judge(`${metadata}users`)).toEqual([]);
    expect(judge("https://graph.microsoft.com/V1.0/$metadata#users")).toEqual([]);
  });

  it("reports another version, and a test environment's root", () => {
    expect(judge("https://graph.microsoft.com/beta/$metadata#users")).toEqual([
      `${at} "@odata.context" is of "beta"; the request is of v1.0`,
    ]);
    expect(judge("https://graph.microsoft.com/testprod/$metadata#users")).toHaveLength(1);
  });

  it("puts what of the request's path stands before $metadata behind it, where that makes the path", () => {
    const mended = (root: string, fragment: string, path: string) => {
      const text = `https://graph.microsoft.com/${root}/$metadata#${fragment}`;
      const context = exampleOf({
        request: `GET https://graph.microsoft.com/v1.0/${path}`,
        response: `HTTP/1.1 200 OK\nContent-Type: application/json\n\n{ "@odata.context": "${text}" }`,
      });
      const verdicts = contextRoot.judge(context);
      return verdicts === "not-applicable"
        ? []
        : verdicts.map((outcome) => ("fix" in outcome ? outcome.fix?.edits[0]?.text : "none"));
    };
    expect(mended("v1.0/rooms", "lamps/$entity", "rooms/lamps/7")).toEqual([
      '"https://graph.microsoft.com/v1.0/$metadata#rooms/lamps/$entity"',
    ]);
    expect(mended("v1.0/rooms", "lamps/$entity", "rooms/shelves/7/lamps/8")).toEqual([undefined]);
    expect(mended("v1.0/test", "lamps/$entity", "rooms/lamps/7")).toEqual([
      '"https://graph.microsoft.com/v1.0/$metadata#lamps/$entity"',
    ]);
  });

  it("reports a context without $metadata", () => {
    expect(judge("https://graph.microsoft.com/v1.0/users")).toEqual([
      `${at} "@odata.context" does not lead to "/v1.0/$metadata#": https://graph.microsoft.com/v1.0/users`,
    ]);
  });

  it("leaves the request's own wrong version to request/version, and a wrong host to odata/context-host", () => {
    const beta = judging(contextRoot, "https://graph.microsoft.com/beta");
    expect(beta("https://graph.microsoft.com/beta/$metadata#users")).toEqual([]);
    expect(beta(`${metadata}users`)).toEqual([]);
    expect(judge("https://canary.graph.microsoft.com/dev/$metadata#users")).toBe("not-applicable");
  });

  it("verifies no placeholder", () => {
    expect(judge("https://graph.microsoft.com/{version}/$metadata#users")).toEqual([
      'not-verified 64:21 /@odata.context the root of "@odata.context" is a placeholder: https://graph.microsoft.com/{version}/$metadata',
    ]);
  });
});

describe("odata/context-path: keys", () => {
  const judge = judging(contextPath);

  it("reports another key of the same collection", () => {
    expect(judge(`${metadata}teams('${guid(1)}')/runs`, `teams/${guid(2)}/runs`)).toEqual([
      `${at} "@odata.context" names teams('${guid(1)}'); the request asks for teams/${guid(2)}`,
    ]);
  });

  it.each([
    ["the same key in the other notation", "teams('7')/runs", "teams('7')/runs"],
    ["the same key, escaped", "teams('19%3Aabc1234567%40thread')/runs", "teams/19:abc1234567@thread/runs"],
    ["the same key in other letter case", `Teams('${guid(1)}')/Runs`, `teams/${guid(1)}/runs`],
    ["me and an id", `users('${guid(1)}')/runs`, "me/runs"],
    ["an address and an id", `users('${guid(1)}')/runs`, "users/a@contoso.com/runs"],
    ["a well-known name and an id", `teams('${guid(1)}')/runs`, "teams/root/runs"],
    ["a placeholder and an id", `teams('${guid(1)}')/runs`, "teams/{id}/runs"],
    ["a key that was cut short", "teams('AAMkAD1...')/runs", "teams/AAMkAD1234567890=/runs"],
    ["a shorter path", "runs", `teams/${guid(1)}/runs`],
  ])("takes %s for no contradiction", (_, context, path) => {
    expect(judge(`${metadata}${context}`, path)).toEqual([]);
  });
});

describe("odata/context-path: types", () => {
  const judge = judging(contextPath);

  it("reports the path of another type", () => {
    expect(judge(`${metadata}teams('7')/reports`)).toEqual([
      `${at} "@odata.context" names teams('7')/reports, which is microsoft.graph.report; the request asks for microsoft.graph.run`,
    ]);
  });

  it("reports the name of another type", () => {
    expect(judge(`${metadata}Collection(microsoft.graph.report)`)).toHaveLength(1);
    expect(judge(`${metadata}Collection(microsoft.graph.run)`)).toEqual([]);
  });

  it.each([
    ["a service whose list is another one", false, "Collection(microsoft.graph.report)", "error"],
    ["a service that names another path", false, "teams('7')/reports", undefined],
    ["a page, whose author may have copied it", true, "Collection(microsoft.graph.report)", undefined],
  ])(
    "weighs more than the rule where a type without kinship is that of %s",
    (_, authored, named, severity) => {
      const response = ok({ "@odata.context": `${metadata}${named}`, value: [{ id: "1" }] });
      const context = exampleOf({ request: "GET https://graph.microsoft.com/v1.0/teams/7/runs", response });
      const types = Object.entries(context.contract.types).map(([name, type]) => [
        name,
        { ...type, base: ROOT },
      ]);
      const contract = { ...context.contract, types: Object.fromEntries(types) };
      const [outcome] = contextPath.judge({ ...context, promised: context.promised, contract, authored });
      expect(outcome).toMatchObject({ status: "fail" });
      expect(Object(outcome).severity).toBe(severity);
    },
  );

  it("weighs no more where nobody knows whether the types are kin", () => {
    const response = ok({
      "@odata.context": `${metadata}Collection(microsoft.graph.report)`,
      value: [{ id: "1" }],
    });
    const context = exampleOf({ request: "GET https://graph.microsoft.com/v1.0/teams/7/runs", response });
    const [outcome] = contextPath.judge({ ...context, promised: context.promised, authored: false });
    expect(Object(outcome).severity).toBeUndefined();
  });

  it("does not verify a set or a type that nobody documents", () => {
    const doubt = 'not-verified 64:21 /@odata.context whether "@odata.context" is right is not known:';
    expect(judge(`${metadata}directoryObjects`)).toEqual([
      `${doubt} no page here says what directoryObjects is`,
    ]);
    expect(judge(`${metadata}microsoft.graph.walk`)).toEqual([
      `${doubt} no page here declares "microsoft.graph.walk"`,
    ]);
  });

  it("passes another way to the same type", () => {
    expect(judge(`${metadata}groups('1')/teams('7')/runs`)).toEqual([]);
  });

  it("blames the annotation, not the context, when the context is in the majority", () => {
    const context = exampleOf({
      annotation: '<!-- { "blockType": "response", "@odata.type": "microsoft.graph.report" } -->',
    });
    expect(contextPath.judge(context)).toEqual([]);
  });
});

describe("odata/context-select", () => {
  const judge = judging(contextSelect);

  it("compares the lists as sets, without letter case", () => {
    expect(judge(`${metadata}teams('7')/runs(status,ID)`, "teams/7/runs?$select=id,status")).toEqual([]);
  });

  it("finds the list before /$entity, and behind a key", () => {
    expect(judge(`${metadata}teams('7')/runs(id)/$entity`, "teams/7/runs/1?$select=id")).toEqual([]);
    expect(judge(`${metadata}teams('7')(id)`, "teams/7?select=id")).toEqual([]);
  });

  it("reports an absent list", () => {
    expect(judge(`${metadata}teams('7')/runs`, "teams/7/runs?$select=id,status")).toEqual([
      `${at} "@odata.context" has no select list; the request selects (id,status)`,
    ]);
  });

  it("reports what one list has and the other lacks", () => {
    expect(judge(`${metadata}teams('7')/runs(id,total)`, "teams/7/runs?$select=id,status")).toEqual([
      `${at} the select list of "@odata.context" lacks "status" and has "total"; the request selects (id,status)`,
    ]);
    expect(judge(`${metadata}teams('7')/runs(id)`, "teams/7/runs")).toEqual([
      `${at} the select list of "@odata.context" has "id"; the request selects nothing`,
    ]);
  });

  it("takes expanded items for no selection", () => {
    expect(judge(`${metadata}teams('7')/runs(tasks())`, "teams/7/runs?$expand=tasks")).toBe("not-applicable");
    expect(judge(`${metadata}teams('7')/runs(tasks)`, "teams/7/runs?$expand=tasks")).toBe("not-applicable");
    const both = "teams/7/runs?$select=id&$expand=tasks($select=name)";
    expect(judge(`${metadata}teams('7')/runs(id,tasks(name))`, both)).toEqual([]);
  });

  it("takes a relationship that is selected and expanded for both", () => {
    const both = "teams/7/runs?$select=tasks&$expand=tasks";
    expect(judge(`${metadata}teams('7')/runs(tasks,tasks())`, both)).toEqual([]);
    expect(judge(`${metadata}teams('7')/runs(id,tasks())`, both)).toHaveLength(1);
  });

  it("judges neither a context that names a type nor one without any selection", () => {
    expect(judge(`${metadata}microsoft.graph.run`, "teams/7/runs?$select=id")).toBe("not-applicable");
    expect(judge(`${metadata}teams('7')/runs`)).toBe("not-applicable");
  });

  it("asks for no list where the page does not support $select", () => {
    const context = exampleOf({
      options: "Not supported.",
      request: "GET https://graph.microsoft.com/v1.0/teams/7/runs?$select=id",
    });
    expect(contextSelect.judge(context)).toBe("not-applicable");
  });
});
