import { describe, expect, it } from "vitest";
import { typeDeclarations } from "../../../src/contract/typescript/type-declarations.ts";
import { typeNames } from "../../../src/contract/typescript/type-names.ts";
import { contractOf } from "../../support/contract-of.ts";
import { lifecycleContract } from "../../support/lifecycle-contract.ts";

const text = await typeDeclarations(lifecycleContract());

/** The declaration of one name, without its comments. */
function declaration(name: string): string {
  const found = text
    .split(/\n\n/)
    .find((part) => new RegExp(`^export (?:interface|type) ${name} `, "m").test(part));
  const lines = (found ?? "").trimEnd().split("\n");
  return lines.filter((line) => !/^\s*(?:\/\*\*| \*)/.test(line)).join("\n");
}

describe("the type declarations of a contract", () => {
  it("are an interface for each type and its collections, and a union for each enum, sorted", () => {
    const names = [...text.matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, name]) => name);
    expect(names).toEqual([...names].sort());
    expect(names).toContain("ProcessingStatus");
    expect(names).toContain("Run");
    expect(names).toContain("RunCollectionResponse");
    expect(names).toHaveLength(9 * 2 + 2);
  });

  it("spell out the documented types", () => {
    expect(declaration("Run").split("\n")).toEqual([
      "export interface Run {",
      '  "@odata.context"?: string;',
      '  "@odata.etag"?: string;',
      '  "@odata.id"?: string;',
      '  "@odata.type"?: string;',
      "  id?: string | null;",
      "  completedDateTime?: string | null;",
      "  failedTasksCount?: number;",
      "  totalTasksCounts?: number | null;",
      "  priority?: number | null;",
      "  size?: number | null;",
      '  ratio?: number | "INF" | "-INF" | "NaN" | null;',
      "  wait?: string | null;",
      "  content?: string | null;",
      "  notes?: string | null;",
      "  tags?: (string | null)[] | null;",
      "  status?: ProcessingStatus | null;",
      "  category?: TaskCategory | null;",
      '  state?: "open" | "done" | null;',
      "  scope?: Scope | RunScope | UserScope | null;",
      '  "reprocessedRuns@odata.context"?: string;',
      '  "reprocessedRuns@odata.count"?: number;',
      '  "reprocessedRuns@odata.nextLink"?: string;',
      "  reprocessedRuns?: Run[] | null;",
      '  "subject@odata.context"?: string;',
      "  subject?: {",
      "    [k: string]: unknown;",
      "  } | null;",
      "}",
    ]);
    expect(declaration("ProcessingStatus")).toBe(
      'export type ProcessingStatus = "queued" | "completed" | "unknownFutureValue" | "skipped";',
    );
    expect(declaration("TaskCategory")).toBe("export type TaskCategory = string;");
  });

  it("take names that are not documented for open types only", () => {
    expect(declaration("OpenThing")).toContain("\n  [k: string]: unknown;");
    expect(declaration("Run")).not.toContain("\n  [k: string]");
    expect(declaration("RunCollectionResponse")).not.toContain("[k: string]");
  });

  it("wrap collections", () => {
    expect(declaration("ScopeCollectionResponse")).toContain("value: (Scope | RunScope | UserScope)[];");
  });

  it("are the same text for the same contract", async () => {
    expect(await typeDeclarations(lifecycleContract())).toBe(text);
  });
});

describe("the names of the declarations", () => {
  it("are short, but for those that two namespaces share", () => {
    const contract = contractOf({
      types: { user: {}, "microsoft.graph.callRecords.user": {}, "microsoft.graph.callRecords.session": {} },
      enums: { "microsoft.graph.callRecords.userKind": ["a"] },
    });
    expect([...typeNames(contract)]).toEqual([
      ["microsoft.graph.user", "User"],
      ["microsoft.graph.callRecords.session", "Session"],
      ["microsoft.graph.callRecords.user", "CallRecordsUser"],
      ["microsoft.graph.callRecords.userKind", "UserKind"],
    ]);
  });

  it("are numbered where even that is the same, and never those of an envelope", () => {
    const contract = contractOf({ types: { timeZone: {}, TimeZone: {}, timeZoneCollectionResponse: {} } });
    expect([...typeNames(contract).values()]).toEqual([
      "TimeZone",
      "TimeZone2",
      "TimeZoneCollectionResponse2",
    ]);
  });

  it("are capitalised as the compiler of the declarations does it", () => {
    expect([...typeNames(contractOf({ types: { b2xIdentityUserFlow: {} } })).values()]).toEqual([
      "B2XIdentityUserFlow",
    ]);
  });
});
