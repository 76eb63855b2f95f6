import { describe, expect, it } from "vitest";
import type { Contract } from "../../../src/contract/contract.ts";
import { obtainExchanges } from "../../../src/exchange/service/obtain-exchanges.ts";
import type { Fault } from "../../../src/mock/faults/fault.ts";
import { faults } from "../../../src/mock/faults/faults.ts";
import type { MockOptions } from "../../../src/mock/http/start-mock.ts";
import { documentation } from "../../support/documentation.ts";
import { askMock, askWithin, listOf } from "../../support/service.ts";

const all = [documentation.contract("v1.0"), documentation.contract("beta")];

/** The pages of v1.0 that read one resource, do something and remove something. */
const pages = /-(?:userprocessingresult-get|workflow-activatewithscope|userprocessingresult-summary)\.md$/;

function partOf({ operations, examples, ...rest }: Contract): Contract {
  const belongs = ({ file }: { readonly file: string }) => pages.test(file);
  return { ...rest, operations: operations.filter(belongs), examples: examples.filter(belongs) };
}

const obtainFromMock = (contracts: readonly Contract[], options: Partial<MockOptions> = {}) =>
  listOf(askMock(contracts, obtainExchanges, options));
const obtainWithin = (contracts: readonly Contract[], fault?: Fault) =>
  listOf(askWithin(contracts, obtainExchanges, fault));

describe("the exchanges with the service", () => {
  it("are the same in every run, over HTTP and whatever its port", { timeout: 60_000 }, async () => {
    const first = await obtainFromMock(all);
    expect(await obtainFromMock(all)).toEqual(first);
    expect(JSON.stringify(first)).not.toMatch(/localhost:\d/);
    expect(first.length).toBeGreaterThan(300);
  });

  it("differ where its clock or its ids do", { timeout: 60_000 }, async () => {
    const part = all.map(partOf);
    const first = await obtainFromMock(part);
    for (const other of [{ now: () => new Date(0) }, { newId: () => "7" }] as const)
      expect(await obtainFromMock(part, other)).not.toEqual(first);
  });

  it("are the same without a connection as over HTTP, with every fault", { timeout: 60_000 }, async () => {
    const part = all.map(partOf);
    for (const fault of [undefined, ...faults]) {
      const wire = await obtainFromMock(part, fault ? { fault: fault.name } : {});
      expect(wire.length).toBeGreaterThan(8);
      expect(await obtainWithin(part, fault), fault?.name).toEqual(wire);
    }
  });
});
