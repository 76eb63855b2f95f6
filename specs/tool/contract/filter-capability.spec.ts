import { describe, expect, it } from "vitest";
import { spanAt } from "../../../src/base/span.ts";
import { documentedOperators } from "../../../src/contract/capability/documented-operators.ts";
import { isDocumentedOption, optionStanding } from "../../../src/contract/capability/documented-option.ts";
import { isDocumentedUse, useStanding } from "../../../src/contract/capability/documented-use.ts";
import { literalFits } from "../../../src/contract/capability/literal-fits.ts";
import type { Contract, Operation } from "../../../src/contract/contract.ts";
import type { QueryOptions } from "../../../src/docs/page.ts";
import { filterUses } from "../../../src/odata/filter-uses.ts";
import { parseFilter } from "../../../src/odata/parse-filter.ts";
import { contractOf } from "../../support/contract-of.ts";

const location = { file: "api/operation.md", line: 1, column: 1 };
const sketch = contractOf({
  types: {
    entity: { properties: { id: "Edm.String" } },
    run: {
      base: "entity",
      properties: {
        status: { type: "Edm.String", filter: ["eq", "ne", "not", "startsWith"] },
        note: "Edm.String",
        started: { type: "Edm.DateTimeOffset", filter: [] },
        tags: { type: "Collection(Edm.String)", filter: ["eq", "not"] },
        kinds: { type: "Collection(Edm.String)", filter: ["any"] },
        owner: { type: "user", navigation: true, filter: ["eq", "ne"] },
        editor: { type: "user", navigation: true },
        detail: { type: "detail" },
        stranger: { type: "stranger", filter: ["eq"] },
      },
    },
    walk: { base: "run", properties: { steps: { type: "Edm.Int32", filter: ["gt"] } } },
    user: { properties: { id: "Edm.String", mail: { type: "Edm.String", filter: ["endsWith"] } } },
    detail: { properties: { size: { type: "Edm.Int32", filter: ["eq"] }, text: "Edm.String" } },
    quiet: { properties: { id: "Edm.String", part: "detail" } },
    open: { open: true, properties: { id: "Edm.String" } },
  },
  operations: [{ method: "GET", path: "/runs" }],
});
const run = sketch.types["microsoft.graph.run"];
const operators = (path: string, type = run) => documentedOperators(sketch, type, path.split("/"));

describe("documentedOperators", () => {
  it("are those that the page lists, in lower case", () => {
    expect(operators("status")).toEqual(["eq", "ne", "not", "startswith"]);
    expect(operators("STATUS")).toEqual(["eq", "ne", "not", "startswith"]);
  });

  it("are all where the page says $filter and lists none, and where the whole page says nothing", () => {
    expect(operators("started")).toBeUndefined();
    expect(operators("id", sketch.types["microsoft.graph.quiet"])).toBeUndefined();
  });

  it("are none where the page lists some for another property, and not for this one", () => {
    expect(operators("note")).toEqual([]);
    expect(operators("editor")).toEqual([]);
    expect(operators("nobody")).toEqual([]);
  });

  it("are all of an inherited property on which its own page says nothing", () => {
    expect(operators("id")).toBeUndefined();
  });

  it("hold for what is below a property, together with those below", () => {
    expect(operators("owner/id")).toEqual(["eq", "ne"]);
    expect(operators("owner/mail")).toEqual(["eq", "ne", "endswith"]);
    expect(operators("detail/size")).toEqual(["eq"]);
    expect(operators("detail/text")).toEqual([]);
    expect(operators("part/size", sketch.types["microsoft.graph.quiet"])).toEqual(["eq"]);
  });

  it("have any for a list, which is reached in no other way", () => {
    expect(operators("tags")).toEqual(["eq", "not", "any"]);
    expect(operators("kinds")).toEqual(["any", "eq"]);
    expect(operators("tags/$count")).toBeUndefined();
    expect(operators("note/$count")).toEqual([]);
  });

  it("are found on derived types, behind a cast or without", () => {
    expect(operators("steps")).toEqual(["gt"]);
    expect(operators("microsoft.graph.walk/steps")).toEqual(["gt"]);
    expect(operators("microsoft.graph.nobody/steps")).toBeUndefined();
  });

  it("are all of a type that the contract does not know in full", () => {
    expect(operators("x", sketch.types["microsoft.graph.open"])).toBeUndefined();
    expect(documentedOperators(sketch, undefined, ["x"])).toBeUndefined();
    expect(operators("stranger/x")).toBeUndefined();
  });
});

