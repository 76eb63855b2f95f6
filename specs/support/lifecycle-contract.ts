import type { Contract } from "../../src/contract/contract.ts";
import { contractOf } from "./contract-of.ts";

/** A small contract with one of everything that the schemas and the body rules treat apart. */
export function lifecycleContract(): Contract {
  return contractOf({
    types: {
      entity: { abstract: true, keyProperty: "id", properties: { id: "Edm.String" } },
      run: {
        base: "entity",
        keyProperty: "id",
        properties: {
          completedDateTime: {
            type: "Edm.DateTimeOffset",
            nullable: true,
            filter: ["lt", "ge"],
            orderby: true,
          },
          failedTasksCount: { type: "Edm.Int32", nullable: false },
          totalTasksCounts: "Edm.Int32",
          priority: { type: "Edm.Int32", range: { minimum: 1, maximum: 16 } },
          size: "Edm.Int64",
          ratio: "Edm.Double",
          wait: "Edm.Duration",
          content: "Edm.Binary",
          notes: { type: "Edm.String", range: { maxLength: 5 } },
          tags: "Collection(Edm.String)",
          status: "processingStatus",
          category: "taskCategory",
          state: {
            type: "Edm.String",
            values: { members: ["open", "done"], onRequest: [], multiValued: false },
          },
          scope: "scope",
          reprocessedRuns: { type: "Collection(run)", navigation: true },
          subject: { type: "user", navigation: true, expand: true },
        },
      },
      scope: { abstract: true, properties: { kind: "Edm.String" } },
      userScope: { base: "scope", properties: { user: "Edm.String" } },
      runScope: { base: "scope", properties: { taskCount: "Edm.Int32" } },
      device: { base: "entity", properties: { model: "Edm.String" } },
      openThing: { open: true, properties: { name: "Edm.String" } },
      partial: { base: "missing", complete: false, properties: { name: "Edm.String" } },
      pair: { properties: { name: "Edm.String", value: "Collection(Edm.String)" } },
    },
    enums: {
      processingStatus: {
        members: ["queued", "completed", "unknownFutureValue", "skipped"],
        onRequest: ["skipped"],
      },
      taskCategory: { members: ["joiner", "leaver", "mover"], multiValued: true },
    },
  });
}
