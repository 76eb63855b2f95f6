import { type Conforming, judgeConform } from "../../../src/playwright/conform.ts";
import type { ReadResponse } from "../../../src/playwright/graph-response.ts";
import { type Honouring, judgeHonour } from "../../../src/playwright/honour.ts";
import type { Verdict } from "../../../src/playwright/verdict.ts";
import { walksOfTest } from "../../../src/playwright/walks.ts";
import { documentation } from "../../support/documentation.ts";

export const root = "https://graph.microsoft.com/v1.0/identityGovernance/lifecycleWorkflows";
export const list = `${root}/workflows/14879e66-9ea9-48d0-804d-8fea672d0341/runs/dad77a47-6eda-4de7-bc37-fe8eb5aaf17d/userProcessingResults`;
export const listId = "GET /identityGovernance/lifecycleWorkflows/workflows/{}/runs/{}/userProcessingResults";
export const resultType = "microsoft.graph.identityGovernance.userProcessingResult";

/** A result with all that its page promises, so that a change of it is the only thing that is wrong. */
export const result = {
  id: "78b83505-6967-4168-a7ea-4921c0543ce9",
  completedDateTime: "2022-08-03T16:24:03Z",
  failedTasksCount: 0,
  processingStatus: "completed",
  scheduledDateTime: "2022-08-03T16:22:25Z",
  startedDateTime: "2022-08-03T16:22:26Z",
  totalTasksCount: 1,
  totalUnprocessedTasksCount: 0,
  workflowExecutionType: "scheduled",
  workflowVersion: 4,
};

/** A response of a service to a request whose headers are known. */
export function response(body: unknown, given: Partial<ReadResponse> = {}, status = 200): ReadResponse {
  const headers = [["Content-Type", "application/json"]] as const;
  return {
    url: list,
    method: "GET",
    sent: [],
    received: { status, reason: status === 200 ? "OK" : "", headers, body: JSON.stringify(body) },
    ...given,
  };
}

/** The results as a list of the run. */
export function page(items: readonly unknown[], more: object = {}): object {
  const context = list.replace(/.*?(?=identityGovernance)/, "").replace(/\/([\da-f-]{36})/g, "('$1')");
  return { "@odata.context": `https://graph.microsoft.com/v1.0/$metadata#${context}`, value: items, ...more };
}

const contract = documentation.contract("v1.0");
const unsaid = { evidence: "shape", failOn: "error", source: "tenant" } as const;

export function honour(read: ReadResponse, given: Partial<Honouring> = {}): Verdict {
  return judgeHonour(read, contract, { ...unsaid, memory: walksOfTest()(read), ...given }).verdict;
}

export function conform(read: ReadResponse, type = resultType, given: Partial<Conforming> = {}): Verdict {
  return judgeConform(read, contract, { ...unsaid, type, ...given }).verdict;
}

/** Rule, pointer and weight of what failed. */
export function failed({ failed: all }: Verdict): readonly string[] {
  return all.map(({ severity, rule, pointer }) => `${severity} ${rule} ${pointer}`);
}
