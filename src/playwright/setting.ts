import type { Remembers } from "../rules/memory.ts";
import type { Evidence, ServiceKind } from "./verdict.ts";
import { walksOfTest } from "./walks.ts";

/** What the matchers of a worker judge by: Playwright runs one test at a time in it, and gives matchers no fixtures. */
export interface Setting {
  /** A folder of pages; those that come with the package where it is empty. */
  readonly docs: string;
  readonly evidence: Evidence;
  readonly source: ServiceKind;
}

let setting: Setting = { docs: "", evidence: "shape", source: "tenant" };
let walks = walksOfTest();

export function judgeBy(chosen: Setting): void {
  setting = chosen;
}

export function judgedBy(): Setting {
  return setting;
}

/** What is known of the pages that were walked in this test, before a response. */
export function walksBefore(response: object): Remembers {
  return walks(response);
}

/** In another test, other answers may come to the same links. */
export function forgetWalks(): void {
  walks = walksOfTest();
}
