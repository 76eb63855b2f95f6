import { describe, expect, it } from "vitest";
import { changesBetween, type Edit } from "../../support/marina.ts";

const refit = "api/boat-refit.md";
const http = "POST /boats/{id}/refit\n";
const call = (path: string) =>
  `\n## Example\n\n<!-- { "blockType": "request", "name": "refit" } -->\n\`\`\`http\nPOST https://graph.microsoft.com/v1.0${path}\n\`\`\`\n`;
const end = "returns a `204 No Content` response code.\n";
/** Two pages that forget how the paths of boats begin, and what the example of one calls. */
const slips = (called: string): Edit[] => [
  [refit, http, "POST /refit/{id}/start\n"],
  [refit, end, `${end}${call(called)}`],
  ["api/boat-stop.md", "", stop("POST /refit/{id}/stop\nPOST /boats/{id}/refit/{id}/stop")],
];
const repaired = (called: string): Edit[] => [
  [refit, http, "POST /boats/{id}/refit/{id}/start\n"],
  [refit, end, `${end}${call(called)}`],
  ["api/boat-stop.md", "", stop("POST /boats/{id}/refit/{id}/stop")],
];

function stop(lines: string): string {
  return `# boat: stop\n\nNamespace: microsoft.graph\n\n## HTTP request\n\n\`\`\`http\n${lines}\n\`\`\`\n\n## Response\n\nIf successful, this action ${end}`;
}

const changes = (called: string) =>
  changesBetween(slips(called), repaired(called)).map(({ rule, message }) => [rule, message]);

describe("a path that loses its end", () => {
  const ending = (end: string): Edit => [refit, http, `POST /boats/{id}/refit${end}\n`];
  const rulesOf = (end: string) => changesBetween([ending(end)], [ending("")]).map(({ rule }) => rule);

  it("never had it where that is `/$entity`, as in a context URL", () => {
    expect(rulesOf("/$entity")).toEqual(["path/mended"]);
  });

  it.each(["/$ref", "/entity"])("moved where it was %s, which a path may have", (end) => {
    expect(rulesOf(end)).toEqual(["path/moved"]);
  });
});

describe("a path that went, and its page documents another one", () => {
  it("was a slip where the examples show so of paths that begin like it", () => {
    const called = "/boats/1/refit/2/start";
    const evidence = `the examples before called ${called}`;
    expect(changes(called)).toEqual([
      ["path/alias-mended", `POST /refit/{}/stop is documented as /boats/{}/refit/{}/stop; ${evidence}`],
      ["path/mended", `/refit/{}/start is documented as /boats/{}/refit/{}/start; ${evidence}`],
    ]);
  });

  it("is removed where no example tells, and it may have led elsewhere", () => {
    expect(changes("/refit/2/start").map(([rule]) => rule)).toEqual(["path/moved", "path/removed"]);
  });
});
