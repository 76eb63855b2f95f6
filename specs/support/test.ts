import { test as base } from "@playwright/test";
import type { Judgement } from "../../src/rules/assertion.ts";

/** The name under which a test hands its judgements to the reporter. */
export const judgementsAttachment = "judgements";

interface Fixtures {
  /** Hands judgements to the conformance report. */
  readonly report: (judgements: readonly Judgement[]) => Promise<void>;
  /** The day on which waivers must hold, UTC. */
  readonly today: string;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
  report: async ({}, use, info) => {
    await use(async (judgements) => {
      const body = JSON.stringify(judgements);
      await info.attach(judgementsAttachment, { body, contentType: "application/json" });
    });
  },
  today: new Date().toISOString().slice(0, 10),
});
