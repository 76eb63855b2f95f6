import { describe, expect, it } from "vitest";
import { readPage } from "../../../src/docs/read-page.ts";
import { documentedExchanges } from "../../../src/exchange/judge-documentation.ts";

const request = "```http\nGET https://graph.microsoft.com/v1.0/me\n```\n";
const response = "```http\nHTTP/1.1 200 OK\n```\n";

function exchangesOf(...examples: string[]) {
  const text = `# Get me\n\n## HTTP request\n\n\`\`\`http\nGET /me\n\`\`\`\n\n## Examples\n\n${examples.join("\n")}`;
  return documentedExchanges(readPage(text, { file: "api/user-get.md", version: "v1.0" }));
}

function named(name: string, members = ""): string {
  return `<!-- {"blockType": "request", "name": "${name}"} -->\n${request}\n<!-- {"blockType": "response"${members}} -->\n${response}`;
}

describe("the exchanges of a page", () => {
  it("go by the names of their annotations", () => {
    expect(exchangesOf(named("a"), named("b")).map(({ name }) => name)).toEqual(["a", "b"]);
  });

  it("are told apart by their place where names are the same, and only there", () => {
    const names = exchangesOf(named("a"), named("b"), named("a")).map(({ name }) => name);
    expect(names).toEqual(["a (1)", "b", "a (2)"]);
  });

  it("take what the response annotation says, strings for booleans too", () => {
    const [exchange] = exchangesOf(
      named("a", ', "truncated": "true", "@odata.type": "Collection(microsoft.graph.user)"'),
    );
    expect(exchange?.declared).toMatchObject({
      type: "microsoft.graph.user",
      collection: true,
      truncated: true,
    });
  });

  it("say nothing that the annotation does not say", () => {
    const [exchange] = exchangesOf(named("a"));
    expect(exchange?.declared).toEqual({ truncated: false, location: exchange?.declared?.location });
  });

  it("are made of an unanswered request too, without a response", () => {
    const [exchange] = exchangesOf(request);
    expect(exchange?.request.url).toBe("https://graph.microsoft.com/v1.0/me");
    expect(exchange).not.toHaveProperty("response");
  });

  it("many as they are, are named in a moment", () => {
    const exchanges = exchangesOf(...Array.from({ length: 3000 }, () => `${request}\n${response}`));
    expect(exchanges.length).toBe(3000);
    expect(new Set(exchanges.map(({ name }) => name)).size).toBe(3000);
  });
});
