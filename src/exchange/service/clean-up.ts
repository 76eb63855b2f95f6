import { documentsHeader } from "../../contract/capability/documented-header.ts";
import type { Creation } from "./creations.ts";
import { purposeOf, type Script, writePath } from "./planned-request.ts";

/** Removes what a run has created, the last first, each on its own; what it does not know the key of it says. */
export function* cleanUp(left: readonly Creation[]): Script {
  for (const [index, { path, key, creator, remover }] of left.entries()) {
    const name = left.length === 1 ? "cleaned up" : `cleaned up, ${index + 1}`;
    if (key === undefined) {
      const message = `what ${creator.id} may have created is not removed: no answer said its key`;
      const about = { ...purposeOf(creator, name), probe: "cleanup" } as const;
      yield {
        ...about,
        kind: "unmade",
        method: "DELETE",
        target: writePath(path),
        reason: "no-data",
        message,
      };
      continue;
    }
    // Whatever became of it since.
    const headers = documentsHeader(remover, "If-Match") ? { "If-Match": "*" } : {};
    const about = { ...purposeOf(remover, name), probe: "cleanup", headers } as const;
    yield { ...about, kind: "request", method: "DELETE", target: writePath(path) };
  }
}
