import type { Contract } from "../../contract/contract.ts";
import { permissionsFor, schemeOf } from "./caller-scheme.ts";
import { chosenPart } from "./chosen-operations.ts";
import { mayBeCalled } from "./floor.ts";
import type { GateSettings } from "./gate-settings.ts";

/**
 * What a gate needs to call what it may call: of each list one permission is enough, and the least privileged is the
 * first. Operations that need the same are there once.
 */
export function neededPermissions(
  contract: Contract,
  settings: Pick<GateSettings, "allowWrites" | "credential" | "include" | "exclude">,
): readonly (readonly string[])[] {
  const scheme = schemeOf(settings.credential);
  const needed = new Map<string, readonly string[]>();
  for (const operation of chosenPart(contract, settings).operations.filter(mayBeCalled(settings))) {
    const own = permissionsFor(operation, scheme);
    if (own.length > 0) needed.set(own.join(" "), own);
  }
  return [...needed.keys()].sort().map((key) => needed.get(key) ?? []);
}
