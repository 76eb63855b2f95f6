import { describe, expect, it } from "vitest";
import { findingsOn, fixed } from "./judge-pages.ts";

const page = (
  promise: string,
  shown: readonly string[],
  annotation = '<!-- { "blockType": "response" } -->',
) => ({
  "api/lamp-get.md": [
    "# Get lamp",
    "## HTTP request",
    "```http",
    "GET /lamps/{id}",
    "```",
    "## Response",
    promise,
    "## Examples",
    "### Request",
    '<!-- { "blockType": "request", "name": "get_lamp" } -->',
    "```http",
    "GET https://graph.microsoft.com/v1.0/lamps/1",
    "```",
    "### Response",
    annotation,
    ...shown,
    "",
  ].join("\n"),
});
const ok = "Returns a `200 OK` response code.";
const head = "Content-Type: application/json";
const body = '{ "id": "1" }';
const statusOn = (files: Record<string, string>) =>
  findingsOn(files)
    .filter(({ rule }) => rule === "http/status")
    .map(({ marks, message }) => `[${marks}] ${message}`);

describe("a response without a status line", () => {
  const broken = page(ok, ["```http", head, "", body, "```"]);

  it("is told where headers stand above its body, and mended where the page promises one status", () => {
    expect(statusOn(broken)).toEqual([
      `[${head}] the response has no status line; by what the page promises it is "HTTP/1.1 200 OK"`,
    ]);
    expect(statusOn(fixed(broken) as Record<string, string>)).toEqual([]);
    expect((fixed(broken) as Record<string, string>)["api/lamp-get.md"]).toContain(
      `\`\`\`http\nHTTP/1.1 200 OK\n${head}\n`,
    );
  });

  it("is told without an annotation, below the heading of the response", () => {
    expect(statusOn(page(ok, ["```http", head, "", body, "```"], ""))).toHaveLength(1);
  });

  it("is told where its fence is called HTTP", () => {
    expect(statusOn(page(ok, ["```http", body, "```"]))).toHaveLength(1);
    expect(statusOn(page(ok, ["```http", body, "```"], ""))).toHaveLength(1);
  });

  it("is not mended where the page promises two", () => {
    const two = page("Returns `200 OK` or `201 Created`.", ["```http", head, "", body, "```"]);
    expect(fixed(two)).toEqual(two);
  });

  it.each(["json", ""])("is a body shown for itself in a fence called %j", (language) => {
    expect(statusOn(page(ok, [`\`\`\`${language}`, body, "```"]))).toEqual([]);
  });
});
