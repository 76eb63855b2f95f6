import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { listedBinding } from "../../../src/exchange/service/bind-collections.ts";
import { openPathOf } from "../../../src/exchange/service/bind-path.ts";
import type { Answer, Lookup, Step } from "../../../src/exchange/service/planned-request.ts";
import { contractOf } from "../../support/contract-of.ts";
import { follow } from "./service-answers.ts";

const values = { given: new Map(), now: new Date("2026-03-31T12:00:00Z") };

const contract = contractOf({
  types: { flow: { keyProperty: "id", properties: { id: "Edm.String" } } },
  operations: [
    "/flows/{flow_id}/runs/{run_id}/results",
    "/flows/{flowId}/runs",
    "/flows/{flow_id}/runs/{run_id}/results/{result_id}",
    "/flows/{flow_id}/versions/{version}/tasks",
    "/flows",
    "/rooms/{room_id}/lists",
    "/rooms/{room_id}/places/{place_id}",
  ].map((path) => ({ path, method: "GET", queryOptions: { kind: "none" } })),
});

const item = (id: string) => ({ id, state: id.length % 2 ? null : "done" });
const listed = (count: number) => ({ value: Array.from({ length: count }, (_, index) => item(`k${index}`)) });

/** Binds all paths, with what is asked ahead or without; what was asked in each wave and then, and what came of it. */
function bound(answers: (target: string) => Answer, isAhead: boolean) {
  const { bind, scripts, ahead } = listedBinding(contract, values, contract.operations.map(openPathOf));
  const answer = (step: Step) => answers(step.target);
  const lookups = (steps: readonly Step[]) =>
    steps.flatMap((step) => (step.kind === "lookup" ? [step.target] : []));
  const waves: string[][] = [];
  if (isAhead)
    for (const wave of ahead) waves.push(wave.flatMap((script) => lookups(follow(script, answer))));
  const steps = scripts.flatMap((script) => follow(script, answer));
  const paths = contract.operations.map((operation) => {
    const search = bind(openPathOf(operation));
    const next = search.next();
    if (!next.done) throw new Error("it was bound before");
    return next.value;
  });
  const own = lookups(steps);
  const requests = steps.filter(({ kind }) => kind !== "lookup");
  return { waves, own, requests, paths };
}

describe("lists that are asked for ahead of their turn", () => {
  it("are asked for many at a time, each as soon as what leads to it is there", () => {
    const { waves, own } = bound(() => ({ status: 200, json: listed(2) }), true);
    expect(waves.slice(0, 2)).toEqual([
      ["/flows", "/rooms"],
      ["/flows/k0/runs", "/flows/k0/versions", "/rooms/k0/lists", "/rooms/k0/places"],
    ]);
    expect(own).toEqual([]);
  });

  it("are the lists that would be asked for in their turn, and bind to the same, whatever a service has", () => {
    for (let service = 0; service < 60; service++) {
      const answers = (target: string): Answer => {
        const [kind = 0, count = 0] = createHash("sha256").update(`${service} ${target}`).digest();
        if (kind < 40) return { status: kind < 25 ? 403 : 500 };
        const next = kind > 200 ? { "@odata.nextLink": `${target}?$skiptoken=1` } : {};
        return { status: 200, json: { ...listed(kind > 230 ? 0 : count % 5), ...next } };
      };
      const inTurn = bound(answers, false);
      const { waves, own, ...others } = bound(answers, true);
      expect(waves.flat().sort()).toEqual(inTurn.own.sort());
      expect(own).toEqual([]);
      expect(others).toEqual({ requests: inTurn.requests, paths: inTurn.paths });
    }
  });

  it("are asked for in their turn where nobody has asked ahead", () => {
    const { waves, own } = bound(() => ({ status: 403 }), false);
    expect({ waves, own }).toEqual({ waves: [], own: ["/flows", "/rooms"] });
  });

  it("are told by their documented path, as in their turn", () => {
    const { ahead } = listedBinding(contract, values, contract.operations.map(openPathOf));
    const titles: (string | undefined)[] = [];
    for (const wave of ahead)
      for (const script of wave)
        for (const step of follow(script, () => ({ status: 403 }))) titles.push((step as Lookup).title);
    expect(titles).toEqual(["/flows", "/rooms"]);
  });
});
