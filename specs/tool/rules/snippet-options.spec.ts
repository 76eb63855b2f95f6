import { describe, expect, it } from "vitest";
import { findingsOn } from "./judge-pages.ts";
import { type ShownSnippet, snippetPage } from "./snippet-page.ts";

function messagesOf(shown: ShownSnippet) {
  return findingsOn({ "api/lamp.md": snippetPage({ template: "GET /lamps", ...shown }) })
    .filter(({ rule }) => rule === "snippet/request-differs")
    .map(({ message }) => message);
}

describe("snippet/request-differs: options, and the values of headers", () => {
  it("finds a count that is not asked for, in code and in commands", () => {
    const request = "GET /lamps?$count=true";
    const codes: Record<string, readonly [code: string, count: string]> = {
      javascript: ["await client.api('/lamps').count(true).get();", ".count(true)"],
      go: [
        "p := &lamps.LampsRequestBuilderGetQueryParameters{\n\tCount: true,\n}\nx, err := graphClient.Lamps().Get(context.Background(), c)",
        "\tCount: true,",
      ],
      bash: ['mgc lamps list --count "true"', ' --count "true"'],
      powershell: ["Get-MgLamp -CountVariable CountVar", " -CountVariable CountVar"],
    };
    for (const [language, [code, count]] of Object.entries(codes)) {
      expect(messagesOf({ request, language, code }), language).toEqual([]);
      expect(messagesOf({ request, language, code: code.replace(count, "") }), language).toEqual([
        expect.stringContaining('does not send the request\'s $count, "true"'),
      ]);
    }
  });

  it("finds an operation's own option that code leaves out; of commands their switches are not known", () => {
    const request = "GET /lamps?startDateTime=2020-01-01&endDateTime=2021-01-01";
    const code = (...options: string[]) =>
      `await graphClient.Lamps.GetAsync((requestConfiguration) =>\n{\n${options
        .map((name) => `\trequestConfiguration.QueryParameters.${name} = "2022-02-02";\n`)
        .join("")}});`;
    expect(messagesOf({ request, language: "csharp", code: code("StartDateTime", "EndDateTime") })).toEqual(
      [],
    );
    expect(messagesOf({ request, language: "csharp", code: code("EndDateTime") })).toEqual([
      'the C# snippet does not send the request\'s startdatetime, "2020-01-01"',
    ]);
    expect(messagesOf({ request, language: "bash", code: "mgc lamps list" })).toEqual([]);
    const url = "await client.api('/lamps?startDateTime=a&endDateTime=b').get();";
    expect(messagesOf({ request, code: url })).toEqual([]);
  });

  it("finds another value of a header, but takes preferences as a set and each entity tag for the same", () => {
    const code = (name: string, value: string) =>
      `await client.api('/lamps').header('${name}','${value}').get();`;
    const prefer = 'GET /lamps\nPrefer: outlook.timezone="UTC", return=minimal';
    expect(
      messagesOf({ request: prefer, code: code("Prefer", 'return=minimal, outlook.timezone="UTC"') }),
    ).toEqual([]);
    expect(messagesOf({ request: prefer, code: code("Prefer", "return=minimal") })).toEqual([
      'the JavaScript snippet has "return=minimal" for the header Prefer; the request has "outlook.timezone="UTC", return=minimal"',
    ]);
    const level = "GET /lamps\nConsistencyLevel: Eventual";
    expect(messagesOf({ request: level, code: code("ConsistencyLevel", "eventual") })).toEqual([]);
    expect(messagesOf({ request: level, code: code("ConsistencyLevel", "session") })).toHaveLength(1);
    const tag = 'GET /lamps\nIf-Match: W/"1"';
    expect(messagesOf({ request: tag, code: code("If-Match", 'W/"2"') })).toEqual([]);
  });

  it("finds a consistency level that a command lacks, and asks commands for no other header", () => {
    const level = "GET /lamps\nConsistencyLevel: eventual";
    const tag = 'GET /lamps\nIf-Match: W/"1"';
    for (const [language, code, flag] of [
      ["bash", "mgc lamps list", " --consistency-level eventual"],
      ["powershell", "Get-MgLamp", " -ConsistencyLevel eventual"],
    ] as const) {
      expect(messagesOf({ request: level, language, code: code + flag })).toEqual([]);
      expect(messagesOf({ request: level, language, code })).toHaveLength(1);
      expect(messagesOf({ request: tag, language, code })).toEqual([]);
    }
  });

  it("knows which methods a PowerShell verb is for, and that delta is no list", () => {
    const request = 'PATCH /lamps/l-1\nContent-Type: application/json\n\n{ "color": "red" }';
    const code = (command: string) =>
      `$params = @{\n\tcolor = "red"\n}\n${command} -LampId $id -BodyParameter $params`;
    const on = (command: string) =>
      messagesOf({ request, template: "PATCH /lamps/{id}", language: "powershell", code: code(command) });
    expect(on("Update-MgLamp")).toEqual([]);
    expect(on("Set-MgLamp")).toEqual([]);
    expect(on("New-MgLamp")).toEqual([
      'the PowerShell snippet calls "New-MgLamp", which sends no PATCH; the request is "PATCH /lamps/l-1"',
    ]);
    const delta = { request: "GET /lamps/delta", template: "GET /lamps/delta", language: "powershell" };
    expect(messagesOf({ ...delta, code: "Get-MgLampDelta" })).toEqual([]);
    expect(messagesOf({ ...delta, code: "Get-MgLamp" })).toHaveLength(1);
  });
});
