import { fileURLToPath } from "node:url";
import { expect, test } from "graph-conformance/playwright";
import { result } from "./service.ts";

test.use({
  graphDocs: fileURLToPath(new URL("../docs", import.meta.url)),
  graphSource: "mock",
  graphEvidence: "full",
});

const badge = { id: "1", colour: "red", level: 3, wearer: { id: "2" } };

test("pages of one's own are judged by", async ({ graphContracts }) => {
  expect(Object.keys(graphContracts["v1.0"].types)).toEqual(["microsoft.graph.badge"]);
  await expect({ status: 200, body: badge }).toConformTo("microsoft.graph.badge");
  await expect({ status: 200, body: { ...badge, level: "high" } }).not.toConformTo("microsoft.graph.badge");
  await expect(expect({ status: 200, body: badge }).toConformTo(result)).rejects.toThrow(
    "no page of v1.0 declares",
  );
});

test("what a pass does not cover stands in the report", async () => {
  await expect({ status: 200, body: badge }).toConformTo("microsoft.graph.badge");
  expect(test.info().annotations).toContainEqual({
    type: "not verified",
    description: expect.stringContaining('"wearer" is not judged: no page here declares its type "person"'),
  });
});

test("of a mock an unknown name is an error, and what came is told in full where that is wanted", async () => {
  const body = { ...badge, color: "red", level: "very high indeed" };
  const failure = await expect({ status: 200, body })
    .toConformTo("microsoft.graph.badge")
    .then(
      () => "it passed",
      (error: Error) => error.message,
    );
  expect(failure).toContain("error  body/unknown-property  /color");
  expect(failure).toContain("very high indeed");
});

test("an answer that becomes right in time is waited for", async () => {
  let asked = 0;
  const answer = async () => ({ status: 200, body: { ...badge, level: asked++ < 2 ? "low" : 3 } });
  await expect(async () => expect(await answer()).toConformTo("microsoft.graph.badge")).toPass({
    timeout: 5_000,
  });
  expect(asked).toBe(3);
});
