import type { Location } from "../../base/location.ts";
import type { HttpRequest } from "../../http/http-message.ts";

/** Where a character of the request's URL stands: it begins one space behind the method. */
export function urlLocation({ method, location }: HttpRequest, offset = 0): Location {
  return { ...location, column: location.column + method.length + 1 + Math.max(0, offset) };
}
