import type { Browser } from "@playwright/test";
import { test as base, expect } from "../../src/playwright/test.ts";
import { openBrowser } from "./browser.ts";

const test = base.extend<object, { readonly chromium: Browser }>({
  chromium: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const found = await openBrowser();
      if (!found.browser) throw new Error(found.reason);
      await use(found.browser);
      await found.browser.close();
    },
    { scope: "worker" },
  ],
});

const type = "microsoft.graph.identityGovernance.userProcessingResult";
const path = "/v1.0/identityGovernance/lifecycleWorkflows/workflows/1/runs/2/userProcessingResults";
const url = `https://graph.microsoft.com${path}`;
const context = `https://graph.microsoft.com/v1.0/$metadata#${path.slice(6).replace(/\/(\d)/g, "('$1')")}`;
const list = (processingStatus: string) => ({
  "@odata.context": context,
  value: [{ id: "3", processingStatus }],
});

for (const [status, holds] of [
  ["completed", true],
  ["finished", false],
] as const) {
  test(`what a page is answered is judged: ${status}`, async ({ chromium }) => {
    const page = await chromium.newPage();
    await page.route("**/*", (route) => route.fulfill({ json: list(status) }));
    const response = await page.goto(url);
    if (!response) throw new Error("no response came");
    const conforms = expect(response);
    const honours = expect(response);
    await (holds ? conforms : conforms.not).toConformTo(type);
    await (holds ? honours : honours.not).toHonour("GET /…/userProcessingResults");
    await page.close();
  });
}

test("a response in parts takes the request of a route", async ({ chromium }) => {
  const page = await chromium.newPage();
  const prefers = { Prefer: "include-unknown-enum-members" };
  const value = [{ id: "3", workflowExecutionType: "activatedWithScope" }];
  await page.route("**/*", async (route) => {
    const response = { url, status: 200, body: { "@odata.context": context, value } };
    const asked = { request: route.request() };
    const keeps = expect(response);
    await (route.request().headers().prefer ? keeps : keeps.not).toHonour(undefined, asked);
    await route.fulfill({ json: {} });
  });
  await page.goto(url);
  await page.evaluate((headers) => fetch("/v1.0/x", { headers }).then(() => true), prefers);
  await page.close();
});
