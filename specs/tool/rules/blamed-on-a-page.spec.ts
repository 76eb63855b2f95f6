import { describe, expect, it } from "vitest";
import type { Pages } from "../../support/rule-fixture.ts";
import { findingsOn } from "./judge-pages.ts";

function resource(name: string, rows: readonly string[], intro = "A thing."): string {
  const head = ["|Property|Type|Description|", "|:---|:---|:---|"];
  return [`# ${name} resource type`, "", intro, "", "## Properties", "", ...head, ...rows].join("\n");
}

/** A page with an example of what a path returns. */
function answer(path: string, type: string, body: unknown): string {
  return [
    `# Get ${path.slice(1)}`,
    "## HTTP request",
    "```http",
    `GET ${path}`,
    "```",
    "## Response",
    `If successful, this method returns a \`200 OK\` response code and a [${type}](../resources/${type}.md) object in the response body.`,
    "## Example",
    "### Request",
    '<!-- {"blockType": "request"} -->',
    "```http",
    `GET https://graph.microsoft.com/v1.0${path}`,
    "```",
    "### Response",
    `<!-- {"blockType": "response", "truncated": true, "@odata.type": "microsoft.graph.${type}"} -->`,
    "```http",
    "HTTP/1.1 200 OK",
    "Content-Type: application/json",
    "",
    JSON.stringify(body),
    "```",
  ].join("\n");
}

const judged =
  /^(?:resource\/(?:enum-member|base-type|representation|table-and-\w+)|body\/(?:enum-member|unknown-property|type)|request\/body)$/;

function found(files: Pages): string[] {
  return findingsOn(files)
    .filter(({ rule }) => judged.test(rule))
    .map(({ rule, pointer }) => `${rule}${pointer === undefined ? "" : ` ${pointer}`}`);
}

describe("a list of members that the examples agree against", () => {
  const row = "|state|String|The state. Possible values are: `None`, `Accepted`, `Declined`.|";
  const lamps = (...states: string[]): Pages => {
    const pages = states.map((state, index) => [
      `api/lamp-${index}.md`,
      answer(`/lamp${index}`, "lamp", { id: "l", state }),
    ]);
    return { "resources/lamp.md": resource("lamp", ["|id|String|Key.|", row]), ...Object.fromEntries(pages) };
  };

  it.each([
    ["in other letters", ["none", "accepted"]],
    ["in other letters, each the same", ["none", "none"]],
    ["in another name, on two pages", ["Broken", "Broken", "None"]],
  ])("is one finding, at the list, %s", (_, states) => {
    expect(found(lamps(...states))).toEqual(["resource/enum-member"]);
  });

  it.each([
    ["one example alone", ["none"], 1],
    ["examples that disagree", ["none", "accepted", "None"], 2],
    ["a slip of a member that another example shows", ["Acepted", "Acepted", "Accepted"], 2],
    ["what is no name", ["a free text", "a free text"], 2],
  ])("is not blamed for %s", (_, states, count) => {
    expect(found(lamps(...states))).toEqual(Array(count).fill("body/enum-member /state"));
  });

  it("passes when the examples show its members, or placeholders", () => {
    expect(found(lamps("None", "String", "Accepted"))).toEqual([]);
  });
});

describe("a row that the examples agree against", () => {
  const table = (...rows: string[]) => resource("lamp", ["|id|String|Key.|", ...rows]);
  const lamps = (resourcePage: string, ...bodies: Readonly<Record<string, unknown>>[]): Pages => {
    const pages = bodies.map((body, index) => [
      `api/lamp-${index}.md`,
      answer(`/lamp${index}`, "lamp", body),
    ]);
    return { "resources/lamp.md": resourcePage, ...Object.fromEntries(pages) };
  };
  const json = (shown: unknown) =>
    `\n\n## JSON representation\n\n<!-- {"blockType": "resource", "@odata.type": "microsoft.graph.lamp"} -->\n\`\`\`json\n${JSON.stringify(shown)}\n\`\`\``;
  const row = "|bulbColor|String|C.|";

  it("is one finding, at the row, for another name on two pages", () => {
    const pages = lamps(table(row), { id: "l", bulbColour: "red" }, { id: "m", bulbColour: "blue" });
    expect(found(pages)).toEqual(["resource/table-and-examples"]);
  });

  it("is that though the JSON representation repeats the row, where three pages show the other name", () => {
    const page = table(row) + json({ id: "String", bulbColor: "String" });
    const shown = ["red", "blue", "green"].map((bulbColour) => ({ bulbColour }));
    expect(found(lamps(page, ...shown))).toEqual(["resource/table-and-examples"]);
    expect(found(lamps(page, ...shown.slice(1)))).toEqual([
      "body/unknown-property /bulbColour",
      "body/unknown-property /bulbColour",
    ]);
  });

  it.each([
    ["an example alone", [{ bulbColour: "red" }], 1],
    ["examples that disagree", [{ bulbColour: "red" }, { bulbColour: "red" }, { bulbColor: "red" }], 2],
    ["two ways to write it", [{ bulbColour: "red" }, { bulbColr: "red" }], 2],
  ])("is not blamed for %s", (_, bodies, count) => {
    expect(found(lamps(table(row), ...bodies)).map((one) => one.split(" ")[0])).toEqual(
      Array(count).fill("body/unknown-property"),
    );
  });

  it("is one finding for one value where the row says several, and the reverse", () => {
    const one = lamps(table("|tags|String collection|T.|"), { tags: "red" }, { tags: "blue" });
    const several = lamps(table("|tags|String|T.|"), { tags: ["red"] }, { tags: ["blue"] });
    expect(found(one)).toEqual(["resource/table-and-examples"]);
    expect(found(several)).toEqual(["resource/table-and-examples"]);
  });

  it("is told by the JSON representation where that shows what the examples do", () => {
    const page = table("|tags|String collection|T.|") + json({ id: "String", tags: "String" });
    expect(found(lamps(page, { tags: "red" }, { tags: "blue" }))).toEqual([
      "resource/representation /properties/tags",
    ]);
  });

  it("is right where one example shows its form, or the others show placeholders", () => {
    const page = table("|tags|String collection|T.|");
    const bodies = [{ tags: "red" }, { tags: "blue" }, { tags: ["green"] }];
    expect(found(lamps(page, ...bodies))).toEqual(["body/type /tags", "body/type /tags"]);
    expect(found(lamps(page, { tags: "..." }, { tags: "..." }))).toEqual([]);
  });
});

