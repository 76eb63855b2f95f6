import { expect } from "graph-conformance/playwright";
import { result, runs, test } from "./service.ts";

test.use({ fault: "unknown-member" });

test("a promise is broken", async ({ request }) => {
  await expect(await request.get(runs)).toConformTo(result);
});

test("soft assertions go on", async ({ request }) => {
  const response = await request.get(runs);
  const refused = await request.get(runs, { headers: { Authorization: "" } });
  const { value } = await response.json();
  const valid = { status: 200, body: { ...value[0], processingStatus: "completed" } };
  await expect.soft(response).toHonour("GET /…/userProcessingResults");
  await expect.soft(refused).toHonour();
  await expect.soft(refused).not.toConformTo(result);
  await expect.soft({ status: 200, body: { value: [] } }).toConformTo(result);
  await expect.soft(valid).not.toConformTo(result);
  await expect.soft(response).toConformTo(result.replace("Result", "Reslt"));
  await expect.soft(response).not.toHonour("GET /…/taskProcessingResults");
});

test("nobody waits for an assertion", async ({ request }) => {
  const response = await request.get(runs);
  expect(response).toConformTo(result);
});
