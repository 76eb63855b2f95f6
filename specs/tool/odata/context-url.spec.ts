import { describe, expect, it } from "vitest";
import { readContextUrl } from "../../../src/odata/context-url.ts";

const read = (fragment: string) => readContextUrl(`https://graph.microsoft.com/v1.0/$metadata#${fragment}`);

describe("readContextUrl", () => {
  it.each([
    ["users", { segments: ["users"], entity: false }],
    ["users/$entity", { segments: ["users"], entity: true }],
    ["users('a')/messages", { segments: ["users('a')", "messages"], entity: false }],
    ["users('a%40b')/messages/$entity", { segments: ["users('a@b')", "messages"], entity: true }],
    ["users(id,mail)", { segments: ["users"], select: ["id", "mail"], entity: false }],
    [
      "users(id,manager(id,mail))/$entity",
      { segments: ["users"], select: ["id", "manager(id,mail)"], entity: true },
    ],
    [
      "teams('1')/tabs(teamsApp())",
      { segments: ["teams('1')", "tabs"], select: ["teamsApp()"], entity: false },
    ],
    ["users('a')(id)", { segments: ["users('a')"], select: ["id"], entity: false }],
    [
      "users(00000000-0000-0000-0000-000000000001)",
      { segments: ["users(00000000-0000-0000-0000-000000000001)"], entity: false },
    ],
    ["places/microsoft.graph.room", { segments: ["places", "microsoft.graph.room"], entity: false }],
    ["users/$delta", { segments: ["users"], entity: false }],
  ])("reads the path %s", (fragment, parts) => {
    expect(read(fragment)).toEqual({ host: "graph.microsoft.com", root: "v1.0", ...parts });
  });

  it.each([
    ["microsoft.graph.user", { type: "microsoft.graph.user" }],
    ["Collection(microsoft.graph.user)", { type: "Collection(microsoft.graph.user)" }],
    ["Collection(userActivity)", { type: "Collection(userActivity)" }],
    ["Edm.String", { type: "Edm.String" }],
    ["Collection(microsoft.graph.user)(id)", { type: "Collection(microsoft.graph.user)", select: ["id"] }],
    ["microsoft.graph.user(id)", { type: "microsoft.graph.user", select: ["id"] }],
  ])("reads the type %s", (fragment, parts) => {
    expect(read(fragment)).toEqual({
      host: "graph.microsoft.com",
      root: "v1.0",
      segments: [],
      entity: false,
      ...parts,
    });
  });

  it("reads a relative context", () => {
    expect(readContextUrl("$metadata#users")).toEqual({
      host: "",
      root: "",
      segments: ["users"],
      entity: false,
    });
  });

  it("is undefined for what is no context", () => {
    expect(readContextUrl("https://graph.microsoft.com/v1.0/users")).toBeUndefined();
    expect(readContextUrl("https://graph.microsoft.com/v1.0/$metadata#")).toBeUndefined();
  });
});
