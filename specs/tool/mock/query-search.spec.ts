import { describe, expect, it } from "vitest";
import { matchesSearch, readSearch } from "../../../src/mock/query/search.ts";

const resource = {
  "@odata.id": "control",
  id: "1",
  name: "Weekly Report",
  body: { text: "the final numbers" },
};
const finds = (text: string) => {
  const search = readSearch(text);
  return search && matchesSearch(resource, search);
};

describe("$search", () => {
  it.each([
    "report",
    '"weekly report"',
    "weekly report",
    "weekly AND final",
    "missing OR final",
    "NOT missing",
    '"name:weekly"',
    "name:WEEKLY",
    '"name:missing" OR "body:numbers"',
  ])("finds by %s", (text) => {
    expect(finds(text)).toBe(true);
  });

  it.each(["missing", '"report weekly"', "weekly missing", "NOT weekly", '"id:weekly"', "control"])(
    "does not find by %s",
    (text) => {
      expect(finds(text)).toBe(false);
    },
  );

  it.each(["", '"open', "a OR", "OR", "AND"])("is not read from %j", (text) => {
    expect(readSearch(text)).toBeUndefined();
  });
});
