import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { againText } from "../../../src/report/html/again.ts";
import { exchange, page } from "../../support/hand-made.ts";
import { hostile } from "../../support/hostile.ts";

const at = { file: "docs/a.md", line: 1, column: 1 };
const post = [
  "POST /workflows/7/runs?$select=id",
  "Content-Type: application/json",
  "Authorization: Bearer abc",
  "",
  '{ "name": "it\'s me" }',
].join("\n");

/** The commands as a person copies them. */
function commands(judgement: Parameters<typeof againText>[0]): string[] {
  const text = againText(judgement)?.toString() ?? "";
  return [...text.matchAll(/<code>(.*?)<\/code>/gs)].map(([, command = ""]) =>
    command
      .replaceAll("&quot;", '"')
      .replaceAll("&#39;", "'")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&"),
  );
}

/** The words that a shell makes of a command, in the place of running it. */
function words(command: string): string[] {
  const said = execFileSync("sh", ["-c", `printf '%s\\0' ${command}`], { env: { GRAPH_TOKEN: "secret" } });
  return said.toString().split("\0").slice(0, -1);
}

describe("just this one again", () => {
  it("is our own command for the page, and the request by curl, with the token of the environment", () => {
    const [own = "", curl = ""] = commands(exchange([], { request: { text: post, location: at } }));
    expect(own).toBe("graph-conformance verify docs/v1.0/api/run-list.md");
    expect(words(curl)).toEqual([
      "curl",
      "-X",
      "POST",
      "https://graph.microsoft.com/v1.0/workflows/7/runs?$select=id",
      "-H",
      "Authorization: Bearer secret",
      "-H",
      "Content-Type: application/json",
      "--data",
      '{ "name": "it\'s me" }',
    ]);
  });

  it("asks a tenant for the one operation", () => {
    const [own] = commands(exchange([], { source: "tenant" }));
    expect(own).toBe("graph-conformance gate --include 'GET /workflows/{}/runs'");
  });

  it("has no request of a page", () => {
    expect(commands(page([]))).toEqual(["graph-conformance verify docs/v1.0/api/run-list.md"]);
  });

  it("is nothing that acts in a shell, whatever a page says", () => {
    const evil = `GET /$(touch x)\`id\`';id;'${hostile.replaceAll("\n", " ")}`;
    const [own = "", curl = ""] = commands(
      exchange([], { file: "a';id;'$(id).md", request: { text: evil, location: at } }),
    );
    expect(words(own)).toEqual(["graph-conformance", "verify", "a';id;'$(id).md"]);
    expect(words(curl)).toHaveLength(4);
    expect(words(curl)[1]).toContain("$(touch x)`id`';id;'");
  });
});
