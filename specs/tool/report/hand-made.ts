import { createHash } from "node:crypto";
import type { Location } from "../../../src/base/location.ts";
import { locateInJson } from "../../../src/http/read-json.ts";
import type { ShownMessage } from "../../../src/http/show-message.ts";
import { makeReport, type ReportInput } from "../../../src/report/make-report.ts";
import type { Report, RuleEntry, Waiver } from "../../../src/report/report.ts";
import type { Assertion, Judgement } from "../../../src/rules/assertion.ts";

export const file = "docs/v1.0/api/run-list.md";

/** A text whose lines are those of the file from line 20 on. */
export const response = [
  "HTTP/1.1 200 OK",
  "Content-Type: application/json",
  "",
  "{",
  '  "value": [',
  "    {",
  '      "id": "1",',
  '      "totalTasksCount": 3,',
  '      "state": "soon"',
  "    }",
  "  ]",
  "}",
].join("\n");

export function assertion(given: Partial<Assertion> = {}): Assertion {
  return {
    rule: "body/type",
    status: "pass",
    severity: "error",
    location: { file, line: 20, column: 1 },
    ...given,
  };
}

/** A failed assertion at `/value/0/totalTasksCount`, in line 27. */
export function failure(given: Partial<Assertion> = {}): Assertion {
  const rule = given.rule ?? "body/unknown-property";
  const pointer = given.pointer ?? "/value/0/totalTasksCount";
  return assertion({
    rule,
    status: "fail",
    location: { file, line: 27, column: 7 },
    pointer,
    message: '"totalTasksCount" is not a property of run; did the page mean "totalTasksCounts"?',
    hint: "totalTasksCounts",
    fingerprint: createHash("sha256").update(`${rule}\n${pointer}`).digest("hex").slice(0, 12),
    ...given,
  });
}

export function notVerified(given: Partial<Assertion> = {}): Assertion {
  return assertion({
    rule: "body/format",
    status: "not-verified",
    reason: "placeholder",
    location: { file, line: 26, column: 13 },
    message: '"1" is a placeholder',
    fingerprint: "ffffffffffff",
    ...given,
  });
}

export function exchange(assertions: readonly Assertion[], given: Partial<Judgement> = {}): Judgement {
  return {
    kind: "exchange",
    source: "documented",
    version: "v1.0",
    file,
    title: "Example 1: List the runs",
    location: { file, line: 12, column: 1 },
    operation: "GET /workflows/{}/runs",
    example: "list_runs",
    request: {
      text: "GET https://graph.microsoft.com/v1.0/workflows/7/runs",
      location: { file, line: 12, column: 1 },
    },
    response: { text: response, location: { file, line: 20, column: 1 } },
    assertions,
    ...given,
  };
}

const transcript = "mock/v1.0/run-list/list_runs.http";

/** What the embedded service answers to the same request, its assertions at their places of the transcript. */
export function answered(assertions: readonly Assertion[], given: Partial<Judgement> = {}): Judgement {
  const response = given.response ?? answerText([{ id: "1", totalTasksCounts: 3, state: "done" }]);
  const body = response.text.split("\n").at(-1) ?? "";
  const start: Location = { file: transcript, line: 6, column: 1 };
  const placed = assertions.map((each) => ({
    ...each,
    location:
      each.pointer === undefined
        ? { file: transcript, line: 3, column: 1 }
        : locateInJson(body, start, each.pointer, "name"),
  }));
  return exchange(placed, {
    source: "mock",
    request: {
      text: "GET https://localhost:8443/v1.0/workflows/7/runs",
      location: { file: transcript, line: 1, column: 1 },
    },
    ...given,
    response,
  });
}

/** A response as a service sends it, in one line of JSON. */
export function answerText(value: readonly unknown[], status = "200 OK"): ShownMessage {
  const text = [`HTTP/1.1 ${status}`, "content-type: application/json", "", JSON.stringify({ value })].join(
    "\n",
  );
  return { text, location: { file: transcript, line: 3, column: 1 } };
}

export function page(assertions: readonly Assertion[], given: Partial<Judgement> = {}): Judgement {
  return {
    kind: "page",
    source: "documented",
    version: "v1.0",
    file,
    title: "List runs",
    location: { file, line: 1, column: 1 },
    operation: "GET /workflows/{}/runs",
    assertions,
    ...given,
  };
}

export function waiver(given: Partial<Waiver> = {}): Waiver {
  return {
    reason: "The page is being rewritten",
    owner: "identity-docs",
    expires: "2027-03-31",
    link: "https://example.com/issues/12",
    location: { file: "waivers.json", line: 3, column: 5 },
    ...given,
  };
}

export const rules: readonly RuleEntry[] = [
  {
    id: "body/unknown-property",
    promise: "Every property of a body is documented.",
    page: "# body/unknown-property\n\nEvery property of a body is documented.\n\n## Explanation\n\nSee [the type](../body/type.md).\n",
  },
  { id: "body/type", promise: "A value has the documented type.", page: "" },
  { id: "body/format", promise: "A value is written as OData writes it.", page: "" },
  { id: "http/status", promise: "The status is the one promised.", page: "" },
];

export function report(judgements: readonly Judgement[], given: Partial<ReportInput> = {}): Report {
  return makeReport({
    tool: { name: "graph-conformance", version: "0.0.0" },
    judgements,
    rules,
    inputs: ["docs"],
    today: "2026-11-21",
    now: "2026-11-21T12:00:00.000Z",
    node: "v20.0.0",
    platform: "linux",
    ...given,
  });
}
