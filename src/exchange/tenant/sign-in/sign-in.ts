import { type Clock, realClock } from "../../service/transport/clock.ts";
import { givenToken, type TokenSource } from "../../service/transport/sign-requests.ts";
import type { Transport } from "../../service/transport/transport.ts";
import { withTimeout } from "../../service/transport/with-timeout.ts";
import type { GateSettings } from "../gate-settings.ts";
import { azureIdentity } from "./azure-identity.ts";
import { entraApplication } from "./entra-application.ts";
import { tokenClaims } from "./token-claims.ts";

/** How long one answer on the way to a token may take, milliseconds; where the run is short, no longer than a part of it. */
const patience = 15_000;

/**
 * Where the tokens of a gate come from, by the credential of its settings. Nobody signs in before the first is asked for.
 * The time of the run begins here.
 * @param transport the way to other hosts, the same as to Graph, without what is between Graph and us
 */
export function signIn(
  settings: Pick<GateSettings, "credential" | "cloud" | "authorityHost" | "timeLimit">,
  transport: Transport,
  signal: AbortSignal = new AbortController().signal,
  clock: Pick<Clock, "now" | "sleep"> = realClock,
): TokenSource {
  const { credential, timeLimit: limit } = settings;
  const run = { limit, end: clock.now() + limit, clock };
  switch (credential.kind) {
    case "token":
      return givenToken(credential.token, `the token of GRAPH_ACCESS_TOKEN${whose(credential.token)}`);
    case "cli":
    case "managed-identity":
      return azureIdentity(credential, settings, run);
    default:
      return entraApplication(credential, settings, {
        transport: withTimeout(transport, Math.min(patience, limit / 4)),
        signal,
        run,
      });
  }
}

function whose(token: string): string {
  const { tenant, application } = tokenClaims(token) ?? {};
  return [
    ...(application === undefined ? [] : [`application ${application}`]),
    ...(tenant === undefined ? [] : [`tenant ${tenant}`]),
  ]
    .map((part) => `, ${part}`)
    .join("");
}
