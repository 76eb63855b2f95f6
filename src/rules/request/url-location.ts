import type { HttpRequest } from "../../docs/http/http-message.ts";
import type { Location } from "../../docs/location.ts";

/** Where a character of the request's URL stands: it begins one space behind the method. */
export function urlLocation({ method, location }: HttpRequest, offset = 0): Location {
  return { ...location, column: location.column + method.length + 1 + Math.max(0, offset) };
}
