import type { Contract } from "../../src/contract/contract.ts";
import { givenToken } from "../../src/exchange/service/transport/sign-requests.ts";
import type { Transport } from "../../src/exchange/service/transport/transport.ts";
import { cloudNamed } from "../../src/exchange/tenant/cloud.ts";
import { countCoverage } from "../../src/exchange/tenant/floor.ts";
import { judgeTenant } from "../../src/exchange/tenant/gate.ts";
import type { GateSettings } from "../../src/exchange/tenant/gate-settings.ts";
import { makeService, type ServiceOptions } from "../../src/mock/service.ts";
import { recordShapes } from "../../src/profile/record-shapes.ts";
import type { ShapeProfile } from "../../src/profile/shape-profile.ts";
import type { Coverage, Judgement } from "../../src/rules/assertion.ts";
import { documentation } from "./documentation.ts";
import { quickClock } from "./quick-clock.ts";
import { signIn } from "./service.ts";
import { transportWithin } from "./transport-within.ts";

export const tenantOrigin = "https://graph.tenant.example";

/** The settings of a gate as they are when nothing is said, for a tenant that answers in this process. */
export function gateSettings(given: Partial<GateSettings> = {}): GateSettings {
  const cloud = cloudNamed("global");
  return {
    version: "v1.0",
    depth: "documented",
    cloud,
    endpoint: tenantOrigin,
    authorityHost: cloud.authorityHost,
    credential: { kind: "token", token: "unused" },
    bindings: {},
    concurrency: 4,
    budget: 2_000,
    timeLimit: 900_000,
    allowWrites: false,
    floor: 0.6,
    evidence: "shape",
    include: [],
    exclude: [],
    proxy: {},
    ...given,
  };
}

export interface Gated {
  readonly judgements: readonly Judgement[];
  readonly coverage: Coverage;
  /** Method and URL of what was sent. */
  readonly sent: readonly string[];
  /** What the answers looked like, where the settings name a file for it. */
  readonly shapes?: ShapeProfile;
}

/** Gates an embedded tenant; `change` stands around its transport. */
export async function gateWithin(
  given: Partial<GateSettings> = {},
  change: (transport: Transport) => Transport = (transport) => transport,
  options: Omit<ServiceOptions, "contracts"> = {},
): Promise<Gated> {
  const contract: Contract = documentation.contract("v1.0");
  const within = transportWithin(makeService({ contracts: [contract], ...options }));
  const token = await signIn(tenantOrigin, within);
  const changed = change(within);
  const sent: string[] = [];
  const count = countCoverage(contract, ({ method }) => method === "GET", given.depth);
  const shapes = given.profile === undefined ? undefined : recordShapes();
  const judgements: Judgement[] = [];
  const judged = judgeTenant(gateSettings(given), {
    contract,
    tokens: givenToken(token),
    key: "a key",
    // Nobody waits for the pauses of a service.
    clock: quickClock(),
    transport: (url, message, signal) => {
      sent.push(`${message.method} ${url.href}`);
      return changed(url, message, signal);
    },
    onJudged(exchange, judgement) {
      count.see(exchange, judgement);
      shapes?.see(exchange, contract);
    },
  });
  for await (const judgement of judged) judgements.push(judgement);
  return { judgements, coverage: count.coverage(), sent, ...(shapes ? { shapes: shapes.profile() } : {}) };
}
