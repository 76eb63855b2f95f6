import { isObject } from "../../../base/is-object.ts";
import { UsageError } from "../../../base/usage-error.ts";
import type { Message, Transport } from "../../service/transport/transport.ts";
import { trustedOrigin } from "../cloud.ts";
import type { Credential } from "../gate-settings.ts";
import { readNamed } from "./read-certificate.ts";
import { failureOf } from "./sign-in-error.ts";

/** A credential that is the token of another issuer. */
export type Federated = Extract<Credential, { kind: "federated-file" | "github" | "azure-devops" }>;

export interface AssertionSetting {
  readonly transport: Transport;
  /** What the assertion has to be meant for. */
  readonly audience: string;
  readonly signal: AbortSignal;
}

/**
 * The token of another issuer that says who the application is. It lives minutes: it is asked for at each sign-in anew.
 * @throws UsageError when there is none
 */
export async function federatedAssertion(credential: Federated, setting: AssertionSetting): Promise<string> {
  switch (credential.kind) {
    case "federated-file": {
      const text = (await readNamed(credential.file, "AZURE_FEDERATED_TOKEN_FILE")).toString("utf8").trim();
      return jwtOf(text, "the file of AZURE_FEDERATED_TOKEN_FILE");
    }
    case "github": {
      const url = addressOf(credential.url, "ACTIONS_ID_TOKEN_REQUEST_URL");
      url.searchParams.set("audience", setting.audience);
      return asked("GitHub", "value", url, { method: "GET", headers: bearer(credential.token) }, setting);
    }
    case "azure-devops": {
      const url = addressOf(credential.url, "SYSTEM_OIDCREQUESTURI");
      url.searchParams.set("api-version", "7.1");
      url.searchParams.set("serviceConnectionId", credential.connection);
      // Without it a bad token is answered with a page to sign in on.
      const headers = { ...bearer(credential.token), "X-TFS-FedAuthRedirect": "Suppress" };
      const message = {
        method: "POST",
        headers: { ...headers, "Content-Type": "application/json" },
        body: "",
      };
      return asked("Azure DevOps", "oidcToken", url, message, setting);
    }
  }
}

function bearer(token: string): Record<string, string> {
  return { Accept: "application/json", Authorization: `Bearer ${token}` };
}

function addressOf(address: string, setting: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  trustedOrigin(url?.origin ?? "", setting);
  return new URL(address);
}

/** What they say in place of a token stays untold: it was seen with the pipeline's own token inside. */
async function asked(
  name: string,
  property: string,
  url: URL,
  message: Message,
  { transport, signal }: AssertionSetting,
): Promise<string> {
  const none = (why: string) => new UsageError(`${name} gave no token to sign in with: ${why}`);
  const { status, body } = await transport(url, message, signal).catch((error: unknown) => {
    throw none(failureOf(error));
  });
  if (status !== 200) throw none(`the answer was ${status}`);
  return jwtOf(propertyOf(body, property), `the answer of ${name}`);
}

function propertyOf(body: string, property: string): string {
  try {
    const json: unknown = JSON.parse(body);
    return isObject(json) ? String(json[property]) : "";
  } catch {
    return "";
  }
}

function jwtOf(text: string, where: string): string {
  if (/^[\w-]+\.[\w-]+\.[\w-]+$/.test(text)) return text;
  throw new UsageError(`${where} holds no token (a JWT)`);
}
