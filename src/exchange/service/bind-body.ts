import { type BodyId, type IdFor, idsIn, withIds } from "./body-ids.ts";

/** The body of a documented request for a service in which the ids of the documentation are nobody's. */
export interface BoundBody {
  readonly text: string;
  /** The ids for which no value is known: `subjects/id`. */
  readonly unknown: readonly string[];
}

/** Gives the ids of a body the values that are known for them; a text that is no JSON has none. */
export function bindBody(text: string, idFor: IdFor): BoundBody {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return { text, unknown: [] };
  }
  const unknown = new Set<string>();
  let isChanged = false;
  const bound = withIds(body, (id) => {
    const value = idFor(id);
    if (value === undefined) unknown.add(nameOf(id));
    else isChanged = true;
    return value;
  });
  return { text: isChanged ? JSON.stringify(bound, null, 2) : text, unknown: [...unknown] };
}

/** The ids of a documented body for which no value is known. */
export function unknownIds(request: Parameters<typeof idsIn>[0], idFor: IdFor): readonly string[] {
  return [...new Set(idsIn(request).flatMap((id) => (idFor(id) === undefined ? [nameOf(id)] : [])))];
}

/** `subjects/id`, `groupId`. */
export function nameOf({ placeholder, collection }: BodyId): string {
  return [...collection.slice(-1), placeholder.replace(/[{}]/g, "")].join("/");
}
