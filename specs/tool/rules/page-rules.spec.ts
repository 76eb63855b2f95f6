import { describe, expect, it } from "vitest";
import { contentWith204 } from "../../../src/rules/page/content-with-204.ts";
import { operationMissing } from "../../../src/rules/page/operation-missing.ts";
import { unclosedFence } from "../../../src/rules/page/unclosed-fence.ts";
import { unpairedExample } from "../../../src/rules/page/unpaired-example.ts";
import { inShort, pagesOf } from "../../support/pages-of.ts";

const api = "api/group-delete.md";

function context(...lines: string[]) {
  return pagesOf({ [api]: ["# Delete group", ...lines].join("\n") }).context(api);
}

const operation = ["## HTTP request", "```http", "DELETE /groups/{id}", "```"];
const request = ["### Request", "```http", "DELETE https://graph.microsoft.com/v1.0/groups/1", "```"];
const response = ["### Response", "```http", "HTTP/1.1 204 No Content", "```"];

describe("page/operation-missing", () => {
  it("passes when a request line can be read", () => {
    expect(operationMissing.judge(context(...operation))).toEqual([]);
  });

  it("fails at the HTTP request section when none can, or at the title when there is no such section", () => {
    expect(
      inShort(operationMissing.judge(context("## HTTP request", "```http", "/groups/{id}", "```"))),
    ).toEqual([
      'fail 2:1 no request line can be read below "HTTP request"; a method and a path are expected',
    ]);
    expect(inShort(operationMissing.judge(context("## Examples", ...request)))).toEqual([
      'fail 1:1 the page has no section "HTTP request"; an API page says which method and path it documents',
    ]);
  });

  it("is not applicable to a resource page", () => {
    const resource = pagesOf({ "resources/group.md": "# group resource type\n\n## JSON representation\n" });
    expect(operationMissing.judge(resource.context("resources/group.md"))).toBe("not-applicable");
  });
});

describe("page/content-with-204", () => {
  const judged = (sentence: string) =>
    contentWith204.judge(
      context(...operation, "", "## Response", "", `If successful, this method returns ${sentence}`),
    );
  const group = "[group](../resources/group.md)";

  it.each([
    `a \`204 No Content\` response code and a ${group} object in the response body.`,
    `a \`204 No Content\` response code and updated ${group} object in the response body.`,
    "a `204 No Content` response code and a response body.",
    `\`204\` with the ${group} in the response body.`,
  ])("fails for %s", (sentence) => {
    expect(inShort(judged(sentence))).toEqual([
      expect.stringMatching(/^fail 9:\d+ the page promises 204 No Content/),
    ]);
  });

  it.each([
    "a `204 No Content` response code.",
    "a `204 No Content` response code and no response body.",
    "a `204 No Content` response code and an empty response body.",
    "a `204 No Content` response code. It does not return anything in the response body.",
    `a \`204 No Content\` response code, or \`200 OK\` and a ${group} object in the response body.`,
    `\`204 No Content\`. See the ${group} for what is in the response body of others.`,
  ])("passes for %s", (sentence) => {
    expect(judged(sentence)).toEqual([]);
  });

  it("is not applicable without a 204", () => {
    expect(judged(`a \`200 OK\` response code and a ${group} object in the response body.`)).toBe(
      "not-applicable",
    );
  });
});

describe("page/unclosed-fence", () => {
  it("passes when every fence is closed", () => {
    expect(unclosedFence.judge(context(...operation, ...request))).toEqual([]);
  });

  it("fails at the fence that swallows a heading", () => {
    const verdicts = inShort(
      unclosedFence.judge(context(...operation, "## Examples", ...request.slice(0, 3), ...response)),
    );
    expect(verdicts).toEqual([
      'fail 8:1 /sections/request the fence is not closed; it swallows "### Response"',
    ]);
  });

  it("is not applicable to a page without fences", () => {
    expect(unclosedFence.judge(context("Text."))).toBe("not-applicable");
  });
});

describe("page/unpaired-example", () => {
  const judge = (...lines: string[]) =>
    inShort(unpairedExample.judge(context(...operation, "## Examples", ...lines)));

  it("passes when request and response come in pairs", () => {
    expect(judge(...request, ...response)).toEqual([]);
  });

  it("fails at a request that nothing answers", () => {
    expect(judge("### Example 1: A", "#### Request", ...request.slice(1))).toEqual([
      'fail 10:1 /examples/Example 1: A no response is shown to "DELETE https://graph.microsoft.com/v1.0/groups/1", the request of "Example 1: A"',
    ]);
  });

  it("fails at a response to no request", () => {
    expect(judge(...response)).toEqual([
      'fail 9:1 /examples/Delete group no request is shown that the response of "Delete group" answers',
    ]);
  });

  it("passes when the response is told in words below its heading", () => {
    expect(judge(...request, "### Response", "The photo's binary data.")).toEqual([]);
  });

  it("passes when two requests in a row of one section share a response", () => {
    expect(judge(...request, ...request.slice(1), ...response)).toEqual([]);
    expect(
      judge("### Example 1: A", ...request.slice(1), "### Example 2: B", ...request.slice(1), ...response),
    ).toHaveLength(1);
  });

  it("passes for a request that is no call of Graph, or that is annotated as ignored", () => {
    expect(judge("### Notification", "```http", "POST https://bot.contoso.com/calls", "```")).toEqual([]);
    expect(judge("### Request", '<!-- { "blockType": "ignored" } -->', ...request.slice(1))).toEqual([]);
  });
});
