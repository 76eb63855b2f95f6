import { describe, expect, it } from "vitest";
import { findingsIn, judgePages } from "./judge-pages.ts";

const example = (name: string) => [
  `<!-- { "blockType": "request", "name": "${name}" } -->`,
  "```http",
  "GET https://graph.microsoft.com/v1.0/lamps/1",
  "```",
];
const page = (path: string, ...examples: readonly (readonly string[])[]) =>
  [
    "# Get lamp",
    "## HTTP request",
    "```http",
    `GET ${path}`,
    "```",
    "## Response",
    "A `200 OK` code.",
    "## Examples",
  ]
    .concat(...examples, "")
    .join("\n");
const created = (names: string) => [
  `<!-- { "blockType": "response", "name": ${names} } -->`,
  "```http",
  "HTTP/1.1 201 Created",
  "```",
];
const found = (files: Record<string, string>) =>
  findingsIn(judgePages(files)).filter(({ rule }) => rule === "http/status");
const marks = (files: Record<string, string>) =>
  new Set(found(files).map(({ fingerprint }) => fingerprint)).size;

describe("what is wrong on a page", () => {
  it("is told once where one response answers several requests", () => {
    const shared = page("/lamps/{id}", example("a"), example("b"), created('["a", "b"]'));
    expect(found({ "api/lamp-get.md": shared })).toHaveLength(1);
  });

  it("is told at each place, with a fingerprint of its own, where two examples have one name", () => {
    const twice = page("/lamps/{id}", example("a"), created('"a"'), example("a"), created('"a"'));
    expect(found({ "api/lamp-get.md": twice })).toHaveLength(2);
    expect(marks({ "api/lamp-get.md": twice })).toBe(2);
  });

  it("has another fingerprint than the same on another page of the operation", () => {
    const one = page("/lamps/{id}", example("a"), created('"a"'));
    const files = { "api/lamp-get.md": one, "api/lamp-read.md": one };
    expect(found(files)).toHaveLength(2);
    expect(marks(files)).toBe(2);
  });
});
