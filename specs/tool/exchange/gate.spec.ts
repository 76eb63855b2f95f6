import { describe, expect, it } from "vitest";
import type { Transport } from "../../../src/exchange/service/transport/transport.ts";
import { shortfallsOf } from "../../../src/report/phrases.ts";
import { gateSettings, gateWithin } from "../../support/tenant.ts";

const floor = 0.6;

/** Answers every request that is signed with the same. */
const always =
  (status: number, body: unknown) =>
  (transport: Transport): Transport =>
  (url, message, signal) =>
    "Authorization" in message.headers
      ? Promise.resolve({
          status,
          reason: "",
          headers: [["Content-Type", "application/json"]],
          body: JSON.stringify(body),
        })
      : transport(url, message, signal);

describe("a gate", () => {
  it("verifies every operation that may be called, its examples and nearly all properties", async () => {
    const { coverage, judgements } = await gateWithin();
    expect(coverage.operations.missing).toEqual([]);
    expect(coverage.examples.missing).toEqual([]);
    expect(coverage.properties.verified / coverage.properties.of).toBeGreaterThan(0.9);
    expect(shortfallsOf({ ...coverage, floor })).toEqual([]);
    expect(
      judgements.flatMap(({ assertions }) => assertions.filter(({ status }) => status === "fail")),
    ).toEqual([]);
  });

  it("verifies a tenant in which no documented id exists, and counts no example where none is replayed", async () => {
    const { coverage, sent } = await gateWithin({ depth: "smoke" }, undefined, { data: "generated" });
    expect(coverage.operations.missing).toEqual([]);
    expect(coverage.examples.of).toBe(0);
    expect(shortfallsOf({ ...coverage, floor })).toEqual([]);
    expect(sent.length).toBeLessThan(100);
  });

  it("writes nothing unless it is allowed to", async () => {
    const include = ["*activatewithscope", "*/reprocessedRuns"];
    const methods = (sent: readonly string[]) => new Set(sent.map((line) => line.split(" ")[0]));
    expect(methods((await gateWithin({ include })).sent)).toEqual(new Set(["GET"]));
    expect(methods((await gateWithin({ include, allowWrites: true })).sent)).toContain("POST");
  });

  it("verifies nothing of an empty tenant: it is under every floor", async () => {
    const { coverage } = await gateWithin({}, always(200, { "@odata.context": "x", value: [] }));
    expect(coverage.operations.verified).toBe(0);
    expect(coverage.properties.verified).toBe(0);
    expect(shortfallsOf({ ...coverage, floor })).toHaveLength(3);
  });

  it("verifies nothing where it has no permission, and breaks no promise", async () => {
    const message = "Insufficient privileges to complete the operation.";
    const denied = { error: { code: "Authorization_RequestDenied", message } };
    const { coverage, judgements } = await gateWithin({}, always(403, denied));
    expect(coverage.operations.verified).toBe(0);
    expect(shortfallsOf({ ...coverage, floor })).toHaveLength(3);
    const statuses = new Set(judgements.flatMap(({ assertions }) => assertions.map(({ status }) => status)));
    expect(statuses).not.toContain("fail");
  });

  it("calls only what is included and not excluded, by operation, path or page", async () => {
    const paths = async (choice: Parameters<typeof gateWithin>[0]) => {
      const { judgements } = await gateWithin(choice);
      // A collection is listed to bind what is chosen, be it chosen or not.
      const asked = judgements.filter(({ title }) => !title.includes("asked for to bind"));
      return new Set(asked.map(({ subject }) => subject.id));
    };
    const list = "GET /identityGovernance/lifecycleWorkflows/workflows/{}/runs/{}/userProcessingResults";
    expect(await paths({ include: [list] })).toEqual(new Set([list]));
    expect(await paths({ include: [list.slice(4).toUpperCase()] })).toEqual(new Set([list]));
    expect(await paths({ include: ["*/userProcessingResults"], exclude: ["*/runs/*"] })).not.toContain(list);
    expect(await paths({ exclude: [list] })).not.toContain(list);
    expect(await paths({ include: ["identitygovernance-run-list-userprocessingresults"] })).toEqual(
      new Set([list]),
    );
  });

  it("refuses a choice that names no operation", async () => {
    await expect(gateWithin({ include: ["/nowhere"] })).rejects.toThrow(
      '--include "/nowhere" names no operation of v1.0; * stands for anything',
    );
    await expect(
      gateWithin({
        exclude: ["GET /identityGovernance/lifecycleWorkflows/workflows/{}/runs/{}/userProcessingResult"],
      }),
    ).rejects.toThrow(/did you mean "GET .*\/userProcessingResults"\?/);
  });

  it("has settings that are complete in themselves", () => {
    expect(gateSettings({ floor: 0.5 })).toMatchObject({ floor: 0.5, evidence: "shape", allowWrites: false });
  });
});
