import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSkiptoken, writeSkiptoken } from "../../../src/mock/query/skiptoken.ts";

describe("a $skiptoken", () => {
  it("gives back what was written, for its own list", () => {
    const start = fc.record(
      { position: fc.nat(), pageSize: fc.nat(100_000) },
      { requiredKeys: ["position"] },
    );
    fc.assert(
      fc.property(start, fc.string(), (written, scope) => {
        const token = writeSkiptoken(written, scope);
        expect(token).toMatch(/^[\w-]+$/);
        expect(readSkiptoken(token, scope)).toEqual(written);
      }),
    );
  });

  it("is worth nothing for another list", () => {
    const token = writeSkiptoken({ position: 100 }, "users");
    expect(readSkiptoken(token, "groups")).toBeUndefined();
  });

  it("is worth nothing once a character is changed, added or lost", () => {
    const token = writeSkiptoken({ position: 100, pageSize: 50 }, "users");
    const changed = [...token].flatMap((character, index) => {
      const other = character === "A" ? "B" : "A";
      const [before, behind] = [token.slice(0, index), token.slice(index + 1)];
      return [before + other + behind, before + behind, `${before + character}A${behind}`];
    });
    for (const other of changed) {
      if (other !== token) expect(readSkiptoken(other, "users")).toBeUndefined();
    }
  });

  it("is worth nothing as junk", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (junk) => {
        expect(readSkiptoken(junk, "users")).toBeUndefined();
      }),
    );
  });
});
