import type { FactKind } from "../fact.ts";
import { agrees } from "./agrees.ts";
import type { Claim, Told, Witness } from "./told.ts";

/** How what was claimed before, and what is claimed from now on, stand beside another witness. */
export function toldBeside(old: Claim, next: Claim, { before, after }: Witness): Told {
  const is = agrees(after, next);
  const already = agrees(before, next);
  if (is === undefined) return { standing: "untold" };
  if (!is) return { standing: agrees(after, old) === false ? "otherwise" : "alone" };
  if (!already) return { standing: "both" };
  // That a page said it before shows nothing of what the metadata is since.
  if (before.toldBy !== "metadata" || agrees(before, old) !== false) return { standing: "before" };
  const kind = next.pointer.at(-1)?.kind ?? "contract";
  // That a resource has a property does not say that it could be written.
  if (kind === "parameter" && next.fact) return { standing: "before" };
  const isSilence = next.fact === undefined && silent.has(kind);
  return { standing: "before", repair: isSilence ? "likely" : "certain" };
}

/** What a service may have although no metadata declares it. */
const silent: ReadonlySet<FactKind> = new Set(["path", "type", "enum", "property", "parameter"]);
