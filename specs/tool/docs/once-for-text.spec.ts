import { describe, expect, it } from "vitest";
import { onceForText } from "../../../src/base/once-for-text.ts";

describe("what is made once for a text", () => {
  it("is made for the first of equal texts, and is the same one for all", () => {
    const made: string[] = [];
    const lettersOf = onceForText((text) => {
      made.push(text);
      return [...text];
    });
    const first = lettersOf("a boat");
    expect(lettersOf("not a boat".slice(4))).toBe(first);
    expect(lettersOf("a buoy")).toEqual([..."a buoy"]);
    expect(made).toEqual(["a boat", "a buoy"]);
  });

  it("is made once where it is nothing, too", () => {
    let asked = 0;
    const nothing = onceForText(() => void asked++);
    expect([nothing("a"), nothing("a")]).toEqual([undefined, undefined]);
    expect(asked).toBe(1);
  });

  it("is right for half of a surrogate pair, which no copy keeps", () => {
    const listOf = onceForText((text) => [text]);
    expect(listOf("\ud83d")).toEqual(["\ud83d"]);
    expect(listOf("\ufffd")).toEqual(["\ufffd"]);
  });

  it("is forgotten where too many texts come, and then made anew", () => {
    let made = 0;
    const count = onceForText(() => ++made);
    expect(count("first")).toBe(1);
    for (let other = 0; other < 20_000; other++) count(`${other}`);
    expect(count("first")).toBe(20_002);
    expect(count("first")).toBe(20_002);
  });
});
