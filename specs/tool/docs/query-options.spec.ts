import { describe, expect, it } from "vitest";
import { readPage } from "../../../src/docs/read-page.ts";

function readOptions(...lines: string[]) {
  const text = [
    "# List runs",
    "## HTTP request",
    "```http",
    "GET /runs",
    "```",
    "## Optional query parameters",
    ...lines,
    "## Response",
  ];
  const { location: _, ...options } =
    readPage(text.join("\n"), { file: "v1.0/api/run-list.md", version: "v1.0" }).operation?.queryOptions ??
    ({ kind: "unsaid" } as const);
  return options;
}

/** What a page says in its section on query options. */
function read(...lines: string[]): string {
  const options = readOptions(...lines);
  return options.kind === "listed" ? options.options.join(" ") : options.kind;
}

describe("query options", () => {
  it.each([
    [
      "This method supports the `$select` and `$filter` OData query parameters. See [more](/graph/query-parameters).",
      "$filter $select",
    ],
    [
      "This method supports the $top, `$orderBy` and [$skip](/x#skip) OData query parameters.",
      "$orderby $skip $top",
    ],
    ["This method requires the `$filter` [OData query parameter](/x).", "$filter"],
    ["It supports the `select` and `expand` [OData query parameters](/x).", "$expand $select"],
    [
      "You can use the [$top](/x#top) parameter. The other OData query parameters are not currently supported.",
      "$top",
    ],
  ])("are those that %j lists", (sentence, options) => {
    expect(read(sentence)).toBe(options);
  });

  it("may be listed in bullets or in a table", () => {
    expect(
      read(
        "This method supports the following OData query parameters:",
        "- `$count`",
        "- `$top` - sorts nothing.",
      ),
    ).toBe("$count $top");
    expect(
      read(
        "|Name|Value|Description|",
        "|-|-|-|",
        "|$expand|string|What to expand.|",
        "|$select|string|See $filter.|",
      ),
    ).toBe("$expand $select");
  });

  it("are not listed by what one of them requires", () => {
    const sentence = "This method supports some of the OData query parameters. `$search` requires `$count`.";
    expect(read(sentence)).toBe("all");
  });

  it("are not those that a sentence refuses", () => {
    expect(read("This method supports the `$select` OData query parameter. `$filter` isn't supported.")).toBe(
      "$select",
    );
  });

  it.each([
    "Not supported.",
    "None.",
    "This method does not currently support the OData query parameters.",
    "The [OData query parameters](/x) are not supported.",
  ])("are none by %j", (sentence) => {
    expect(read(sentence)).toBe("none");
  });

  it.each([
    "This method supports the [OData query parameters](/x) to shape the response.",
    "This method supports some of the OData query parameters.",
    "It supports the OData query parameters, including `$select` and `$top`. You can use `$search` on names.",
    "You can use `$select` to get fewer properties.",
    "The properties below are only supported with `$select`. It supports the OData query parameters.",
  ])("are any by %j", (sentence) => {
    expect(read(sentence)).toBe("all");
  });

  it.each([
    [
      "It supports the OData query parameters, including `$select` and `$top`. You can use `$search`.",
      ["$select", "$top"],
    ],
    ["This method supports some of the OData query parameters, such as `$count`.", ["$count"]],
    [
      "This method supports some of the OData query parameters. For example, `$search` finds names.",
      undefined,
    ],
    ["This method supports the OData query parameters. Some names need `$select`.", undefined],
    ["It supports the OData query parameters. Some are not supported, for example `$skip`.", undefined],
  ])("are any, and some of them named, by %j", (sentence, options) => {
    expect(readOptions(sentence)).toEqual({ kind: "all", ...(options ? { options } : {}) });
  });

  it("are unsaid when the section is empty or names none", () => {
    expect(read("")).toBe("unsaid");
    expect(read("|Name|Type|", "|-|-|", "|startDate|Date|")).toBe("unsaid");
  });

  it("have the place where they are said", () => {
    const page = readPage("# List runs\n\n## HTTP request\n\n## Query parameters\n\nNot supported.\n", {
      file: "v1.0/api/a.md",
      version: "v1.0",
    });
    expect(page.operation?.queryOptions).toEqual({
      kind: "none",
      location: { file: "v1.0/api/a.md", line: 7, column: 1 },
    });
  });
});