describe("a base type that no page names", () => {
  const names = { builtBy: "Ada", doorCount: 2, maximumSpeed: 80, numberPlate: "A 1" };
  const rows = Object.entries(names).map(
    ([name, value]) => `|${name}|${typeof value === "number" ? "Int32" : "String"}|N.|`,
  );
  const id = "|id|String|Key.|";
  const lorry = (body: unknown, more: Pages = {}): Pages => ({
    "resources/vehicle.md": resource("vehicle", [id, ...rows]),
    "resources/lorry.md": resource("lorry", [id, "|axleCount|Int32|A.|"]),
    "api/lorry-get.md": answer("/lorry", "lorry", body),
    ...more,
  });
  const whole = { id: "l", axleCount: 3, ...names };

  it("is one finding, at the title of the type's page", () => {
    expect(found(lorry(whole))).toEqual(["resource/base-type"]);
  });

  it("leaves to the body what that type does not have either", () => {
    expect(found(lorry({ ...whole, horn: "loud" })).sort()).toEqual([
      "body/unknown-property /horn",
      "resource/base-type",
    ]);
  });

  it("is no finding for three names, and the body keeps them", () => {
    const { numberPlate: _, ...three } = whole;
    expect(found(lorry(three))).toEqual([
      "body/unknown-property /builtBy",
      "body/unknown-property /doorCount",
      "body/unknown-property /maximumSpeed",
    ]);
  });

  it("is not guessed where two unrelated types declare the names", () => {
    const other = { "resources/boat.md": resource("boat", [id, ...rows]) };
    expect(found(lorry(whole, other))).not.toContain("resource/base-type");
  });

  it("is the one that others derive from, where several have the names", () => {
    const derived = {
      "resources/bus.md": resource("bus", [id, "|seats|Int32|S.|"], "Inherits from [vehicle](vehicle.md)."),
    };
    expect(found(lorry(whole, derived))).toEqual(["resource/base-type"]);
  });

  it("is not guessed where the body has no name of the type's own", () => {
    expect(found(lorry({ id: "l", ...names }))).not.toContain("resource/base-type");
  });
});

describe("a base type without a page", () => {
  const id = "|id|String|Key.|";
  const shared = { sentBy: "Ada", sentDay: "2026-01-02", answeredBy: "Bob", answer: "yes" };
  const requests = (leave: unknown, swap: unknown): Pages => ({
    "resources/leave.md": resource("leave", [id, "|leaveDays|Int32|L.|"]),
    "resources/swap.md": resource("swap", [id, "|swapWith|String|S.|"]),
    "api/leave-get.md": answer("/leave", "leave", leave),
    "api/swap-get.md": answer("/swap", "swap", swap),
  });
  const [leave, swap] = [
    { id: "l", leaveDays: 3, ...shared },
    { id: "s", swapWith: "Cy", ...shared },
  ];

  it("is one finding on each page whose examples have the names that no page declares", () => {
    expect(found(requests(leave, swap))).toEqual(["resource/base-type", "resource/base-type"]);
  });

  it("leaves to the body what only one of them has", () => {
    expect(found(requests({ ...leave, horn: "loud" }, swap)).sort()).toEqual([
      "body/unknown-property /horn",
      "resource/base-type",
      "resource/base-type",
    ]);
  });

  it("is not guessed from three names, or from one type", () => {
    const { answer: _, ...three } = shared;
    const fewer = found(requests({ id: "l", leaveDays: 3, ...three }, { id: "s", swapWith: "C", ...three }));
    expect(new Set(fewer.map((one) => one.split(" ")[0]))).toEqual(new Set(["body/unknown-property"]));
    expect(found(requests(leave, { id: "s", swapWith: "Cy" }))).not.toContain("resource/base-type");
  });
});
