import type { Source } from "../rules/exchange.ts";
import type { Waiver } from "./report.ts";

/** Whose findings a waiver accepts. */
export function waivedSource({ source = "documented" }: Waiver): Source {
  return source;
}
