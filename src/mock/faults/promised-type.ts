import type { TypeContract } from "../../contract/contract.ts";
import type { Asked } from "./fault.ts";

/** The type of the resources that the page of a request promises; undefined where it promises none, or an unknown one. */
export function promisedType({ operation, contract }: Asked): TypeContract | undefined {
  const body = operation?.responses.find(({ status }) => status < 300)?.body;
  return body?.kind === "type" ? contract.types[body.name] : undefined;
}
