import { describe, expect, it } from "vitest";
import { conform, failed, page, response, result, resultType } from "./judged.ts";

const namespace = "microsoft.graph.identityGovernance";

describe("a body that is held to a type", () => {
  it("conforms as one resource and as a list, whatever the operation promises", () => {
    expect(conform(response(result)).outcome).toBe("kept");
    expect(conform(response(page([result]))).outcome).toBe("kept");
    expect(conform(response(page([result, { ...result, failedTasksCount: "0" }]))).outcome).toBe("broken");
    expect(conform(response(result, { url: "" })).outcome).toBe("kept");
  });

  it("has to be a list where that is asked for", () => {
    expect(conform(response(page([result])), `Collection(${resultType})`).outcome).toBe("kept");
    const single = conform(response(result), `Collection(${resultType})`);
    expect(failed(single)).toContain("error body/shape ");
  });

  it("does not conform where it is another type in full", () => {
    const verdict = conform(response(page([result])), `${namespace}.run`);
    expect(verdict.outcome).toBe("broken");
    expect(verdict.failed[0]).toMatchObject({
      severity: "error",
      rule: "body/unknown-property",
      advice: `all its properties are those of ${resultType}`,
    });
  });

  it("may have a property more than the pages of a live service, and of a mock none", () => {
    const more = response({ ...result, news: 1 });
    expect(conform(more)).toMatchObject({ outcome: "kept", failed: [{ severity: "info" }] });
    expect(conform(more, resultType, { failOn: "info" }).outcome).toBe("broken");
    expect(failed(conform(more, resultType, { source: "mock" }))).toEqual([
      "error body/unknown-property /news",
    ]);
  });

  it("is not judged where there is no resource in it", () => {
    const lacks = (body: unknown, status = 200) => {
      const { outcome, unverified } = conform(response(body, {}, status));
      expect(outcome).toBe("unverified");
      return unverified.join();
    };
    expect(lacks({ value: [] })).toBe("no-data: there is no resource in it");
    expect(lacks({ error: { code: "Gone", message: "No." } }, 410)).toContain("410");
    const nothing = { status: 200, reason: "OK", headers: [], body: "" };
    expect(conform(response({}, { received: nothing }))).toMatchObject({
      outcome: "unverified",
      unverified: ["the response has no body that can be read"],
    });
  });

  it("is of a type that a page declares; else the nearest is named", () => {
    const why = (type: string) => () => conform(response(result), type);
    expect(why(`${namespace}.userProcesingResult`)).toThrow(`did you mean "${resultType}"?`);
    expect(why("microsoft.graph.userProcessingResults")).toThrow(`did you mean "${resultType}"?`);
    expect(why(`${namespace}.activationTaskScopeType`)).toThrow("is an enumeration of v1.0, not a type");
    expect(why("xyz")).toThrow('no page of v1.0 declares a type "xyz"');
    expect(conform(response(result), "userProcessingResult").outcome).toBe("kept");
  });
});
