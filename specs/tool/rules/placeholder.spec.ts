import { describe, expect, it } from "vitest";
import { isPlaceholder } from "../../../src/contract/validation/placeholder.ts";

describe("a placeholder", () => {
  it.each([
    "String",
    "string (identifier)",
    "String (timestamp)",
    "Boolean",
    "Edm.Int32",
    "DateTimeOffset",
    "timestamp",
    "guid",
    "datetime-value",
    "Os Version value",
    "score.value",
    "skuId-value-1",
    "displayName-value2",
    "<Unknown Primitive Type Edm.Stream>",
    "{id}",
    "2021-{month}-01",
    "iVBORw0KGgo...",
    "(redacted)",
    "yyyy-MM-dd",
    "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx",
    "@odata.type: microsoft.graph.alertStatus",
    "microsoft.graph.alertStatus",
  ])("is %s", (text) => {
    expect(isPlaceholder(text)).toBe(true);
  });

  it.each([
    "",
    "2022-13-01T00:00:00Z",
    "1",
    "true",
    "completed",
    "value",
    "valuable",
    "value1",
    "added-value-2021",
    "{b8ee4f9e-61b6-4d8a-8d0c-8a2a2fd8a8a1}",
    "dmFsd",
    "P1W",
    "Stringent",
  ])("is not %j", (text) => {
    expect(isPlaceholder(text)).toBe(false);
  });

  it("is no number, no null and no Boolean", () => {
    expect([0, 1024, true, null, ["String"], {}].map((value) => isPlaceholder(value))).toEqual(
      Array(6).fill(false),
    );
  });

  it("is an object that says only its type", () => {
    expect(isPlaceholder({ "@odata.type": "microsoft.graph.identitySet" })).toBe(true);
    expect(isPlaceholder({ "@odata.type": "microsoft.graph.identitySet", user: null })).toBe(false);
  });
});

describe("a placeholder among the members of an enumeration", () => {
  const members = ["text", "boolean", "number"];

  it("is the word String, or a choice of members", () => {
    expect(isPlaceholder("String", members)).toBe(true);
    expect(isPlaceholder("text | boolean", members)).toBe(true);
    expect(isPlaceholder("dataType-value", members)).toBe(true);
  });

  it("is no other type's name and no choice of strangers", () => {
    expect(isPlaceholder("Integer", members)).toBe(false);
    expect(isPlaceholder("red | green", members)).toBe(false);
  });
});
