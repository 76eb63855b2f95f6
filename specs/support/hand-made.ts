import { createHash } from "node:crypto";
import type { Location } from "../../src/base/location.ts";
import { type Span, spanAt } from "../../src/base/span.ts";
import { locateInJson } from "../../src/http/read-json.ts";
import type { ShownMessage } from "../../src/http/show-message.ts";
import { makeReport, type ReportInput } from "../../src/report/make-report.ts";
import type { Report, RuleEntry, Waiver } from "../../src/report/report.ts";
import type { Assertion, Cause, Failed, Judgement, NotVerified, Passed } from "../../src/rules/assertion.ts";

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

/** So many characters of a line of a file. */
export function at(line: number, column: number, length = 0, in_ = file): Span {
  return spanAt({ file: in_, line, column }, length);
}

export function assertion(given: Partial<Passed> = {}): Passed {
  return { rule: "body/type", status: "pass", severity: "error", ...given };
}

/** A failed assertion at `/value/0/totalTasksCount`, in line 27. */
export function failure(given: Partial<Failed> = {}): Failed {
  const rule = given.rule ?? "body/unknown-property";
  const pointer = given.pointer ?? "/value/0/totalTasksCount";
  const fingerprint =
    given.fingerprint ?? createHash("sha256").update(`${rule}\n${pointer}`).digest("hex").slice(0, 12);
  const message =
    given.message ?? '"totalTasksCount" is not a property of run; did the page mean "totalTasksCounts"?';
  const span = given.span ?? at(27, 7, '"totalTasksCount"'.length);
  return {
    rule,
    status: "fail",
    severity: "error",
    message,
    subject: { kind: "operation", id: "GET /workflows/{}/runs" },
    source: "documented",
    version: "v1.0",
    span,
    pointer,
    meant: "totalTasksCounts",
    cause: { id: fingerprint, span, sentence: message },
    fingerprint,
    ...given,
  };
}

/** The root that several failures share. */
export function cause(id: string): Cause {
  return { id, span: at(43, 3, 20, "docs/v1.0/resources/run.md"), sentence: "run says so" };
}

export function notVerified(given: Partial<NotVerified> = {}): NotVerified {
  return {
    rule: "body/format",
    status: "not-verified",
    severity: "error",
    reason: "placeholder",
    span: at(26, 13, 3),
    message: '"1" is a placeholder',
    fingerprint: "ffffffffffff",
    ...given,
  };
}

/** What a judgement says of itself, its findings say too. */
function withFindings(judgement: Judgement): Judgement {
  const { subject, example, source, version, assertions } = judgement;
  const named = example === undefined ? {} : { example };
  const judged = assertions.map((each) =>
    "cause" in each ? { ...each, subject, ...named, source, version } : each,
  );
  return { ...judgement, assertions: judged };
}

export function exchange(assertions: readonly Assertion[], given: Partial<Judgement> = {}): Judgement {
  return withFindings({
    kind: "exchange",
    source: "documented",
    version: "v1.0",
    file,
    title: "Example 1: List the runs",
    location: { file, line: 12, column: 1 },
    subject: { kind: "operation", id: "GET /workflows/{}/runs" },
    example: "list_runs",
    request: {
      text: "GET https://graph.microsoft.com/v1.0/workflows/7/runs",
      location: { file, line: 12, column: 1 },
    },
    response: { text: response, location: { file, line: 20, column: 1 } },
    assertions,
    ...given,
  });
}

const transcript = "mock/v1.0/run-list/list_runs.http";

/** What the embedded service answers to the same request, its assertions at their places of the transcript. */
export function answered(assertions: readonly Assertion[], given: Partial<Judgement> = {}): Judgement {
  const response = given.response ?? answerText([{ id: "1", totalTasksCounts: 3, state: "done" }]);
  const body = response.text.split("\n").at(-1) ?? "";
  const start: Location = { file: transcript, line: 6, column: 1 };
  const span = spanAt(given.location ?? { file, line: 12, column: 1 });
  const placed = assertions.map((each) => {
    if (!("span" in each)) return each;
    const transcript =
      each.pointer === undefined ? at(3, 1, 15, start.file) : locateInJson(body, start, each.pointer, "name");
    return { ...each, span, transcript };
  });
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
  return withFindings({
    kind: "page",
    source: "documented",
    version: "v1.0",
    file,
    title: "List runs",
    location: { file, line: 1, column: 1 },
    subject: { kind: "operation", id: "GET /workflows/{}/runs" },
    assertions,
    ...given,
  });
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
