import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ContextUrlParts, contextUrl } from "../../../src/mock/query/context-url.ts";
import type { Expansion, Query } from "../../../src/mock/query/query.ts";
import { readContextUrl } from "../../../src/odata/context-url.ts";
import { contractOf } from "../../support/contract-of.ts";

const plain: Query = {
  contract: contractOf({}),
  expand: [],
  orderby: [],
  skip: 0,
  count: false,
  pageSize: 100,
  allMembers: false,
  scope: "",
  applied: [],
};
const select = (...items: readonly string[]) => items.map((text) => ({ text, path: text.split("/") }));
const expand = (name: string, query: Partial<Query> = {}, recursive = false): Expansion => ({
  name,
  recursive,
  query: { ...plain, ...query },
});

const runs = [
  { name: "identityGovernance" },
  { name: "lifecycleWorkflows" },
  { name: "workflows", key: "w-1" },
  { name: "runs", key: "r-1" },
  { name: "userProcessingResults" },
];
const write = (parts: Partial<ContextUrlParts>) =>
  contextUrl({
    origin: "https://localhost:8443",
    version: "v1.0",
    segments: runs,
    collection: true,
    entity: false,
    ...parts,
  });

describe("contextUrl", () => {
  it("names the path with its keys in parentheses, and the select list", () => {
    expect(write({})).toBe(
      "https://localhost:8443/v1.0/$metadata#identityGovernance/lifecycleWorkflows/workflows('w-1')/runs('r-1')/userProcessingResults",
    );
    expect(
      write({ segments: [{ name: "users" }], query: { ...plain, select: select("id", "subject") } }),
    ).toBe("https://localhost:8443/v1.0/$metadata#users(id,subject)");
  });

  it("names one resource by its collection and /$entity", () => {
    const segments = [{ name: "users", key: "a" }];
    expect(write({ segments, collection: false, entity: true })).toBe(
      "https://localhost:8443/v1.0/$metadata#users/$entity",
    );
    const query = { ...plain, select: select("id") };
    expect(write({ segments, query, collection: false, entity: true })).toBe(
      "https://localhost:8443/v1.0/$metadata#users(id)/$entity",
    );
  });

  it("keeps the key of what stands alone below a resource", () => {
    const segments = [{ name: "users", key: "o'neil" }, { name: "mailboxSettings" }];
    expect(write({ segments, collection: false })).toBe(
      "https://localhost:8443/v1.0/$metadata#users('o''neil')/mailboxSettings",
    );
  });

  it("lists what is expanded in parentheses, with + where levels go on", () => {
    const query = {
      ...plain,
      select: select("id"),
      expand: [
        expand("manager", { select: select("mail") }),
        expand("tasks", { expand: [expand("owner")] }),
        expand("parent", { select: select("id"), expand: [expand("parent")] }, true),
      ],
    };
    expect(write({ segments: [{ name: "users" }], query })).toBe(
      "https://localhost:8443/v1.0/$metadata#users(id,manager(mail),tasks(owner()),parent+(id))",
    );
  });

  it("names the type of what has no path", () => {
    const type = "microsoft.graph.identityGovernance.userSummary";
    expect(write({ type, collection: false })).toBe(
      "https://localhost:8443/v1.0/$metadata#microsoft.graph.identityGovernance.userSummary",
    );
    expect(write({ type, query: { ...plain, select: select("id") } })).toBe(
      "https://localhost:8443/v1.0/$metadata#Collection(microsoft.graph.identityGovernance.userSummary)(id)",
    );
  });

  const name = fc.stringMatching(/^[A-Za-z_]\w{0,9}$/);
  const key = fc.string({ unit: "grapheme", minLength: 1 });
  const segment = fc.record({ name, key }, { requiredKeys: ["name"] });
  const listed = fc.uniqueArray(name, { maxLength: 3 });
  const expanded = fc.array(
    fc.tuple(name, listed).map(([to, own]) => expand(to, own.length > 0 ? { select: select(...own) } : {})),
    { maxLength: 2 },
  );

  it("is read back as it was meant", () => {
    const parts = fc.record({
      segments: fc.array(segment, { minLength: 1, maxLength: 4 }),
      selected: listed,
      expanded,
      entity: fc.boolean(),
    });
    fc.assert(
      fc.property(parts, ({ segments, selected, expanded: expansions, entity }) => {
        const query = { ...(selected.length > 0 ? { select: select(...selected) } : {}), expand: expansions };
        const text = write({ segments, query, entity, collection: !entity });
        const items = [
          ...selected,
          ...expansions.map(
            ({ name: to, query: own }) => `${to}(${(own.select ?? []).map((item) => item.text)})`,
          ),
        ];
        expect(readContextUrl(text)).toEqual({
          host: "localhost:8443",
          root: "v1.0",
          segments: segments.map((each, index) =>
            each.key === undefined || (entity && index === segments.length - 1)
              ? each.name
              : `${each.name}('${each.key.replaceAll("'", "''")}')`,
          ),
          ...(items.length > 0 ? { select: items } : {}),
          entity,
        });
        expect(URL.canParse(text)).toBe(true);
      }),
    );
  });
});
