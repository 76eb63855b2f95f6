import { describe, expect, it } from "vitest";
import { contextHost } from "../../../src/rules/odata/context-host.ts";
import { contextPath } from "../../../src/rules/odata/context-path.ts";
import { contextRoot } from "../../../src/rules/odata/context-root.ts";
import { contextSelect } from "../../../src/rules/odata/context-select.ts";
import { nextLink } from "../../../src/rules/odata/next-link.ts";
import { exampleOf } from "../../support/example-of.ts";
import { inShort } from "../../support/pages-of.ts";

const rules = [contextHost, contextPath, contextRoot, contextSelect, nextLink];
const head = "HTTP/1.1 200 OK\nContent-Type: application/json\n\n";

/** What the rules say of a body in one line, as services send it. */
function judge(body: string): string[] {
  const request = "GET https://graph.microsoft.com/v1.0/teams/7/runs?$select=id,status";
  const context = exampleOf({ request, response: head + body });
  return rules.flatMap((rule) => {
    const verdicts = rule.judge(context);
    return verdicts === "not-applicable" ? [] : inShort(verdicts);
  });
}

const link = '"@odata.nextLink":"https://graph.microsoft.com/v1.0/teams/7/runs?$skiptoken=X"';
const context = '"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#teams(\'7\')/runs(id,status)"';
const whole = `{${context},${link},"value":[]}`;

describe("a body that ends in the middle", () => {
  it("is wrong in nothing that was cut off, wherever it ends", () => {
    for (let end = 1; end <= whole.length; end++)
      expect([end, judge(whole.slice(0, end))]).toEqual([end, []]);
  });

  it("is judged where it is whole", () => {
    expect(judge(whole.replace("v1.0/$metadata", "v9/$metadata"))).toEqual([
      expect.stringContaining('"@odata.context" is of "v9"'),
    ]);
    expect(judge(whole.replace("/runs?", "/run?"))).toEqual([
      expect.stringContaining('"@odata.nextLink" leads to another resource'),
    ]);
  });
});
