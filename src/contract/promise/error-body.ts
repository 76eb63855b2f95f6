import { isObject } from "../../base/is-object.ts";

/** True for the body of a Graph error and nothing else: `{"error": {"code": "...", "message": "..."}}`. */
export function isErrorBody(body: unknown): boolean {
  if (!isObject(body) || !isObject(body.error)) return false;
  const { code, message } = body.error;
  const others = Object.keys(body).filter((name) => name !== "error" && !name.includes("@"));
  return others.length === 0 && typeof code === "string" && typeof message === "string";
}

/** A resource or a collection of them, by its control information: what no error has. */
export function isResourceBody(body: unknown): boolean {
  return isObject(body) && !isObject(body.error) && ("@odata.context" in body || Array.isArray(body.value));
}
