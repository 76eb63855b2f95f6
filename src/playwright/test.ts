/// <reference types="node" preserve="true" />

import {
  type Expect,
  type ExpectMatcherState,
  type MatcherReturnType,
  type PlaywrightTestArgs,
  type PlaywrightTestOptions,
  type PlaywrightWorkerArgs,
  type PlaywrightWorkerOptions,
  test as playwright,
  expect as playwrights,
  type TestType,
} from "@playwright/test";
import { type AssertOptions, assertResponse, type HonourOptions } from "./assert-response.ts";
import { type GraphContracts, graphContracts } from "./graph-contracts.ts";
import type { GraphResponse } from "./graph-response.ts";
import { remembering } from "./known-request.ts";
import { forgetWalks, judgeBy } from "./setting.ts";
import type { Evidence, ServiceKind } from "./verdict.ts";

/** What a project sets under `use`, or a file by `test.use`. */
export interface GraphOptions {
  /** The folder of documentation pages to judge by; those that come with the package where it is empty. */
  graphDocs: string;
  /** What failures tell of a service: `shape`, types and lengths in the place of values, or `full`. */
  graphEvidence: Evidence;
  /**
   * What answers: `tenant`, a live service, which may have what no page documents yet and leave out what is empty; or
   * `mock`, where either is an error.
   */
  graphSource: ServiceKind;
}

export interface GraphFixtures {
  /** The contracts of the pages, by version. */
  readonly graphContracts: GraphContracts;
}

/** `expect(response)` knows these, for each kind of `GraphResponse`. */
export type GraphMatchers = {
  /**
   * The body is a resource of the documented type, or a list of them: every property known, of its type and within its
   * members. `Collection(...)` asks for a list.
   */
  readonly toConformTo: (
    this: ExpectMatcherState,
    response: GraphResponse,
    type: string,
    options?: AssertOptions,
  ) => Promise<MatcherReturnType>;
  /**
   * Status, headers, body and what the query options promise are as the page of the operation says. Named as in reports
   * (`GET /users/{}`; `…` stands for anything), or found by the URL of the response.
   */
  readonly toHonour: (
    this: ExpectMatcherState,
    response: GraphResponse,
    operation?: string,
    options?: HonourOptions,
  ) => Promise<MatcherReturnType>;
};

/** Playwright's `expect` that holds responses of Microsoft Graph against its documentation. Both have to be awaited. */
export const expect: Expect<GraphMatchers> = playwrights.extend<GraphMatchers>({
  toConformTo(response, type, options) {
    return assertResponse(this, response, { kind: "type", name: type }, options);
  },
  toHonour(response, operation, options) {
    return assertResponse(this, response, { kind: "operation", name: operation }, options);
  },
});

interface Judging {
  /** Sets what the matchers judge by. */
  readonly graphJudging: undefined;
}

interface Judged {
  /** Lets the matchers begin each test anew. */
  readonly graphJudged: undefined;
}

/** Playwright's `test` with the contract; its `request` remembers what was sent, for the matchers to judge by. */
export const test: TestType<
  PlaywrightTestArgs & PlaywrightTestOptions & Judged,
  PlaywrightWorkerArgs & PlaywrightWorkerOptions & GraphOptions & GraphFixtures & Judging
> = playwright.extend<Judged, GraphOptions & GraphFixtures & Judging>({
  graphDocs: ["", { scope: "worker", option: true }],
  graphEvidence: ["shape", { scope: "worker", option: true }],
  graphSource: ["tenant", { scope: "worker", option: true }],
  graphContracts: [
    async ({ graphDocs }, use) => use(await graphContracts(graphDocs)),
    { scope: "worker", title: "the contract of Microsoft Graph" },
  ],
  graphJudging: [
    async ({ graphDocs: docs, graphEvidence: evidence, graphSource: source }, use) => {
      judgeBy({ docs, evidence, source });
      await use(undefined);
    },
    { scope: "worker", auto: true, box: true },
  ],
  graphJudged: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      forgetWalks();
      await use(undefined);
    },
    { auto: true, box: true },
  ],
  request: async ({ request, extraHTTPHeaders }, use) => use(remembering(request, extraHTTPHeaders)),
});
