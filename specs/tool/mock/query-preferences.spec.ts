import { describe, expect, it } from "vitest";
import { readPreferences } from "../../../src/mock/query/preferences.ts";

describe("readPreferences", () => {
  it("reads both preferences, in any letter case, with and without the prefix", () => {
    expect(readPreferences("odata.maxpagesize=5, include-unknown-enum-members")).toEqual({
      maxPageSize: 5,
      allMembers: true,
    });
    expect(readPreferences('MaxPageSize = "7"')).toEqual({ maxPageSize: 7, allMembers: false });
    expect(readPreferences("Include-Unknown-Enum-Members; x=1")).toEqual({ allMembers: true });
  });

  it("takes the first of two, and none from inside of quotes", () => {
    expect(readPreferences("odata.maxpagesize=5, odata.maxpagesize=6")).toEqual({
      maxPageSize: 5,
      allMembers: false,
    });
    expect(readPreferences('x="a, include-unknown-enum-members"')).toEqual({ allMembers: false });
  });

  it.each(["", "odata.maxpagesize=0", "odata.maxpagesize=-1", "odata.maxpagesize=many", ",,;=", '"'])(
    "asks for nothing with %j",
    (header) => {
      expect(readPreferences(header)).toEqual({ allMembers: false });
    },
  );
});
