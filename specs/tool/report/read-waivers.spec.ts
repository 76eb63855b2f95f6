import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { UsageError } from "../../../src/base/usage-error.ts";
import { readWaivers } from "../../../src/report/read-waivers.ts";

const folder = mkdtempSync(join(tmpdir(), "waivers-"));
const file = join(folder, "waivers.json");
afterAll(() => rmSync(folder, { recursive: true }));

const valid = {
  fingerprint: "0123456789ab",
  reason: "The page is being rewritten",
  owner: "identity-docs",
  expires: "2027-03-31",
  link: "https://example.com/issues/12",
};
const { fingerprint: _, ...unnamed } = valid;

function read(content: unknown) {
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content, null, 2));
  return readWaivers(file);
}

function refusal(content: unknown): string {
  try {
    read(content);
  } catch (error) {
    if (error instanceof UsageError) return error.message.replace(file, "FILE");
    throw error;
  }
  return "accepted";
}

describe("a waiver file", () => {
  it("is read with the line and column of each waiver", () => {
    const scoped = { ...unnamed, rule: "body/type", scope: "v1.0/run-*" };
    expect(read({ $schema: "../schemas/waivers.schema.json", waivers: [valid, scoped] })).toEqual([
      { ...valid, location: { file, line: 4, column: 5 } },
      { ...scoped, location: { file, line: 11, column: 5 } },
    ]);
  });

  it("may name the source whose findings it accepts", () => {
    expect(read({ waivers: [{ ...valid, source: "tenant" }] })).toMatchObject([{ source: "tenant" }]);
  });

  it("may be empty of waivers and may start with a byte order mark", () => {
    expect(read('\uFEFF{ "waivers": [] }')).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ["is empty", "", "FILE:1:1: the waiver file is not JSON (value expected)"],
    ["is not closed", '{"waivers": [', "FILE:1:14: the waiver file is not JSON (close bracket expected)"],
    [
      "has a trailing comma",
      '{"waivers": [],}',
      "FILE:1:16: the waiver file is not JSON (property name expected)",
    ],
    [
      "has a comment",
      '{"waivers": []} // no',
      "FILE:1:17: the waiver file is not JSON (invalid comment token)",
    ],
    ["is a list", [], "FILE:1:1: the waiver file must be an object, not []"],
    ["has no waivers", {}, 'FILE:1:1: the waiver file lacks "waivers"'],
    [
      "has an unknown member",
      { waivers: [], more: 1 },
      'FILE:3:3: "more" is not a property of the waiver file',
    ],
    [
      "has a waiver for nothing",
      { waivers: [unnamed] },
      'FILE:3:5: a waiver needs either "fingerprint", or both "rule" and "scope"',
    ],
    [
      "has a rule without a scope",
      { waivers: [{ ...unnamed, rule: "body/type" }] },
      'FILE:3:5: a waiver needs either "fingerprint", or both "rule" and "scope"',
    ],
    [
      "has a fingerprint and a rule",
      { waivers: [{ ...valid, rule: "body/type", scope: "*" }] },
      'FILE:3:5: a waiver needs either "fingerprint", or both "rule" and "scope"',
    ],
    ["lacks an owner", { waivers: [{ ...valid, owner: undefined }] }, 'FILE:3:5: a waiver lacks "owner"'],
    [
      "has an empty reason",
      { waivers: [{ ...valid, reason: " " }] },
      'FILE:5:17: "reason" must be a text, not " "',
    ],
    [
      "has a day that does not exist",
      { waivers: [{ ...valid, expires: "2027-02-30" }] },
      'FILE:7:18: "expires" must be a day such as "2027-03-31", not "2027-02-30"',
    ],
    [
      "has a link that is none",
      { waivers: [{ ...valid, link: "javascript:alert(1)" }] },
      'FILE:8:15: "link" must be an http or https address, not "javascript:alert(1)"',
    ],
    [
      "names a source that there is not",
      { waivers: [{ ...valid, source: "docs" }] },
      'FILE:9:17: "source" must be one of "documented", "mock", "tenant", "recorded", not "docs"',
    ],
    [
      "misspells a member",
      { waivers: [valid, { ...valid, expiry: "2027-03-31" }] },
      'FILE:16:7: "expiry" is not a property of a waiver',
    ],
  ])("is refused with its place when it %s", (_name, content, message) => {
    expect(refusal(content)).toBe(message);
  });

  it("is shown in the README as it is to be written", () => {
    const [, shown] = /^```json\n(\{\n {2}"waivers".*?)^```$/ms.exec(readFileSync("README.md", "utf8")) ?? [];
    expect(read(shown)).toHaveLength(2);
  });

  it("is refused with all its mistakes, in their order, each once", () => {
    const all = refusal({ waivers: [{ ...unnamed, link: "x", owner: "" }, { rule: 1 }], more: 1 }) ?? "";
    expect(all.split("\n").map((line) => line.replace(/^.*waivers\.json|FILE/, ""))).toEqual([
      ':3:5: a waiver needs either "fingerprint", or both "rule" and "scope"',
      ':5:16: "owner" must be a text, not ""',
      ':7:15: "link" must be an http or https address, not "x"',
      ':9:5: a waiver needs either "fingerprint", or both "rule" and "scope"',
      ':9:5: a waiver lacks "reason"',
      ':9:5: a waiver lacks "owner"',
      ':9:5: a waiver lacks "expires"',
      ':9:5: a waiver lacks "link"',
      ':10:15: "rule" must be a rule such as "body/type", not 1',
      ':13:3: "more" is not a property of the waiver file',
    ]);
    const many = refusal({ waivers: Array.from({ length: 30 }, () => ({ ...valid, owner: "" })) });
    expect(many?.split("\n")).toHaveLength(22);
    expect(many).toContain("\n  and 9 more");
  });

  it("is refused when it does not exist, or is a folder", () => {
    expect(() => readWaivers(join(folder, "none.json"))).toThrow(
      new UsageError(`cannot read the waiver file "${join(folder, "none.json")}": it does not exist`),
    );
    expect(() => readWaivers(folder)).toThrow(
      new UsageError(`cannot read the waiver file "${folder}": it is a folder; name the file in it`),
    );
  });
});
