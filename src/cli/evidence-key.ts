import { createHmac, randomBytes } from "node:crypto";
import type { Credential, GateSettings } from "../exchange/tenant/gate-settings.ts";

/**
 * What the ids of a run are hashed with. All shards of a run have the same, so that an id looks alike in all of them:
 * it is drawn from what they have in common and nobody else knows, and from the run of the workflow or pipeline that
 * they belong to. Where there is nothing of the kind it is another one each time.
 */
export function evidenceKey({
  evidenceKey: given,
  credential,
  job = "",
}: Pick<GateSettings, "evidenceKey" | "credential" | "job">): string {
  const secret = given ?? sharedSecret(credential);
  if (secret === undefined) return randomBytes(16).toString("hex");
  return createHmac("sha256", secret).update(`ids of ${job}`).digest("hex");
}

/** Other credentials are made anew for each job. */
function sharedSecret(credential: Credential): string | undefined {
  if (credential.kind === "token") return credential.token;
  return credential.kind === "secret" ? credential.secret : undefined;
}
