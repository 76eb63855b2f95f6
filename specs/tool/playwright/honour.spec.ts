import { describe, expect, it } from "vitest";
import { failureText } from "../../../src/playwright/failure-text.ts";
import { walksOfTest } from "../../../src/playwright/walks.ts";
import { failed, honour, list, listId, page, response, result, root } from "./judged.ts";

const broken = page([{ ...result, processingStatus: "finished" }]);

describe("a response that is held to its operation", () => {
  it("honours it where all holds, and not where a member is unknown", () => {
    expect(honour(response(page([result])))).toMatchObject({ outcome: "kept", failed: [] });
    const verdict = honour(response(broken));
    expect(verdict.outcome).toBe("broken");
    expect(failed(verdict)).toEqual(["error body/enum-member /value/0/processingStatus"]);
  });

  it("is judged by its status, its headers and its query options, too", () => {
    const plain = {
      ...response(page([result])).received,
      headers: [["Content-Type", "text/plain"]] as const,
    };
    expect(failed(honour(response({}, { received: plain })))).toContain("error http/content-type undefined");
    expect(failed(honour(response(page([result]), {}, 202)))).toContain("error http/status undefined");
    const selected = response(page([result]), { url: `${list}?$select=id` });
    expect(failed(honour(selected))).toContainEqual(expect.stringMatching(/^error query\/select-projection/));
  });

  it("is neither where a refusal says nothing of it, and the reason is told", () => {
    const error = { code: "Forbidden", message: "Insufficient privileges", innerError: {} };
    const verdict = honour(response({ error }, {}, 403));
    expect(verdict).toMatchObject({ outcome: "unverified", failed: [] });
    expect(verdict.unverified).toEqual([expect.stringMatching(/^missing-permission: 403 Forbidden/)]);
    const asked = response({ error: { code: "NotFound", message: "None." } }, { url: `${list}/1` }, 404);
    expect(honour(asked).outcome).toBe("unverified");
    expect(honour(asked, { probe: "absent" }).outcome).toBe("kept");
  });

  it("is not broken by what hangs on headers that nobody knows", () => {
    const run = { id: "1", activatedOnScope: null, workflowExecutionType: "activatedWithScope" };
    const url = `${root}/deletedItems/workflows/1/executionScope/2/reprocessedRuns`;
    const context = `${root.replace("v1.0/", "v1.0/$metadata#")}/deletedItems/workflows('1')/executionScope('2')/reprocessedRuns`;
    const body = { "@odata.context": context, value: [run] };
    const { sent: _, ...unknown } = response(body, { url });
    const rule = "enum/unrequested-member";
    expect(failed(honour(response(body, { url })))).toContain(`error ${rule} /value/0/workflowExecutionType`);
    expect(honour(unknown)).toMatchObject({
      outcome: "kept",
      unverified: expect.arrayContaining([expect.stringContaining(`${rule}: it hangs on the headers`)]),
    });
    const prefers = [["Prefer", "include-unknown-enum-members"]] as const;
    expect(honour(response(body, { url, sent: prefers })).unverified.join()).not.toContain(rule);
  });

  it("is judged by the options that began its walk, where a test walks", () => {
    const url = `${list}?$skiptoken=2`;
    const first = response(page([result], { "@odata.nextLink": url }), { url: `${list}?$select=id` });
    const next = response(page([{ ...result, id: "2" }]), { url });
    const walks = walksOfTest();
    honour(first, { memory: walks(first) });
    const selects = expect.stringMatching(/^error query\/select-projection/);
    expect(failed(honour(next, { memory: walks(next) }))).toContainEqual(selects);
    expect(failed(honour(next, { memory: walks(next) })), "asked once more").toContainEqual(selects);
    expect(failed(honour(next))).not.toContainEqual(selects);
  });

  it("is told in shapes, unless all is to be told", () => {
    const told = (evidence: "shape" | "full") =>
      failureText(honour(response(page([{ ...result, startedDateTime: "Adele Vance" }])), { evidence }), {
        call: "expect(response).toHonour()",
        kept: "honours it",
        broken: "breaks it",
      });
    expect(told("full")).toContain("Adele Vance");
    expect(told("full")).toContain("14879e66-9ea9-48d0-804d-8fea672d0341");
    expect(told("shape")).not.toMatch(/Adele|14879e66/);
    expect(told("shape")).toContain("a text of 11 characters");
    expect(told("shape")).toMatch(/^ {4}page {6}\S+userprocessingresult\.md, line \d+$/m);
  });

  it("may be named by what its page documents elsewhere", () => {
    const url = "https://proxy.example/v1.0/results";
    expect(honour(response(broken, { url }), { operation: listId }).outcome).toBe("broken");
    expect(() => honour(response(broken, { url }))).toThrow(
      "documents GET https://proxy.example/v1.0/{an id",
    );
  });
});
