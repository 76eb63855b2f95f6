import { describe, expect, it } from "vitest";
import { deadLink } from "../../../src/rules/reference/dead-link.ts";
import { linkText } from "../../../src/rules/reference/link-text.ts";
import { unknownType } from "../../../src/rules/reference/unknown-type.ts";
import { tableSection } from "../../support/page-text.ts";
import { inShort, pagesOf } from "../../support/pages-of.ts";

/** A resource page; its first row stands in line 11. */
function resource(
  name: string,
  rows: readonly string[] = ["|id|String|Key.|"],
  more: readonly string[] = [],
): string {
  return [
    `# ${name} resource type`,
    "",
    "Namespace: microsoft.graph",
    "",
    "A resource.",
    "",
    ...tableSection("Properties", rows),
    "## JSON representation",
    `<!-- { "blockType": "resource", "@odata.type": "microsoft.graph.${name}" } -->`,
    "```json",
    "{}",
    "```",
    ...more,
  ].join("\n");
}

/** Pages that are whole: fifty resource pages that the first links to. */
function wholeDocumentation(
  rows: readonly string[],
  links: readonly string[] = [],
  others: readonly string[] = [],
) {
  const fillers = Array.from(
    { length: 50 },
    (_, index) => `filler${String.fromCharCode(97 + (index % 26)).repeat(1 + Math.floor(index / 26) * 2)}`,
  );
  const names = [...fillers, ...others];
  const all = names.map((name) => `[${name}](${name}.md)`).join(" ");
  return pagesOf({
    "resources/run.md": resource("run", rows, ["", all, "", ...links]),
    ...Object.fromEntries(names.map((name) => [`resources/${name}.md`, resource(name)])),
  }).context("resources/run.md");
}

describe("reference/unknown-type", () => {
  const row = (type: string) => [`|scope|${type}|The scope.|`];

  it("passes for a declared type in any letter case, a primitive type and an enum whose members are listed", () => {
    const rows = [
      "|id|Edm.String|Key.|",
      "|a|microsoft.graph.Fillera collection|A.|",
      "|status|microsoft.graph.runStatus|The possible values are: `queued`, `done`.|",
    ];
    expect(inShort(unknownType.judge(wholeDocumentation(rows)))).toEqual([]);
  });

  it("fails for a type that the whole documentation does not declare, with the name that was meant", () => {
    expect(inShort(unknownType.judge(wholeDocumentation(row("microsoft.graph.fillera1"))))).toEqual([
      'fail 11:8 /properties/scope "microsoft.graph.fillera1" is declared by no page of the documentation; did the page mean "microsoft.graph.fillera"?',
    ]);
    expect(inShort(unknownType.judge(wholeDocumentation(row("somethingElse"))))).toEqual([
      'fail 11:8 /properties/scope "somethingElse" is declared by no page of the documentation',
    ]);
  });

  it("is not verified, once a page, where the pages are an excerpt", () => {
    const rows = [...row("microsoft.graph.userScope"), "|b|microsoft.graph.taskScope|B.|"];
    const excerpt = pagesOf({ "resources/run.md": resource("run", rows) }).context("resources/run.md");
    expect(inShort(unknownType.judge(excerpt))).toEqual([
      'not-verified 11:8 the pages read declare no "microsoft.graph.taskScope", "microsoft.graph.userScope"; they are an excerpt of the documentation',
    ]);
  });

  it("does not judge a word of English, and is not applicable where no type is named", () => {
    expect(unknownType.judge(wholeDocumentation(row("see below")))).toBe("not-applicable");
    expect(unknownType.judge(wholeDocumentation(row("entity")))).toBe("not-applicable");
  });
});

describe("reference/link-text", () => {
  function judge(type: string, more: Readonly<Record<string, string>> = {}) {
    const pages = pagesOf({
      "resources/run.md": resource("run", [`|result|${type}|The result.|`]),
      "resources/task-result.md": resource("taskResult", [
        "|status|microsoft.graph.taskStatus|The possible values are: `queued`, `done`.|",
      ]),
      "resources/overview.md": "# Working with runs\n\nText.\n",
      ...more,
    });
    return inShort(linkText.judge(pages.context("resources/run.md")));
  }

  it.each([
    "[microsoft.graph.taskResult](task-result.md)",
    "[microsoft.graph.TASKResult](task-result.md) collection",
    "[microsoft.graph.taskStatus](task-result.md)",
    "[taskResults](task-result.md)",
    "[result](task-result.md)",
  ])("passes for %s", (type) => {
    expect(judge(type)).toEqual([]);
  });

  it("fails for a qualified name that the target page does not declare, in the plural too", () => {
    expect(judge("[microsoft.graph.taskReport](task-result.md)")).toEqual([
      `fail 11:9 /properties/result the link's text names "microsoft.graph.taskReport", but its target task-result.md declares "microsoft.graph.taskResult" (and 1 more)`,
    ]);
    expect(judge("[microsoft.graph.taskResults](task-result.md)")).toHaveLength(1);
  });

  it("fails for an unqualified name that is another type's", () => {
    const more = { "resources/result.md": resource("result") };
    expect(judge("[result](task-result.md)", more)).toEqual([
      `fail 11:9 /properties/result the link's text names "result", but its target task-result.md declares "microsoft.graph.taskResult" (and 1 more)`,
    ]);
  });

  it("fails in a Methods table at the link", () => {
    const methods = [
      "",
      "## Methods",
      "",
      "|Method|Return type|Description|",
      "|:---|:---|:---|",
      "|[List](../api/run-list.md)|[microsoft.graph.taskReport](task-result.md) collection|List.|",
    ];
    const pages = pagesOf({
      "resources/run.md": resource("run", undefined, methods),
      "resources/task-result.md": resource("taskResult"),
    });
    expect(inShort(linkText.judge(pages.context("resources/run.md")))).toEqual([
      `fail 23:29 /methods/List the link's text names "microsoft.graph.taskReport", but its target task-result.md declares "microsoft.graph.taskResult"`,
    ]);
  });

  it.each([
    "[microsoft.graph.taskReport](elsewhere.md)",
    "[microsoft.graph.x](overview.md)",
    "[x](https://example.com)",
    "[String](task-result.md)",
    "[enums](task-result.md#values)",
  ])("does not judge %s, which names no type or leads to no page that declares one", (type) => {
    expect(judge(type)).toBe("not-applicable");
  });
});

