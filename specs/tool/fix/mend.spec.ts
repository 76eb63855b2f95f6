import { describe, expect, it } from "vitest";
import { type Judged, mend } from "../../../src/fix/mend.ts";
import type { Finding } from "../../../src/rules/assertion.ts";

/** What is wrong with a text: a word that stands in it, and the one that is to stand there. */
type Wrong = Readonly<Record<string, string | undefined>>;

/** A finding for each word of a page that is wrong, one line a page. */
function judge(texts: ReadonlyMap<string, string>, wrong: Wrong): Judged {
  const findings = [...texts].flatMap(([file, text]) =>
    [...text.matchAll(/\w+/g)].flatMap(({ 0: word, index }): Finding[] => {
      if (!(word in wrong)) return [];
      const span = {
        file,
        start: { line: 1, column: index + 1 },
        end: { line: 1, column: index + 1 + word.length },
      };
      const by = wrong[word];
      return [
        {
          rule: `word/${word}`,
          severity: "error",
          message: word,
          subject: { kind: "page", id: file },
          source: "documented",
          version: "v1.0",
          span,
          ...(by === undefined ? {} : { fix: { edits: [{ span, text: by }] } }),
          cause: { id: word, span, sentence: word },
          fingerprint: word,
        },
      ];
    }),
  );
  return { findings };
}

function mended(pages: Readonly<Record<string, string>>, wrong: Wrong, closed: readonly string[] = []) {
  const before = new Map(Object.entries(pages));
  let judgements = 0;
  const { fixed, judged, texts } = mend(judge(before, wrong), {
    text: (file) => (closed.includes(file) ? undefined : before.get(file)),
    judge(now) {
      judgements++;
      return judge(new Map([...before, ...now]), wrong);
    },
  });
  return {
    fixed: fixed.map(({ rule }) => rule),
    left: judged.findings.map(({ rule }) => rule),
    texts: Object.fromEntries(texts),
    judgements,
  };
}

describe("mending pages", () => {
  it("makes all fixes and judges once more", () => {
    expect(mended({ a: "on two", b: "three on" }, { on: "one" })).toEqual({
      fixed: ["word/on", "word/on"],
      left: [],
      texts: { a: "one two", b: "three one" },
      judgements: 1,
    });
  });

  it("goes on with what a fix has brought to light", () => {
    expect(mended({ a: "x" }, { x: "y", y: "z" })).toEqual({
      fixed: ["word/x", "word/y"],
      left: [],
      texts: { a: "z" },
      judgements: 2,
    });
  });

  it("leaves what has no fix, and judges nothing again where there is none at all", () => {
    expect(mended({ a: "x" }, { x: undefined })).toEqual({
      fixed: [],
      left: ["word/x"],
      texts: {},
      judgements: 0,
    });
  });

  it("leaves a file that is not to be changed", () => {
    expect(mended({ a: "on", b: "on" }, { on: "one" }, ["b"])).toMatchObject({
      left: ["word/on"],
      texts: { a: "one" },
    });
  });

  it("makes no fix that does not remove its finding, and none of two that undo each other", () => {
    const nothing = { fixed: [], texts: {} };
    expect(mended({ a: "x" }, { x: "x x" })).toMatchObject({ ...nothing, left: ["word/x"] });
    expect(mended({ a: "x" }, { x: "y", y: "x" })).toMatchObject({ ...nothing, left: ["word/x"] });
    expect(mended({ a: "x on" }, { x: "x x", on: "one" })).toMatchObject({
      fixed: ["word/on"],
      left: ["word/x"],
      texts: { a: "x one" },
    });
  });

  it("changes nothing the second time", () => {
    const wrong = { x: "y", y: "z", on: "one" };
    const { texts } = mended({ a: "x on y" }, wrong);
    expect(mended(texts, wrong)).toEqual({ fixed: [], left: [], texts: {}, judgements: 0 });
  });
});
