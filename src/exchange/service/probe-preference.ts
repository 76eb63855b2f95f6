import { enumNamed } from "../../contract/names/type-named.ts";
import { type BoundOperation, requestOf } from "./bound-operation.ts";
import type { Script } from "./planned-request.ts";

/** Asks for the members of evolvable enums that come on request only, where the type has such. */
export function* probePreference(target: BoundOperation): Script {
  const { contract, type } = target;
  const evolves = type?.properties.some(({ type: { kind, name }, values }) => {
    const declared = kind === "enum" ? (enumNamed(contract, name) ?? values) : values;
    return (declared?.onRequest.length ?? 0) > 0;
  });
  if (!evolves) return;
  const preference = "include-unknown-enum-members";
  yield requestOf(target, `Prefer: ${preference}`, {}, { Prefer: preference });
}