describe("reference/dead-link", () => {
  const text = (...links: string[]) => ["# Get user", "", "## HTTP request", "", ...links].join("\n");

  function judge(...links: string[]) {
    const pages = pagesOf({
      "api/user-get.md": text(...links),
      "resources/user.md": resource("user"),
    });
    return inShort(deadLink.judge(pages.context("api/user-get.md")));
  }

  it("passes for pages and headings that are there, in any letter case, and for links out of the documentation", () => {
    expect(
      judge(
        "[a](../resources/User.md#properties) [b](#http-request) [c](https://a.b/c.md) [d](/graph/x#y) [e](/concepts/x.md#y)",
      ),
    ).toEqual([]);
  });

  it("fails for a link that lost the extension of a page that is there, and for no other without one", () => {
    expect(judge("[a](../resources/User#properties)")).toEqual([
      'fail 5:1 /links/..~1resources~1User#properties "../resources/User#properties" lacks the extension of the page; did the page mean "../resources/user.md#properties"?',
    ]);
    expect(judge("[a](../resources/group) [b](/resources/user) [c](https://a.b/resources/user)")).toEqual(
      "not-applicable",
    );
  });

  it("fails for an anchor that no heading of its page has, with the one that was meant", () => {
    expect(
      judge("Text, see [this](#http-requests).", "[b](../resources/user.md#nothing-of-the-kind)"),
    ).toEqual([
      'fail 5:11 /links/#http-requests "#http-requests" leads to no heading of user-get.md; did the page mean "#http-request"?',
      'fail 6:1 /links/..~1resources~1user.md#nothing-of-the-kind "../resources/user.md#nothing-of-the-kind" leads to no heading of user.md',
    ]);
  });

  it("numbers the anchors of repeated headings", () => {
    expect(judge("### Request", "### Request", "[a](#request) [b](#request-1)")).toEqual([]);
    expect(judge("### Request", "[b](#request-1)")).toHaveLength(1);
  });

  it("is not verified for a page that is not there, when the pages are an excerpt", () => {
    expect(
      judge("[a](../resources/group.md) [b](#http-request)", "[!INCLUDE [c](../includes/c.md)]"),
    ).toEqual([
      "not-verified 5:1 2 of the page's link targets are not among the pages read, which are an excerpt",
    ]);
  });

  it("fails for a page that is not there, when its directory was read as a whole", () => {
    const context = wholeDocumentation(["|id|String|Key.|"], ["[a](filla.md)", "[b](../includes/b.md)"]);
    expect(inShort(deadLink.judge(context))).toEqual([
      'fail 21:1 /links/filla.md "filla.md" leads to no page; did the page mean "fillera.md"?',
      "not-verified 22:1 1 of the page's link targets are not among the pages read, which are an excerpt",
    ]);
  });

  it("names the page that was meant where each word of its name is nearly that of the link, and no other", () => {
    const meant = (link: string) => {
      const verdicts = deadLink.judge(
        wholeDocumentation([], [`[a](${link}.md)`], ["lamp-update", "lamp-shade"]),
      );
      return verdicts === "not-applicable"
        ? []
        : verdicts.map((outcome) => "meant" in outcome && outcome.meant);
    };
    expect(meant("lamp-upadte")).toEqual(["lamp-update.md"]);
    expect(meant("lampupdate")).toEqual(["lamp-update.md"]);
    expect(meant("lamp-delete")).toEqual([undefined]);
    expect(meant("camp-shave-x")).toEqual([undefined]);
  });

  it("is not verified for an anchor that an include which was not read may hold", () => {
    expect(judge("[a](#limits)", "[!INCLUDE [limits](../includes/limits.md)]")).toEqual([
      "not-verified 5:1 2 of the page's link targets are not among the pages read, which are an excerpt",
    ]);
  });

  it("is not applicable to a page without links", () => {
    expect(judge("Text.")).toBe("not-applicable");
  });
});
