import { onceFor } from "../base/once-for.ts";
import type { Contract } from "../contract/contract.ts";
import { permissionMeant, permissionUses } from "../contract/names/permission-slip.ts";
import type { Between } from "./change-rule.ts";
import type { Fact } from "./fact.ts";

/**
 * The permission among the candidates that a page meant, or that meant it: the wrong one is named at one of the two
 * times alone, the right one by several pages at both.
 */
export function permissionRespelt(
  { name }: Pick<Fact, "name">,
  candidates: readonly Fact[],
  between: Between,
): Fact | undefined {
  const [found, ...others] = candidates.filter(
    (next) => isSlip(name, next.name, between) || isSlip(next.name, name, between),
  );
  return others.length === 0 ? found : undefined;
}

function isSlip(written: string, meant: string, { before, after }: Between): boolean {
  const uses = [usesIn(before), usesIn(after)];
  const [wrong, ...more] = uses.filter(({ names }) => names.has(written));
  return (
    wrong !== undefined &&
    more.length === 0 &&
    uses.every(({ common }) => common.includes(meant)) &&
    permissionMeant(written, wrong) === meant
  );
}

const usesIn = onceFor(({ operations }: Contract) =>
  permissionUses(
    operations.map(({ permissions, location }) => ({
      file: location.file,
      names: permissions.flatMap((row) => row.permissions),
    })),
  ),
);
