import { splitList } from "../../odata/context-url.ts";

/**
 * The properties that a `$select` or `$expand` names, without casts, options and what stands behind a slash:
 * `manager($select=id),microsoft.graph.user/mail` gives `manager` and `mail`. `*` stays as it is.
 */
export function namesIn(option: string | undefined): string[] {
  return splitList(option ?? "").flatMap((item) => {
    const path = item.replace(/\(.*$/s, "").split("/");
    const name = path.find((part) => !part.includes("."))?.trim();
    return name ? [name] : [];
  });
}
