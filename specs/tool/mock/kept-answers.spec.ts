import { describe, expect, it } from "vitest";
import { emptyNode } from "../../../src/contract/path/path-node.ts";
import type { ServiceRequest } from "../../../src/mock/message.ts";
import type { ResourcePath } from "../../../src/mock/route/resource-path.ts";
import { makeKeptAnswers } from "../../../src/mock/store/kept-answers.ts";

const resourcePath: ResourcePath = { steps: [], owner: [], node: emptyNode("root"), called: false };

const plain: ServiceRequest = {
  method: "PATCH",
  target: "/v1.0/shelves/a",
  headers: {},
  body: "",
  origin: "https://localhost",
};

/** Asks in turn and counts what had to be performed. */
function counting() {
  let revision = 0;
  let performed = 0;
  const kept = makeKeptAnswers(() => revision);
  return {
    ask(request: Partial<ServiceRequest>, status = 200, at = resourcePath) {
      const answered = kept(at, { ...plain, ...request }, () => {
        performed++;
        return status < 400
          ? { status, headers: {}, json: { performed } }
          : { status, code: "x", message: "no" };
      });
      return "json" in answered ? answered.json : answered;
    },
    write: () => {
      revision++;
    },
    kept,
    performed: () => performed,
  };
}

describe("an answer", () => {
  it("is kept from the second time on, until something is written", () => {
    const { ask, write } = counting();
    const thrice = () => [ask({}), ask({}), ask({})];
    expect(thrice()).toEqual([1, 2, 2].map((performed) => ({ performed })));
    write();
    expect(thrice()).toEqual([3, 4, 4].map((performed) => ({ performed })));
  });

  it("is not kept where something is written before each time", () => {
    const { ask, write, performed } = counting();
    for (let times = 0; times < 10; times++) {
      ask({});
      write();
    }
    expect(performed()).toBe(10);
  });

  it("is not kept when the request changed something", () => {
    const { kept, write } = counting();
    let made = 0;
    const create = () => {
      write();
      return { status: 201, headers: {}, json: { id: ++made } };
    };
    const answers = Array.from({ length: 3 }, () => kept(resourcePath, plain, create));
    expect(answers).toMatchObject([1, 2, 3].map((id) => ({ json: { id } })));
  });

  it("is not kept when it is a refusal", () => {
    const { ask, performed } = counting();
    ask({}, 404);
    ask({}, 404);
    expect(ask({})).toEqual({ performed: 3 });
    expect(performed()).toBe(3);
  });

  it("is kept without a body, too", () => {
    const { kept } = counting();
    let performed = 0;
    const silent = () => ({ status: 204, headers: { performed: String(++performed) } });
    const answers = Array.from({ length: 3 }, () => kept(resourcePath, plain, silent));
    expect(answers).toMatchObject(["1", "2", "2"].map((performed) => ({ headers: { performed } })));
  });

  it.each<[string, Partial<ServiceRequest>, Partial<ServiceRequest>]>([
    ["body", { body: '{"a":1}' }, { body: '{"a":2}' }],
    ["Content-Type", { headers: { "content-type": "text/plain" } }, { headers: {} }],
    ["Accept", { headers: { accept: "text/plain" } }, { headers: { accept: "*/*" } }],
    ["Prefer", { headers: { prefer: "odata.maxpagesize=1" } }, { headers: {} }],
    ["host", { origin: "https://127.0.0.1" }, {}],
    [
      "headers, though they read alike in a row",
      { headers: { accept: "a b" } },
      { headers: { accept: "a", prefer: "b" } },
    ],
  ])("is another one to a request with another %s", (_what, one, other) => {
    const { ask } = counting();
    ask(one);
    expect([ask(one), ask(other), ask(one), ask(other)]).toEqual(
      [2, 3, 2, 3].map((performed) => ({ performed })),
    );
  });

  it("is kept in a few forms and no more, so that no client can fill the memory with one URL", () => {
    const { ask, performed } = counting();
    const forms = Array.from({ length: 1000 }, (_, index) => ({ headers: { accept: `text/${index}` } }));
    for (const form of forms) ask(form);
    expect(performed()).toBe(1000);
    for (const form of forms) ask(form);
    expect(performed()).toBeGreaterThan(1900);
    expect(performed()).toBeLessThan(2000);
  });

  it("is not kept for a long body, so that no upload stays in the memory", () => {
    const { ask, performed } = counting();
    const [short, long] = [1000, 1001].map((length) => ({ body: "x".repeat(length) }));
    for (const sent of [short, short, short, long, long, long]) ask(sent ?? {});
    expect(performed()).toBe(5);
  });

  it("is another one elsewhere", () => {
    const { ask } = counting();
    const elsewhere = { ...resourcePath };
    const asked = [ask({}), ask({}), ask({}, 200, elsewhere), ask({}, 200, elsewhere)];
    expect(asked).toEqual([1, 2, 3, 4].map((performed) => ({ performed })));
  });
});