describe("isDocumentedUse", () => {
  const [plain] = sketch.operations;
  const standings = (contract: Contract, text: string, operation: Operation | undefined = plain) => {
    const parsed = parseFilter(text);
    if ("problem" in parsed) return [];
    return filterUses(parsed.expression).map((use) => {
      const standing = useStanding(contract, operation, run, use);
      expect(isDocumentedUse(contract, operation, run, use)).toBe(standing !== "undocumented");
      return standing;
    });
  };

  it("tells what is promised, left open and not documented", () => {
    expect(standings(sketch, "not startswith(status,'x')")).toEqual(["promised", "promised"]);
    expect(standings(sketch, "status eq 'x' and (status in ('a') or note eq 'b')")).toEqual([
      "promised",
      "undocumented",
      "undocumented",
    ]);
    expect(standings(sketch, "started ge 2022-01-01 and id eq 'x'")).toEqual(["promised", "unsaid"]);
    expect(standings(sketch, "tags/any(t:t eq 'x')")).toEqual(["promised", "promised"]);
    expect(standings(sketch, "tags/all(t:t ne 'x')")).toEqual(["undocumented", "undocumented"]);
  });

  it("takes what an example of the operation's page shows for promised, and of no other page", () => {
    const example = (file: string, query: string): Contract => ({
      ...sketch,
      examples: [
        {
          title: "t",
          name: "n",
          file,
          request: {
            method: "GET",
            url: `https://graph.microsoft.com/v1.0/runs${query}`,
            target: spanAt(location),
            headers: [],
            location,
          },
          location,
        },
      ],
    });
    const shown = example("api/operation.md", "?$filter=NOTE eq 'x'&$top=1");
    expect(standings(shown, "note eq 'y'")).toEqual(["promised"]);
    expect(standings(shown, "note ne 'y'")).toEqual(["undocumented"]);
    expect(standings(example("api/other.md", "?$filter=note eq 'x'"), "note eq 'y'")).toEqual([
      "undocumented",
    ]);
    const none: Operation = { ...(plain as Operation), queryOptions: { kind: "none", location } };
    expect(optionStanding(shown, none, "$top")).toBe("promised");
    expect(optionStanding(shown, none, "$skip")).toBe("undocumented");
  });
});

describe("isDocumentedOption", () => {
  const standing = (queryOptions: QueryOptions, option: string) => {
    const [operation] = contractOf({
      operations: [{ method: "GET", path: "/runs", queryOptions }],
    }).operations;
    if (!operation) throw new Error("no operation");
    const found = optionStanding(sketch, operation, option);
    expect(isDocumentedOption(sketch, operation, option)).toBe(found !== "undocumented");
    return found;
  };

  it("is what the page lists", () => {
    const listed: QueryOptions = { kind: "listed", options: ["$select", "$top"], location };
    expect(standing(listed, "$top")).toBe("promised");
    expect(standing(listed, "$filter")).toBe("undocumented");
    expect(standing({ kind: "none", location }, "$top")).toBe("undocumented");
  });

  it("is left open where the page speaks of no option, or of all", () => {
    expect(standing({ kind: "unsaid" }, "$top")).toBe("unsaid");
    expect(standing({ kind: "all", location }, "$top")).toBe("unsaid");
  });

  it("is never asked of tokens, $format, and options of the operation's own", () => {
    for (const option of ["$skiptoken", "$deltatoken", "$format", "startdatetime"])
      expect(standing({ kind: "none", location }, option)).toBe("unsaid");
  });
});

describe("literalFits", () => {
  const fits = (type: string, text: string, values?: readonly string[]) => {
    const parsed = parseFilter(`a eq ${text}`);
    const contract = contractOf({
      types: { t: { properties: { a: { type } } } },
      enums: { kind: ["x", "y"] },
    });
    const property = contract.types["microsoft.graph.t"]?.properties[0];
    if ("problem" in parsed || parsed.expression.kind !== "compare" || !property) return undefined;
    const { right } = parsed.expression;
    const members = values && { values: { members: values, onRequest: [], multiValued: false } };
    return right.kind === "literal" ? literalFits(contract, { ...property, ...members }, right) : undefined;
  };

  it("is true of a literal that is written as the type's values are", () => {
    expect(fits("Edm.String", "'x'")).toBe(true);
    expect(fits("Edm.Int64", "5")).toBe(true);
    expect(fits("Edm.DateTimeOffset", "2022-01-01T00:00:00Z")).toBe(true);
    expect(fits("Edm.Boolean", "null")).toBe(true);
  });

  it("is false of another, of a member that there is not, and where nothing is known", () => {
    expect(fits("Edm.String", "5")).toBe(false);
    expect(fits("Edm.Guid", "'x'")).toBe(false);
    expect(fits("Edm.String", "'z'", ["x"])).toBe(false);
    expect(fits("stranger", "'x'")).toBe(false);
  });
});
