import { describe, expect, it } from "vitest";
import { deriveEnums, mergeValues } from "../../../src/contract/derive/derive-enums.ts";
import { readPage } from "../../../src/docs/read-page.ts";

function page(name: string, ...rows: string[]) {
  const text = `# ${name} resource type\n\nNamespace: microsoft.graph.x\n\n## Properties\n|Property|Type|Description|\n|-|-|-|\n${rows.join("\n")}`;
  return readPage(text, { file: `v1.0/resources/${name}.md`, version: "v1.0" });
}

function enumPage(name: string, ...members: string[]) {
  const text = `# ${name} enum type\n\n## Members\n|Member|\n|-|\n${members.map((member) => `|${member}|`).join("\n")}`;
  return readPage(text, { file: `v1.0/resources/${name}.md`, version: "v1.0" });
}

const at = { file: "v1.0/resources/run.md", line: 1, column: 1 };

/** Enums in short: `name members | on request`. */
function inShort(pages: Parameters<typeof deriveEnums>[0], types: readonly string[] = []): string[] {
  return Object.values(deriveEnums(pages, new Set(types))).map(
    ({ name, members, onRequest, multiValued, location }) =>
      `${name}${multiValued ? "*" : ""} ${members.join(" ")} | ${onRequest.join(" ")} @${location.line}:${location.column}`,
  );
}

describe("an enum", () => {
  it("is derived from the prose of a row, in the page's namespace", () => {
    expect(
      inShort([
        page("run", "|state|runState|The possible values are: `a`, `b`, `unknownFutureValue`, `c`.|"),
      ]),
    ).toEqual(["microsoft.graph.x.runState a b unknownFutureValue c | c @8:2"]);
  });

  it("is derived from a table, what stands behind the sentinel being on request", () => {
    expect(inShort([enumPage("runState", "a", "unknownFutureValue", "b")])).toEqual([
      "microsoft.graph.runState a unknownFutureValue b | b @4:1",
    ]);
  });

  it("has the letters that most lists write, and all of them where as many write others", () => {
    const row = (list: string) => `|state|runState|Possible values are: ${list}.|`;
    const pages = [page("one", row("`A`, `b`")), page("two", row("`a`, `b`"))];
    expect(inShort(pages)).toEqual(["microsoft.graph.x.runState A b a |  @8:2"]);
    expect(inShort([...pages, page("three", row("`a`, `c`"))])).toEqual([
      "microsoft.graph.x.runState b a c |  @8:2",
    ]);
  });

  it("is no primitive type, no declared type and no untyped value", () => {
    const rows = [
      "|a|String|Possible values are: `x`, `y`.|",
      "|b|run|Possible values are: `x`, `y`.|",
      "|c|Json|Possible values are: `x`, `y`.|",
      "|d|a or b|Possible values are: `x`, `y`.|",
    ];
    expect(inShort([page("run", ...rows)], ["microsoft.graph.x.run"])).toEqual([]);
  });

  it("is none where the representation shows objects of other types: those that derive from the row's", () => {
    const shown = (type: string) =>
      page(
        "run",
        "|steps|step collection|There are two types that are supported: `waitStep` and `mailStep`.|",
        `\n## JSON representation\n\`\`\`json\n{ "steps": [{ "@odata.type": "microsoft.graph.x.${type}" }] }\n\`\`\``,
      );
    expect(inShort([shown("waitStep")])).toEqual([]);
    // An enumeration that is represented so is a slip of the representation.
    expect(inShort([shown("step")])).toEqual(["microsoft.graph.x.step waitStep mailStep |  @8:2"]);
  });

  it("is one where the representation shows an object of another enumeration", () => {
    const rows = [
      "|kind|jobKind|Possible values are: `a`, `b`.|",
      "|way|jobWay|Possible values are: `c`, `d`.|",
    ];
    const json = (way: string) =>
      `\n## JSON representation\n\`\`\`json\n{ "kind": { "@odata.type": "microsoft.graph.x.jobKind" }, "way": { "@odata.type": "microsoft.graph.x.${way}" } }\n\`\`\``;
    const named = (way: string) => inShort([page("job", ...rows, json(way))]);
    expect(named("jobKind")).toEqual([
      "microsoft.graph.x.jobKind a b |  @8:2",
      "microsoft.graph.x.jobWay c d |  @9:2",
    ]);
    expect(named("fastWay")).toEqual(["microsoft.graph.x.jobKind a b |  @8:2"]);
  });

  it("is none where its table has the values of a text of that name, which no row has for its type", () => {
    const table = "\n### State values\n|Value|\n|-|\n|a|\n|b|";
    const text = page("run", `|state|String|What it does.|${table}`);
    expect(inShort([text])).toEqual([]);
    expect(inShort([text, page("other", "|now|state|What it does.|")])).toEqual([
      "microsoft.graph.x.State a b |  @10:1",
    ]);
    expect(inShort([page("run", `|status|String|What it does.|${table}`)])).toEqual([
      "microsoft.graph.x.State a b |  @10:1",
    ]);
  });

  it("is derived from the parameters of an operation", () => {
    const action = readPage(
      "# run: stop\n\n## HTTP request\n```http\nPOST /runs/{id}/stop\n```\n\n## Request body\n|Parameter|Type|Description|\n|-|-|-|\n|how|stopMode|Possible values are: `now`, `later`.|\n",
      { file: "v1.0/api/run-stop.md", version: "v1.0" },
    );
    expect(inShort([action])).toEqual(["microsoft.graph.stopMode now later |  @11:2"]);
  });

  it("has the members that the prose names as coming on request, listed before them or not", () => {
    const says = (sentence: string) => [
      page("run", `|state|runState|The possible values are: \`a\`, \`unknownFutureValue\`.${sentence}|`),
    ];
    const header =
      "Use the `Prefer: include-unknown-enum-members` request header to get the following values";
    expect(inShort(says(` ${header}: \`b\`, \`c\`.`))).toEqual([
      "microsoft.graph.x.runState a unknownFutureValue b c | b c @8:2",
    ]);
    expect(
      inShort([
        page(
          "run",
          `|state|runState|The possible values are: \`a\`, \`b\`, \`unknownFutureValue\`. ${header}: \`b\`.|`,
        ),
      ]),
    ).toEqual(["microsoft.graph.x.runState a b unknownFutureValue | b @8:2"]);
    expect(inShort(says(""))).toEqual(["microsoft.graph.x.runState a unknownFutureValue |  @8:2"]);
  });

  it("holds several members at once when the prose or the numbers of its table say so", () => {
    const row = (text: string) => page("run", `|state|runState|${text}Possible values are: \`a\`, \`b\`.|`);
    expect(inShort([row("A multi-valued property. ")])).toEqual(["microsoft.graph.x.runState* a b |  @8:2"]);
    expect(inShort([row("A property. ")])).toEqual(["microsoft.graph.x.runState a b |  @8:2"]);
    const table = (...numbers: readonly number[]) =>
      readPage(
        `# runState enum type\n\n|Member|Value|\n|-|-|\n${numbers.map((number) => `|m${number}|${number}|`).join("\n")}\n`,
        { file: "v1.0/resources/runstate.md", version: "v1.0" },
      );
    expect(inShort([table(1, 2, 4)])).toEqual(["microsoft.graph.runState* m1 m2 m4 |  @3:1"]);
    expect(inShort([table(1, 2, 3, 4)])).toEqual(["microsoft.graph.runState m1 m2 m3 m4 |  @3:1"]);
  });

  it("is none when a page declares its name as a type, in whatever letter case", () => {
    const table = enumPage("run", "a", "b");
    expect(inShort([table], ["microsoft.graph.Run"])).toEqual([]);
    expect(inShort([table], ["microsoft.graph.x.run"])).toEqual(["microsoft.graph.run a b |  @4:1"]);
    const row = page("task", "|state|microsoft.graph.Run|Possible values are: `x`, `y`.|");
    expect(inShort([row], ["microsoft.graph.run"])).toEqual([]);
    expect(inShort([row])).toEqual(["microsoft.graph.Run x y |  @8:2"]);
  });
});

