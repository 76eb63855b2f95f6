import { isObject } from "../../base/is-object.ts";
import type { ServiceResponse } from "../message.ts";

/** A response with another text for one of the control informations of its body; the same where it has none. */
export function withControl(
  response: ServiceResponse,
  name: string,
  change: (text: string) => string,
): ServiceResponse {
  const { json } = response;
  if (!isObject(json) || typeof json[name] !== "string") return response;
  return { ...response, json: { ...json, [name]: change(json[name]) } };
}
