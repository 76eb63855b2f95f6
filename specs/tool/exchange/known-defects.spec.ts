import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { folderOf } from "../../../src/docs/folder.ts";
import { readFolders } from "../../../src/docs/read-folder.ts";
import {
  type Documentation,
  documentationOf,
  judgeDocumentedPage,
} from "../../../src/exchange/judge-documentation.ts";
import { documentation } from "../../support/documentation.ts";

// Page, line on the real page, rule, pointer: every defect that the pages of lifecycle workflows reporting carry.
const known = [
  [
    "beta/api/identitygovernance-run-list-userprocessingresults.md",
    60,
    "reference/link-text",
    "/responses/200",
  ],
  ["beta/api/identitygovernance-run-list-userprocessingresults.md", 110, "annotation/response-type", ""],
  ["beta/api/identitygovernance-run-list-userprocessingresults.md", 204, "annotation/response-type", ""],
  [
    "beta/api/identitygovernance-userprocessingresult-delete-reprocessedruns.md",
    68,
    "request/placeholder",
    "",
  ],
  [
    "beta/api/identitygovernance-userprocessingresult-list-reprocessedruns.md",
    97,
    "odata/context-host",
    "/@odata.context",
  ],
  [
    "beta/api/identitygovernance-userprocessingresult-list-reprocessedruns.md",
    97,
    "odata/context-path",
    "/@odata.context",
  ],
  [
    "beta/api/identitygovernance-userprocessingresult-list-reprocessedruns.md",
    109,
    "body/unknown-property",
    "/value/0/totalTasksCount",
  ],
  [
    "beta/api/identitygovernance-userprocessingresult-list-reprocessedruns.md",
    112,
    "body/enum-member",
    "/value/0/workflowExecutionType",
  ],
  [
    "beta/api/identitygovernance-userprocessingresult-list-reprocessedruns.md",
    113,
    "body/unknown-property",
    "/value/0/activatedOnScope",
  ],
  [
    "beta/api/identitygovernance-userprocessingresult-list-reprocessedruns.md",
    134,
    "body/unknown-property",
    "/value/0/reprocessedRuns",
  ],
  [
    "beta/resources/identitygovernance-run.md",
    27,
    "reference/link-text",
    "/methods/List task processing results of a run",
  ],
  [
    "beta/resources/identitygovernance-userprocessingresult.md",
    27,
    "reference/link-text",
    "/methods/List taskProcessingResults for a userProcessingResult",
  ],
  ["v1.0/api/identitygovernance-run-list-reprocessedruns.md", 97, "odata/context-host", "/@odata.context"],
  [
    "v1.0/api/identitygovernance-run-list-reprocessedruns.md",
    109,
    "body/unknown-property",
    "/value/0/totalTasksCount",
  ],
  [
    "v1.0/api/identitygovernance-run-list-reprocessedruns.md",
    128,
    "enum/unrequested-member",
    "/value/0/reprocessedRuns/0/workflowExecutionType",
  ],
  [
    "v1.0/api/identitygovernance-run-list-userprocessingresults.md",
    54,
    "reference/link-text",
    "/responses/200",
  ],
  ["v1.0/api/identitygovernance-run-list-userprocessingresults.md", 111, "annotation/response-type", ""],
  ["v1.0/api/identitygovernance-run-list-userprocessingresults.md", 211, "annotation/response-type", ""],
  ["v1.0/api/identitygovernance-userprocessingresult-get.md", 112, "annotation/response-type", ""],
  ["v1.0/api/identitygovernance-userprocessingresult-get.md", 194, "annotation/response-type", ""],
  [
    "v1.0/api/identitygovernance-userprocessingresult-list-reprocessedruns.md",
    98,
    "odata/context-host",
    "/@odata.context",
  ],
  [
    "v1.0/api/identitygovernance-userprocessingresult-list-reprocessedruns.md",
    98,
    "odata/context-path",
    "/@odata.context",
  ],
  [
    "v1.0/api/identitygovernance-userprocessingresult-list-reprocessedruns.md",
    110,
    "body/unknown-property",
    "/value/0/totalTasksCount",
  ],
  [
    "v1.0/api/identitygovernance-userprocessingresult-list-reprocessedruns.md",
    113,
    "enum/unrequested-member",
    "/value/0/workflowExecutionType",
  ],
  [
    "v1.0/api/identitygovernance-userprocessingresult-list-taskprocessingresults.md",
    369,
    "odata/context-path",
    "/@odata.context",
  ],
  [
    "v1.0/api/identitygovernance-userprocessingresult-list-taskprocessingresults.md",
    72,
    "request/not-documented",
    "",
  ],
  ["v1.0/api/identitygovernance-userprocessingresult-summary.md", 81, "request/not-documented", ""],
  ["v1.0/api/identitygovernance-workflow-activatewithscope.md", 154, "http/reason-phrase", ""],
  ["v1.0/api/identitygovernance-workflow-activatewithscope.md", 174, "odata/type-name", "/scope/@odata.type"],
  ["v1.0/api/identitygovernance-workflow-list-userprocessingresults.md", 71, "request/not-documented", ""],
  ["v1.0/api/identitygovernance-workflow-list-userprocessingresults.md", 187, "request/not-documented", ""],
  [
    "v1.0/api/identitygovernance-workflow-list-userprocessingresults.md",
    238,
    "odata/context-select",
    "/@odata.context",
  ],
  [
    "v1.0/api/identitygovernance-workflow-list-userprocessingresults.md",
    270,
    "odata/type-name",
    "/value/2/subject/@odata.type",
  ],
  [
    "v1.0/resources/identitygovernance-run.md",
    26,
    "reference/link-text",
    "/methods/List task processing results",
  ],
  ["v1.0/resources/identitygovernance-run.md", 34, "resource/table-and-json", "/properties/activatedOnScope"],
  [
    "v1.0/resources/identitygovernance-userprocessingresult.md",
    26,
    "reference/link-text",
    "/methods/List task processing results",
  ],
  ["v1.0/resources/identitygovernance-workflowbase.md", 46, "resource/key-property", ""],
] as const;

function findingsIn(documentation: Documentation) {
  return documentation.folder.pages
    .flatMap((page) => judgeDocumentedPage(page, documentation))
    .flatMap(({ assertions }) => assertions.flatMap((each) => (each.status === "fail" ? each : [])))
    .map(({ span, rule, pointer = "" }) => {
      const file = span.file.replace(/^.*api-reference\//, "");
      return { file, line: span.start.line, rule, pointer };
    });
}

const inOrder = (rows: readonly (readonly (string | number)[])[]) => rows.map((row) => row.join(" ")).sort();

describe("the pages of lifecycle workflows reporting", () => {
  it("carry exactly the known defects, at their places, in the pages that come with the project", () => {
    const found = findingsIn(documentation).map(({ file, rule, pointer }) => [file, rule, pointer]);
    expect(inOrder(found)).toEqual(inOrder(known.map(([file, , rule, pointer]) => [file, rule, pointer])));
  });

  it.skipIf(!existsSync("../shared/docs"))("carry them at the same lines in the real pages", async () => {
    const real = documentationOf(folderOf(await readFolders(["../shared/docs"])));
    const found = findingsIn(real).map(({ file, line, rule, pointer }) => [file, line, rule, pointer]);
    expect(inOrder(found)).toEqual(inOrder(known));
  });
});
