import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Edit } from "../../../src/base/span.ts";
import { applyEdits } from "../../../src/fix/apply-edits.ts";

/** An edit in short: from `line:column` up to `line:column`, and the text. */
function edit(from: string, to: string, text: string): Edit {
  const place = (written: string) => {
    const [line = 0, column = 0] = written.split(":").map(Number);
    return { line, column };
  };
  return { span: { file: "page.md", start: place(from), end: place(to) }, text };
}

const page = "one two\nthree\n\nfour\n";

describe("the edits of a page", () => {
  it("replace, delete and insert", () => {
    expect(applyEdits(page, [edit("1:1", "1:4", "1")])).toBe("1 two\nthree\n\nfour\n");
    expect(applyEdits(page, [edit("1:4", "1:8", "")])).toBe("one\nthree\n\nfour\n");
    expect(applyEdits(page, [edit("2:6", "2:6", ",")])).toBe("one two\nthree,\n\nfour\n");
    expect(applyEdits(page, [edit("3:1", "3:1", "empty")])).toBe("one two\nthree\nempty\nfour\n");
    expect(applyEdits(page, [edit("5:1", "5:1", "end")])).toBe("one two\nthree\n\nfour\nend");
    expect(applyEdits(page, [])).toBe(page);
  });

  it("reach over lines", () => {
    expect(applyEdits(page, [edit("1:5", "4:1", "and ")])).toBe("one and four\n");
  });

  it("keep their places, however many there are and in whatever order", () => {
    const edits = [edit("1:1", "1:4", "a\nb"), edit("2:1", "2:6", "c"), edit("4:1", "4:5", "d")];
    expect(applyEdits(page, edits)).toBe("a\nb two\nc\n\nd\n");
    expect(applyEdits(page, edits.toReversed())).toBe("a\nb two\nc\n\nd\n");
  });

  it("may touch", () => {
    expect(applyEdits(page, [edit("1:1", "1:4", "A"), edit("1:4", "1:5", "-")])).toBe(
      "A-two\nthree\n\nfour\n",
    );
    expect(applyEdits(page, [edit("1:1", "1:4", "A"), edit("1:4", "1:4", "!")])).toBe(
      "A! two\nthree\n\nfour\n",
    );
  });

  it("are made once where two findings have the same one", () => {
    expect(applyEdits(page, [edit("2:6", "2:6", ","), edit("2:6", "2:6", ",")])).toBe(
      "one two\nthree,\n\nfour\n",
    );
  });

  it("are made in their order where they insert at one place", () => {
    expect(applyEdits("ad", [edit("1:2", "1:2", "b"), edit("1:2", "1:2", "c")])).toBe("abcd");
  });

  it.each([
    ["that overlap", [edit("1:1", "1:5", "a"), edit("1:4", "1:8", "b")]],
    ["one of which holds the other", [edit("1:1", "2:3", "a"), edit("1:4", "1:5", "b")]],
    ["that replace one place with two texts", [edit("1:1", "1:4", "a"), edit("1:1", "1:4", "b")]],
    ["one of which inserts within the other", [edit("1:1", "1:4", "a"), edit("1:2", "1:2", "b")]],
  ])("are refused, two %s", (_, edits) => {
    expect(() => applyEdits(page, edits)).toThrow(/^the edits at page\.md:1:1-.* overlap$/);
    expect(() => applyEdits(page, edits.toReversed())).toThrow(RangeError);
  });

  it.each([
    ["1:9", "1:9"],
    ["6:1", "6:1"],
    ["0:1", "1:1"],
    ["1:0", "1:1"],
    ["1:3", "1:2"],
  ])("are refused outside of the text: %s to %s", (from, to) => {
    expect(() => applyEdits(page, [edit(from, to, "x")])).toThrow(
      `the edit at page.md:${from}-${to} stands outside of the text`,
    );
  });
});

describe("what no edit touches", () => {
  it("keeps its line breaks, and what is inserted gets them", () => {
    expect(applyEdits("one\r\ntwo\r\n", [edit("2:1", "2:4", "a\nb")])).toBe("one\r\na\r\nb\r\n");
    expect(applyEdits("one\rtwo", [edit("2:1", "2:1", "a\r\n")])).toBe("one\ra\rtwo");
    expect(applyEdits("one\ntwo\r\nthree", [edit("3:1", "3:6", "3")])).toBe("one\ntwo\r\n3");
  });

  it("keeps its byte order mark, which is in no column", () => {
    expect(applyEdits("\uFEFFone\r\ntwo", [edit("1:1", "1:4", "1"), edit("2:4", "2:4", "!")])).toBe(
      "\uFEFF1\r\ntwo!",
    );
  });

  it("is the same in any text, with one edit made anywhere", () => {
    const lines = fc.array(fc.string({ unit: fc.constantFrom("a", "|", "é", "😀", " ") }), { minLength: 1 });
    const returns = fc.constantFrom("\n", "\r\n", "\r");
    fc.assert(
      fc.property(lines, returns, fc.boolean(), fc.nat(), fc.nat(), (written, end, marked, first, second) => {
        const mark = marked ? "\uFEFF" : "";
        const line = first % written.length;
        const before = written.slice(0, line);
        const own = written[line] ?? "";
        const at = second % (own.length + 1);
        const place = `${line + 1}:${at + 1}`;
        const changed = [...before, `${own.slice(0, at)}<>${own.slice(at)}`, ...written.slice(line + 1)];
        const edited = applyEdits(mark + written.join(end), [edit(place, place, "<>")]);
        expect(edited).toBe(mark + changed.join(end));
      }),
    );
  });
});

describe("what an edit inserts", () => {
  it("gets the line break in front of its line, else the one behind it, where a file has several", () => {
    const mixed = "one\ntwo\r\nthree\nfour";
    expect(applyEdits(mixed, [edit("3:1", "3:1", "a\n")])).toBe("one\ntwo\r\na\r\nthree\nfour");
    expect(applyEdits(mixed, [edit("2:1", "2:1", "a\n")])).toBe("one\na\ntwo\r\nthree\nfour");
    expect(applyEdits(mixed, [edit("2:4", "2:4", "\na")])).toBe("one\ntwo\r\na\r\nthree\nfour");
    expect(applyEdits(mixed, [edit("4:5", "4:5", "\na")])).toBe("one\ntwo\r\nthree\nfour\na");
  });

  it("stands below a last line that no line break ends, and leaves the end of the file as it was", () => {
    expect(applyEdits("one\r\ntwo", [edit("3:1", "3:1", "a\n")])).toBe("one\r\ntwo\r\na");
    expect(applyEdits("one", [edit("2:1", "2:1", "a\nb\n")])).toBe("one\na\nb");
    expect(() => applyEdits("one", [edit("3:1", "3:1", "a\n")])).toThrow("stands outside of the text");
  });
});
