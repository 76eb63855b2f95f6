import { describe, expect, it } from "vitest";
import { bindBody } from "../../../src/exchange/service/bind-body.ts";
import { bodyValue } from "../../../src/exchange/service/given-values.ts";
import type { Transport } from "../../../src/exchange/service/transport/transport.ts";
import { gateWithin } from "../../support/tenant.ts";

const guid = "8cdf25a8-c9d2-423e-a03d-3f39f03c3e97";
const other = "ea09ac2e-77e3-4134-85f2-25ccf3c33387";

function bound(body: unknown, given: Readonly<Record<string, string>>) {
  const values = new Map(Object.entries(given));
  const { text, unknown } = bindBody(JSON.stringify(body), (id) => bodyValue(id, values));
  return [JSON.parse(text), unknown];
}

describe("the body of a documented request", () => {
  it("gets ids that somebody named, each once in a list", () => {
    const body = { subjects: [{ id: guid }, { id: other }], note: "as it is" };
    expect(bound(body, { subjectId: "u-1" })).toEqual([{ subjects: [{ id: "u-1" }], note: "as it is" }, []]);
    expect(bound(body, { subjects: "u-2" })).toEqual([{ subjects: [{ id: "u-2" }], note: "as it is" }, []]);
    expect(bound(body, { workflowId: "w" })).toEqual([body, ["subjects/id"]]);
  });

  it("gets them in properties that are called after a key, and in references", () => {
    const reference = `https://graph.microsoft.com/v1.0/directoryObjects/${guid}`;
    const body = { groupId: guid, "members@odata.bind": [reference] };
    const given = { groupId: "g-1", directoryObjectId: "d 1" };
    const members = ["https://graph.microsoft.com/v1.0/directoryObjects/d%201"];
    expect(bound(body, given)).toEqual([{ groupId: "g-1", "members@odata.bind": members }, []]);
    expect(bound(body, {})).toEqual([body, ["groupId", "directoryObjects/id"]]);
  });

  it("keeps the key of what it is the body of, words, and what is no JSON", () => {
    const body = { id: guid, planId: "basic", valid: true };
    expect(bound(body, { id: "x", planId: "y" })).toEqual([body, []]);
    expect(bindBody("a=1", () => "x")).toEqual({ text: "a=1", unknown: [] });
  });
});

describe("an action with ids in its body", () => {
  const options = { data: "generated" } as const;
  const only = { include: ["identitygovernance-workflow-activatewithscope"], allowWrites: true };

  async function activated(bindings: Readonly<Record<string, string>>) {
    const bodies: string[] = [];
    const listening =
      (transport: Transport): Transport =>
      (url, message, signal) => {
        if (message.method === "POST" && message.headers.Authorization) bodies.push(message.body ?? "");
        return transport(url, message, signal);
      };
    const { judgements } = await gateWithin({ ...only, bindings }, listening, options);
    const said = judgements.flatMap(({ assertions }) =>
      assertions.flatMap((each) => (each.status === "not-verified" ? [each.message] : [])),
    );
    return { bodies, said };
  }

  it("is not sent with the ids of the documentation", async () => {
    const { bodies, said } = await activated({ workflowId: "7" });
    expect(bodies.filter((body) => body.includes(guid))).toEqual([]);
    expect(said).toContain("the example is not replayed: no value is known for subjects/id in its body");
  });

  it("is sent with those that somebody named, but for what it shows to be refused", async () => {
    const { bodies } = await activated({ workflowId: "7", subjectId: "u-1" });
    expect(bodies[0]?.replace(/\s/g, "")).toBe('{"subjects":[{"id":"u-1"}]}');
    expect(bodies.filter((body) => body.includes("u-1"))).toHaveLength(1);
  });
});
