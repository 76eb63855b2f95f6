import { describe, expect, it } from "vitest";
import { plainText, readIncludes, readLinks, withoutLinks } from "../../../src/docs/markdown/inline.ts";

const references = new Map([["USER", "user.md"]]);

/** Links in short: `line:column text -> target`. */
function links(text: string, column = 1): string[] {
  const found = readLinks(text, { file: "a.md", line: 3, column }, references);
  return found.map(
    ({ text, target, location }) => `${location.line}:${location.column} ${text} -> ${target}`,
  );
}

describe("links", () => {
  it("are found with text, target and place, also behind a line break", () => {
    expect(links("a [run](run.md) and\n  [user](../user.md#top 'the user') [x](<a b.md>)", 5)).toEqual([
      "3:7 run -> run.md",
      "4:3 user -> ../user.md#top",
      "4:37 x -> a b.md",
    ]);
  });

  it("may have brackets and emphasis in their text, and parentheses in their target", () => {
    expect(links("[**base**[]](b.md) [f](f(a=1).md)")).toEqual([
      "3:1 **base**[] -> b.md",
      "3:20 f -> f(a=1).md",
    ]);
  });

  it("by reference need a definition", () => {
    expect(links("[The user][User] [user][] [T][unknown]")).toEqual([
      "3:1 The user -> user.md",
      "3:18 user -> user.md",
    ]);
  });

  it("are no images, no includes, nothing in code and nothing escaped", () => {
    expect(links("![x](x.png) [!INCLUDE [y](y.md)] `[z](z.md)` \\[v](v.md) [w] (w.md)")).toEqual([]);
  });

  it("around an image are links", () => {
    expect(links("[![x](x.png)](y.md)")).toEqual(["3:1 ![x](x.png) -> y.md"]);
  });
});

describe("includes", () => {
  it("are found with the place of their bracket", () => {
    const text = "See [a](b.md)\n[!INCLUDE [permissions](../inc/p.md)]\n[!include[x](y.md)]";
    expect(readIncludes(text, { file: "a.md", line: 7, column: 1 })).toEqual([
      {
        text: "permissions",
        target: "../inc/p.md",
        location: { file: "a.md", line: 8, column: 1 },
        length: 37,
      },
      { text: "x", target: "y.md", location: { file: "a.md", line: 9, column: 1 }, length: 19 },
    ]);
  });

  it("are no links in other brackets", () => {
    expect(
      readIncludes("[!NOTE [a](b.md)] [INCLUDE [c](d.md)]", { file: "a.md", line: 1, column: 1 }),
    ).toEqual([]);
  });
});

describe("plain text", () => {
  it("has no links, emphasis, ticks, tags and entities", () => {
    expect(plainText("**Supports** `$filter` of [the _run_](run.md)<br/>&lt;id&gt; \\* [T][user]")).toBe(
      "Supports $filter of the _run_ <id> * T",
    );
  });

  it("keeps signs that only look like markup", () => {
    expect(plainText("a < 5, b > 3, snake_case, [x] and 2*3")).toBe("a < 5, b > 3, snake_case, [x] and 2*3");
  });

  it("of nested links keeps every text once", () => {
    expect(withoutLinks("a [b ![c](d.png) e](f.md) g")).toBe("a b c e g");
    expect(withoutLinks("[!INCLUDE [x](y.md)]")).toBe("[!INCLUDE x]");
  });
});
