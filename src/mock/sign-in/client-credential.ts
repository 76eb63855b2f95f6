import type { Authority } from "./authority.ts";
import { checkAssertion } from "./client-assertion.ts";
import { badClient, badRequest, type Denial, isDenial, missingParameter } from "./denial.ts";

/** The application that asks for a token, and how it proved who it is. */
export interface Client {
  readonly id: string;
  /** As in a token's `appidacr`: not at all, by a secret, by an assertion. */
  readonly proof: "0" | "1" | "2";
}

const jwtBearer = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/**
 * The client that a form names (Entra page "OAuth 2.0 client credentials flow"). Any id and any secret will do, since
 * no application is registered here; an assertion has to be one that Entra would look at.
 */
export async function readClient(
  form: URLSearchParams,
  authorization: string | undefined,
  setting: { readonly authority: Authority; readonly now: Date },
): Promise<Client | Denial> {
  const basic = basicCredentials(authorization);
  const id = form.get("client_id") || basic?.id;
  const assertion = form.get("client_assertion");
  if (!id) return missingParameter("client_id");
  if (assertion) {
    const type = form.get("client_assertion_type");
    if (!type) return missingParameter("client_assertion_type");
    if (type !== jwtBearer) {
      return badRequest(90023, `The 'client_assertion_type' has to be '${jwtBearer}'.`);
    }
    const denial = await checkAssertion(assertion, { ...setting, clientId: id });
    return denial ?? { id, proof: "2" };
  }
  return { id, proof: form.get("client_secret") || basic?.secret ? "1" : "0" };
}

/** The client, when it proved who it is: only a user may sign in through an application that did not. */
export function confidential(client: Client | Denial): Client | Denial {
  if (isDenial(client) || client.proof !== "0") return client;
  return badClient(
    7000216,
    "'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.",
  );
}

// RFC 6749 section 2.3.1: each half is form-encoded before it is encoded in base 64.
function basicCredentials(authorization: string | undefined): { id: string; secret: string } | undefined {
  const encoded = /^basic +([\w+/=-]+)$/i.exec(authorization ?? "")?.[1];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, "base64").toString("utf8");
  const colon = text.indexOf(":");
  if (colon < 0) return undefined;
  const half = (part: string) => new URLSearchParams(`half=${part}`).get("half") ?? "";
  return { id: half(text.slice(0, colon)), secret: half(text.slice(colon + 1)) };
}
