import type { Contract } from "../../src/contract/contract.ts";
import { givenToken } from "../../src/exchange/service/transport/sign-requests.ts";
import { judgeTenant } from "../../src/exchange/tenant/gate.ts";
import type { Fault } from "../../src/mock/faults/fault.ts";
import { makeService } from "../../src/mock/service.ts";
import type { Judgement } from "../../src/rules/assertion.ts";
import { givenIds } from "./given-ids.ts";
import { quickClock } from "./quick-clock.ts";
import { repeatable, signIn } from "./service.ts";
import { gateSettings, tenantOrigin } from "./tenant.ts";
import { transportWithin } from "./transport-within.ts";

const noLimits = { budget: 100_000, timeLimit: 1e9 };

/** Gates a tenant that has a fault, or none: all that can be asked, and what may be written to the ids given for it. */
export async function* judgeGenerated(contract: Contract, fault?: Fault): AsyncGenerator<Judgement> {
  const transport = tenantOf(contract, fault);
  const settings = gateSettings({
    ...noLimits,
    version: contract.version,
    depth: "full",
    evidence: "full",
    allowWrites: true,
    bindings: await idsOf(contract),
  });
  const tokens = givenToken(await signIn(tenantOrigin, transport));
  yield* judgeTenant(settings, { contract, tokens, transport, key: "a key", clock: quickClock() });
}

/** No documented id exists there. */
function tenantOf(contract: Contract, fault?: Fault) {
  const faulty = fault ? { fault } : {};
  return transportWithin(makeService({ contracts: [contract], data: "generated", ...repeatable, ...faulty }));
}

const known = new WeakMap<Contract, Promise<Record<string, string>>>();

/** They were noted while the tenant had no fault yet. */
function idsOf(contract: Contract): Promise<Record<string, string>> {
  const ids = known.get(contract) ?? notedIds(contract);
  known.set(contract, ids);
  return ids;
}

async function notedIds(contract: Contract): Promise<Record<string, string>> {
  const transport = tenantOf(contract);
  const headers = { Authorization: `Bearer ${await signIn(tenantOrigin, transport)}` };
  return givenIds(contract, async (target) => {
    const url = new URL(`${tenantOrigin}/${contract.version}${target}`);
    const { status, body } = await transport(url, { method: "GET", headers }, new AbortController().signal);
    return { status, json: JSON.parse(body) };
  });
}
