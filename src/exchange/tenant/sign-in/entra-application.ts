import type { Configuration, INetworkModule } from "@azure/msal-node";
import { UsageError } from "../../../base/usage-error.ts";
import type { DeadlineOptions } from "../../service/transport/limits.ts";
import type { TokenSource } from "../../service/transport/sign-requests.ts";
import { NotSent, type Transport } from "../../service/transport/transport.ts";
import { isLoopback } from "../cloud.ts";
import type { Credential, GateSettings } from "../gate-settings.ts";
import { type Federated, federatedAssertion } from "./federated-assertion.ts";
import { keepToken } from "./kept-token.ts";
import { readCertificate } from "./read-certificate.ts";
import { failureOf, type SignInTrouble, signInError, troubleIn } from "./sign-in-error.ts";

type OfApplication = Extract<Credential, { readonly client: string; readonly tenant: string }>;

const proofs: Readonly<Record<OfApplication["kind"], string>> = {
  secret: "a secret",
  certificate: "a certificate",
  "federated-file": "the token of another issuer",
  github: "the token of the GitHub workflow",
  "azure-devops": "the token of the Azure DevOps pipeline",
};

/** How it gets to who signs in: over the same transport as to Graph. */
export interface Way {
  readonly transport: Transport;
  readonly signal: AbortSignal;
  /** When it has to be there. */
  readonly run: DeadlineOptions;
}

/**
 * The tokens of an application that signs in with MSAL (OAuth 2.0 client credentials). Nothing is sent until the first
 * one is asked for.
 */
export function entraApplication(
  credential: OfApplication,
  { cloud, authorityHost }: Pick<GateSettings, "cloud" | "authorityHost">,
  { transport, signal, run }: Way,
): TokenSource {
  const who = `application ${credential.client}, tenant ${credential.tenant}`;
  const setting = { transport, audience: cloud.exchangeAudience, signal };

  async function acquire() {
    // A mistake that we know the words for, and what was seen on the way.
    let mistake: UsageError | undefined;
    let trouble: SignInTrouble = { codes: [] };
    const asking = <T>(promise: Promise<T>): Promise<T> =>
      promise.catch((error: unknown) => {
        if (error instanceof UsageError) mistake = error;
        throw error;
      });
    const auth = {
      clientId: credential.client,
      // MSAL takes no other scheme; the way there is that of the setting.
      authority: `${authorityHost.replace(/^http:/, "https:")}/${credential.tenant}`,
      // The authority is the one of the settings: nobody else is asked whether it is one.
      knownAuthorities: [new URL(authorityHost).host],
      ...(await proofOf(credential, (federated) => asking(federatedAssertion(federated, setting)))),
    };
    const networkClient = networkClientOver({ transport, signal, run }, authorityHost, (seen) => {
      trouble = seen;
    });
    const { ConfidentialClientApplication, LogLevel } = await import("@azure/msal-node");
    const loggerOptions = { logLevel: LogLevel.Error, piiLoggingEnabled: false, loggerCallback() {} };
    try {
      const application = new ConfidentialClientApplication({
        auth,
        system: { networkClient, loggerOptions, disableInternalRetries: true },
      });
      const result = await application.acquireTokenByClientCredential({ scopes: [cloud.scope] });
      if (!result?.accessToken) throw new Error("no token");
      return { token: result.accessToken, expires: result.expiresOn?.getTime() ?? 0 };
    } catch {
      throw mistake ?? signInError(who, authorityHost, trouble);
    }
  }

  return keepToken(`${who}, by ${proofs[credential.kind]}`, acquire, run);
}

/** How the application proves who it is, as MSAL takes it. */
async function proofOf(
  credential: OfApplication,
  assertionOf: (federated: Federated) => Promise<string>,
): Promise<Partial<Configuration["auth"]>> {
  if (credential.kind === "secret") return { clientSecret: credential.secret };
  if (credential.kind === "certificate") {
    return { clientCertificate: { ...(await readCertificate(credential.file, credential.password)) } };
  }
  return { clientAssertion: () => assertionOf(credential) };
}

/** How often Entra is asked where it does not answer, and how long is waited behind the first time, milliseconds. */
const attempts = 3;
const pause = 500;

/** What MSAL sends goes over our transport, so that proxy, timeout and trust are the same as for Graph. */
function networkClientOver(
  { transport, signal, run }: Way,
  authorityHost: string,
  see: (trouble: SignInTrouble) => void,
): INetworkModule {
  const { protocol, host } = new URL(authorityHost);
  async function send(method: string, address: string, headers: Record<string, string>, body?: string) {
    const url = new URL(address);
    if (url.host === host) url.protocol = protocol;
    if (url.protocol !== "https:" && !isLoopback(url)) {
      see({ codes: [], failure: "it says that tokens are to be had over plain http, where no secret goes" });
      throw new Error("no secret goes over plain http");
    }
    for (let attempt = 1; ; attempt++) {
      try {
        const message = { method, headers, ...(body === undefined ? {} : { body }) };
        const received = await transport(url, message, signal);
        if (received.status < 500 || attempt === attempts) return received;
      } catch (error) {
        see({ codes: [], failure: failureOf(error) });
        if (attempt === attempts || signal.aborted || error instanceof NotSent) throw error;
      }
      await run.clock.sleep(pause * attempt, signal);
    }
  }
  async function answer<T>(method: string, url: string, options: Sent = {}) {
    const { status, headers, body } = await send(method, url, options.headers ?? {}, options.body);
    // The addresses that are told are held against the authority, whose scheme MSAL was not told.
    const told = protocol === "http:" ? body.replaceAll(`http://${host}/`, `https://${host}/`) : body;
    const json = jsonOf(told);
    see(json === undefined && status < 300 ? { codes: [], failure: someoneElse } : troubleIn(status, json));
    const named = Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value]));
    return { status, headers: named, body: (json ?? {}) as T };
  }
  return {
    sendGetRequestAsync: (url, options) => answer("GET", url, options),
    sendPostRequestAsync: (url, options) => answer("POST", url, options),
  };
}

interface Sent {
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const someoneElse =
  "what answers there is no JSON, and so not of Entra: check the address, and whether a proxy or a sign-in page is in the way";
