import { createHash } from "node:crypto";
import type { Contract } from "../contract/contract.ts";
import type { Shard } from "../exchange/service/shard.ts";
import type { GateSettings } from "../exchange/tenant/gate-settings.ts";
import type { ShardDetail, ShardedRun } from "../report/report.ts";

/** What a shard's report holds for `merge`, but for what was judged. */
export function shardDetail(
  shard: Shard,
  settings: GateSettings,
  contract: Contract,
  client: string,
): Omit<ShardDetail, "coverage" | "judgements"> {
  const { number, of } = shard;
  return { number, of, run: shardedRun(settings, contract, client), floor: settings.floor };
}

/** By this shards know each other. It tells nobody's ids: they may be in the values of bindings, which are left out. */
function shardedRun(
  { version, endpoint, depth, evidence, include, exclude, bindings, job }: GateSettings,
  contract: Contract,
  client: string,
): ShardedRun {
  return {
    version,
    endpoint,
    client: digest(client),
    contract: digest(JSON.stringify(contract)),
    depth,
    evidence,
    include,
    exclude,
    bindings: Object.keys(bindings).sort(),
    ...(job === undefined ? {} : { job }),
  };
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