describe("several lists of an enum", () => {
  it("are merged: a member that one of them has, the enum has", () => {
    const pages = [
      page("run", "|state|runState|Possible values are: `b`, `c`.|"),
      page("task", "|state|RunState|Possible values are: `a`, `b`, `d`.|"),
    ];
    expect(inShort(pages)).toEqual(["microsoft.graph.x.runState a b d c |  @8:2"]);
  });

  it("are merged with the table of the same name in another namespace", () => {
    const pages = [
      enumPage("runState", "a", "b"),
      page("run", "|state|runState|Possible values are: `b`, `c`.|"),
    ];
    expect(inShort(pages)).toEqual(["microsoft.graph.runState a b c |  @4:1"]);
  });

  it("stay apart when they are qualified", () => {
    const pages = [
      page("run", "|state|microsoft.graph.y.state|Possible values are: `a`, `b`.|"),
      page("task", "|state|microsoft.graph.z.state|Possible values are: `c`, `d`.|"),
    ];
    expect(inShort(pages)).toEqual([
      "microsoft.graph.y.state a b |  @8:2",
      "microsoft.graph.z.state c d |  @8:2",
    ]);
  });

  it("stay apart when the names only look alike", () => {
    const pages = [
      enumPage("runState", "a"),
      page("run", "|state|taskState|Possible values are: `b`, `c`.|"),
    ];
    expect(inShort(pages)).toEqual([
      "microsoft.graph.runState a |  @4:1",
      "microsoft.graph.x.taskState b c |  @8:2",
    ]);
  });

  it("take a member that one gives to everybody for one that need not be asked for", () => {
    const all = { members: ["a", "unknownFutureValue", "b", "c"], onRequest: ["b", "c"], multiValued: false };
    const here = { ...all, location: at };
    const short = { members: ["a", "b"], onRequest: [], multiValued: true, location: at };
    expect(mergeValues([here, short], at)).toEqual({ ...all, onRequest: ["c"], multiValued: true });
    expect(mergeValues([here, here], at).onRequest).toEqual(["b", "c"]);
    expect(mergeValues([], at)).toEqual({ members: [], onRequest: [], multiValued: false });
  });

  it("say where a member stands that only another of them has", () => {
    const pages = [
      enumPage("runState", "a", "b"),
      page("run", "|state|runState|Possible values are: `b`, `c`.|"),
    ];
    expect(deriveEnums(pages, new Set())["microsoft.graph.runState"]?.saidAt).toEqual({
      c: { file: "v1.0/resources/run.md", line: 8, column: 2 },
    });
    const same = [enumPage("runState", "a", "b"), page("run", "|state|runState|Possible values are: `b`.|")];
    expect(deriveEnums(same, new Set())["microsoft.graph.runState"]).not.toHaveProperty("saidAt");
  });
});
