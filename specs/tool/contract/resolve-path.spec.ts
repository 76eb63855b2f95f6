import { describe, expect, it } from "vitest";
import { resolvePath } from "../../../src/contract/path/resolve-path.ts";
import { readRequestUrl } from "../../../src/odata/request-url.ts";
import { contractOf, typeRefOf } from "../../support/contract-of.ts";

const link = (type: string) => ({ type, navigation: true });

const types = {
  workflow: {
    properties: { runs: link("Collection(run)"), results: link("Collection(result)"), state: "state" },
  },
  run: {
    properties: {
      results: link("Collection(result)"),
      reprocessed: link("Collection(run)"),
      owner: link("user"),
    },
  },
  result: { properties: { subject: link("user"), tasks: link("Collection(task)") } },
  task: { properties: { name: "Edm.String" } },
  user: { properties: { messages: link("Collection(message)"), memberOf: link("Collection(base)") } },
  channel: { properties: { messages: link("Collection(post)"), state: "Edm.String" } },
  state: { properties: { since: "Edm.Date" } },
  base: {},
  group: { base: "base" },
  message: {},
  post: {},
  print: { properties: { state: "state" } },
};
const contract = contractOf({ types });

const resolve = (path: string, among = contract) => {
  const end = resolvePath(among, readRequestUrl(path).segments);
  return (
    end &&
    `${end.type.collection ? "Collection(" : ""}${end.type.name.replace("microsoft.graph.", "")}${end.type.collection ? ")" : ""}`
  );
};

describe("resolvePath", () => {
  it.each([
    ["/governance/workflows/7/runs", "Collection(run)"],
    ["/governance/workflows/7/runs/8", "run"],
    ["/governance/workflows/7/Runs('a')", "run"],
    ["/deleted/workflows/7/scope/8/reprocessed/9/reprocessed", "Collection(run)"],
    ["/workflows/7/runs/8/results/9/subject", "user"],
    ["/workflows/7/runs/{id}/results", "Collection(result)"],
    ["/users/7/messages", "Collection(message)"],
    ["/users/7/memberOf/microsoft.graph.group", "Collection(group)"],
    ["/workflows/7/state", "state"],
    ["/workflows/7/state/since", "Edm.Date"],
    ["/print/state", "state"],
  ])("follows %s to %s", (path, type) => {
    expect(resolve(path)).toBe(type);
  });

  it.each([
    ["a relationship of several types", "/somewhere/7/messages"],
    ["a root, even if a relationship has its name", "/runs"],
    ["a name that nobody documents", "/workflows/7/runs/8/walks"],
    ["a function", "/workflows/7/runs/summary(from=1)"],
    ["a function without parentheses", "/workflows/7/runs/delta"],
    ["a count", "/workflows/7/runs/$count"],
    ["a reference", "/workflows/7/runs/8/$ref"],
    ["nothing", "/"],
  ])("does not guess the type of %s", (_, path) => {
    expect(resolve(path)).toBeUndefined();
  });

  it("begins where a documented operation says what a part of the path is", () => {
    const body = typeRefOf(contract, "channel");
    const location = { file: "api/channel-get.md", line: 1, column: 1 };
    const documented = contractOf({
      types,
      operations: [
        { method: "GET", path: "/teams/{id}/rooms/{id}", responses: [{ status: 200, body, location }] },
      ],
    });
    expect(resolve("/teams/7/rooms/8/messages")).toBeUndefined();
    expect(resolve("/teams/7/rooms/8/messages", documented)).toBe("Collection(post)");
  });

  it("begins behind a key in parentheses where an operation says what the collection is", () => {
    const body = typeRefOf(contract, "Collection(channel)");
    const location = { file: "api/channel-list.md", line: 1, column: 1 };
    const documented = contractOf({
      types,
      operations: [
        { method: "GET", path: "/teams/{id}/rooms", responses: [{ status: 200, body, location }] },
      ],
    });
    expect(resolve("/teams('7')/rooms('8')/messages")).toBeUndefined();
    expect(resolve("/teams('7')/rooms('8')/messages", documented)).toBe("Collection(post)");
    expect(resolve("/teams/7/rooms/8/messages", documented)).toBe("Collection(post)");
  });

  it("says whether the way was certain", () => {
    const certain = (path: string) => resolvePath(contract, readRequestUrl(path).segments)?.certain;
    expect(certain("/users/7/messages")).toBe(true);
    expect(certain("/governance/things/7/reprocessed")).toBe(false);
  });
});
