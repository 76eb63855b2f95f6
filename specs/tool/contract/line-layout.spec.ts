import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLines, writeLines } from "../../../src/contract/line-layout.ts";
import { documentation } from "../../support/documentation.ts";

const read = (text: string) => readLines(text.split("\n"));

const name = fc.stringMatching(/^[a-z][\w.]{0,8}$/);
const json = fc.jsonValue();

describe("the layout of contract.json", () => {
  it("gives a line to each entry, and all of them back", () => {
    const written = { format: 1, list: [{ a: "[" }, 2], none: [], named: { b: { c: 3 } }, empty: {} };
    const text = writeLines(written);
    expect(text).toBe(
      '{\n"format": 1,\n"list": [\n{"a":"["},\n2\n],\n"none": [],\n"named": {\n"b": {"c":3}\n},\n"empty": {}\n}\n',
    );
    expect(read(text)).toEqual(written);
  });

  it("is read as JSON is, whatever it holds", () => {
    const value = fc.oneof(fc.integer(), fc.string(), fc.array(json), fc.dictionary(name, json));
    fc.assert(
      fc.property(fc.dictionary(name, value, { minKeys: 1 }), (object) => {
        const text = writeLines(object);
        expect(read(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it("is that of a whole contract", () => {
    const contract = { types: documentation.contract("v1.0").types };
    expect(read(writeLines(contract))).toEqual(JSON.parse(JSON.stringify(contract)));
  });

  it("is never read as something else: a text with one letter less or changed is JSON's matter", () => {
    const text = writeLines({ format: 1, list: [1, { a: 2 }], named: { b: [3], c: "d" } });
    for (let at = 0; at < text.length; at++) {
      for (const other of ["", ",", "}", "\n", "x", '"']) {
        const changed = text.slice(0, at) + other + text.slice(at + 1);
        const value = read(changed);
        if (value !== undefined) expect(value, changed).toEqual(JSON.parse(changed));
      }
    }
  });

  it.each([
    ["indented", '{\n  "a": 1\n}\n'],
    ["on one line", '{"a": 1}'],
    ["without a comma", '{\n"a": 1\n"b": 2\n}'],
    ["with one too many", '{\n"a": 1,\n}'],
    ["followed by something", '{\n"a": 1\n}\n{'],
    ["cut off", '{\n"a": [\n1'],
    ["of a name that is a word of the language", '{\n"__proto__": 1\n}'],
    ["empty", ""],
  ])("is left to another reader where the text is %s", (_, text) => {
    expect(read(text)).toBeUndefined();
  });

  it("lets go of a file that it does not read to its end", () => {
    let isOpen = false;
    function* file() {
      isOpen = true;
      try {
        yield "[";
        yield "]";
      } finally {
        isOpen = false;
      }
    }
    expect(readLines(file())).toBeUndefined();
    expect(isOpen).toBe(false);
  });
});
