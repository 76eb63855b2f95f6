import type { ServiceRequest } from "../message.ts";
import { splitTarget } from "../message.ts";

/** A request without some of its query options, by their lower-case names. */
export function withoutOptions(request: ServiceRequest, names: readonly string[]): ServiceRequest {
  const { path, query } = splitTarget(request.target);
  const kept = partsOf(query).filter((part) => !names.includes(nameOf(part)));
  return { ...request, target: kept.length > 0 ? `${path}?${kept.join("&")}` : path };
}

/** A request with another value for one of its query options. */
export function withOption(request: ServiceRequest, name: string, value: string): ServiceRequest {
  const { path, query } = splitTarget(request.target);
  const written = `${name}=${encodeURIComponent(value)}`;
  const parts = partsOf(query).map((part) => (nameOf(part) === name ? written : part));
  return { ...request, target: `${path}?${parts.join("&")}` };
}

function partsOf(query: string): string[] {
  return query.split("&").filter((part) => part !== "");
}

function nameOf(part: string): string {
  const [name = ""] = part.split("=");
  try {
    return decodeURIComponent(name).toLowerCase();
  } catch {
    return name.toLowerCase();
  }
}
