import type { Operation } from "../../contract/contract.ts";
import type { Purpose } from "./planned-request.ts";

/** The purpose of a probe of an operation; the name is what tells it from the operation's other probes. */
export function purposeOf({ title, file, location }: Operation, name: string): Purpose {
  return { name, title: `${title}: ${name}`, file, location };
}
