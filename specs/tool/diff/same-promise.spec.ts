import { expect, test } from "vitest";
import { isSamePromise } from "../../../src/diff/same-promise.ts";

const property = {
  name: "id",
  type: { kind: "primitive", name: "Edm.String" },
  row: "id|String|The key.|",
  location: { file: "a.md", line: 3, column: 2 },
};

test("a row that moved and was reworded promises the same", () => {
  const moved = {
    ...property,
    row: "id | String | Its key. |",
    location: { file: "b.md", line: 9, column: 1 },
  };
  expect(isSamePromise([property], [moved])).toBe(true);
});

test.each([
  ["another value deep inside", { ...property, type: { kind: "primitive", name: "Edm.Int32" } }],
  ["a name more", { ...property, nullable: true }],
  ["a name less", { name: "id", type: property.type, location: property.location }],
])("%s is another promise, whichever comes first", (_, other) => {
  expect(isSamePromise(property, other)).toBe(false);
  expect(isSamePromise(other, property)).toBe(false);
});

test("a list promises its order and its length", () => {
  expect(isSamePromise(["a", "b"], ["b", "a"])).toBe(false);
  expect(isSamePromise(["a"], ["a", "b"])).toBe(false);
});
