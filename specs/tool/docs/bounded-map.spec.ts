import { describe, expect, it } from "vitest";
import { boundedMap } from "../../../src/base/bounded-map.ts";

describe("a map with a limit", () => {
  const keysOf = (asked: readonly string[], limit: number, read: (key: string) => boolean) => {
    const map = boundedMap<string, string>(limit);
    for (const key of asked) {
      for (const before of asked) if (read(before)) map.get(before);
      map.set(key, key, 1);
    }
    return asked.filter((key) => map.get(key) !== undefined);
  };
  const letters = [..."abcdefgh"];

  it("forgets the oldest that nobody has read since", () => {
    expect(keysOf(letters, 3, () => false)).toEqual(["f", "g", "h"]);
    expect(keysOf(letters, 3, (key) => key === "a")).toEqual(["a", "g", "h"]);
  });

  it("keeps to its limit where everything is read before anything comes", () => {
    expect(keysOf(letters, 3, () => true)).toHaveLength(3);
  });

  it("keeps what is heavier than the limit until the next comes", () => {
    const map = boundedMap<string, number>(10);
    map.set("heavy", 1, 50);
    expect(map.get("heavy")).toBe(1);
    map.set("light", 2, 1);
    expect([map.get("heavy"), map.get("light")]).toEqual([undefined, 2]);
  });
});
