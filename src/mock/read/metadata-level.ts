import { isObject } from "../../base/is-object.ts";
import type { ErrorResponse } from "../errors/error-response.ts";
import type { ServiceRequest, ServiceResponse } from "../message.ts";

/** What says how many there are, and leads to the rest of them and to what changes. */
const kept = ["nextLink", "deltaLink", "count"];

const noneType =
  "application/json;odata.metadata=none;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";

/**
 * An answer with as much control information as its request accepts (OData JSON 4.01, section 3.1): with `none`, which a
 * client of plain JSON asks for, the values and what leads to more of them. Anything else is answered as `minimal`, and
 * the answer's media type says so.
 */
export function atMetadataLevel(
  result: ServiceResponse | ErrorResponse,
  { headers: { accept } }: ServiceRequest,
): ServiceResponse | ErrorResponse {
  if (!accept?.includes("metadata=") || "code" in result || !asksForNone(accept)) return result;
  const { json } = result;
  if (json === undefined) return result;
  return {
    ...result,
    headers: { ...result.headers, "content-type": noneType },
    json: withoutControls(json),
  };
}

/** Whether the first of the media types of JSON that a client likes best asks for none; 4.0 writes `odata.` before it. */
function asksForNone(accept: string): boolean {
  const ranges = accept
    .split(",")
    .filter((range) => /^\s*(?:application\/(?:json|\*)|\*\/\*)/i.test(range))
    .sort((one, other) => weightOf(other) - weightOf(one));
  return /;\s*(?:odata\.)?metadata\s*=\s*"?none\b/i.test(ranges[0] ?? "");
}

/** RFC 9110, section 12.4.2. */
function weightOf(range: string): number {
  return Number(/;\s*q\s*=\s*([\d.]+)/i.exec(range)?.[1] ?? 1);
}

function withoutControls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutControls);
  if (!isObject(value)) return value;
  const names = Object.keys(value);
  // A reference to a resource is its address and nothing else (section 14).
  const isReference = names.every((name) => name === "@odata.id" || name === "@odata.context");
  const left = names.filter((name) => !isControl(name) || (isReference && name === "@odata.id"));
  return Object.fromEntries(left.map((name) => [name, withoutControls(value[name])]));
}

function isControl(name: string): boolean {
  const control = name.split("@odata.")[1];
  return control !== undefined && !kept.includes(control);
}
