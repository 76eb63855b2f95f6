import { expect } from "graph-conformance/playwright";
import { result, runs, test } from "./service.ts";

test("a list conforms, and honours the operation that its URL says", async ({ request }) => {
  const response = await request.get(runs);
  await expect(response).toConformTo(result);
  await expect(response).toConformTo(`Collection(${result})`);
  await expect(response).toHonour();
});

test("an operation is named as in reports, with any placeholders, or shortened", async ({ request }) => {
  const response = await request.get(runs);
  const before = "GET /identityGovernance/lifecycleWorkflows/workflows";
  await expect(response).toHonour(`${before}/{}/runs/{}/userProcessingResults`);
  await expect(response).toHonour(`${before}/{workflowId}/runs/{runId}/userProcessingResults`);
  await expect(response).toHonour("GET /…/userProcessingResults");
});

test("another type is not conformed to", async ({ request }) => {
  await expect(await request.get(runs)).not.toConformTo("microsoft.graph.identityGovernance.run");
});

test("the options of a query are honoured", async ({ request }) => {
  const response = await request.get(runs, { params: { $select: "id,processingStatus" } });
  await expect(response).toHonour();
});

test("an error that was asked for is honoured", async ({ request }) => {
  const response = await request.get(`${runs}/00000000-0000-4000-8000-000000000000`);
  await expect(response).toHonour("GET /…/userProcessingResults/{}", { probe: "absent" });
});

test("a response of fetch is judged, and can still be read", async ({ baseURL, token }) => {
  const sent = { method: "GET", headers: { Authorization: `Bearer ${token}` } };
  const response = await fetch(new URL(runs, baseURL), sent);
  await expect(response).toHonour("GET /…/userProcessingResults", { request: sent });
  expect(await response.json()).toHaveProperty("value");
});

test("what a client library returned is judged by its type", async ({ request }) => {
  const { value } = await (await request.get(runs)).json();
  await expect({ status: 200, body: value[0] }).toConformTo(result);
  await expect({ status: 200, body: { ...value[0], processingStatus: "finished" } }).not.toConformTo(result);
});

test("the contract is at hand", ({ graphContracts }) => {
  const { properties } = graphContracts["v1.0"].types[result] ?? { properties: [] };
  expect(properties.map(({ name }) => name)).toContain("processingStatus");
});

test("there are matchers for responses alone", async () => {
  // @ts-expect-error a text is no response
  await expect(expect("a text").toConformTo(result)).rejects.toThrow("is no response");
});
