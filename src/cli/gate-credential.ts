import { UsageError } from "../base/usage-error.ts";
import type { Application, Credential } from "../exchange/tenant/gate-settings.ts";
import type { Environment } from "./environment.ts";

/** What is said of who signs in, beside the credential itself. */
export interface Identity {
  /** `cli` or `managed-identity`, when one was asked for. */
  readonly kind?: string;
  readonly tenant: string | undefined;
  readonly client: string | undefined;
}

/** Each is a credential by itself, and says who signs in as soon as it is set. */
const kinds = {
  GRAPH_ACCESS_TOKEN: "a token for Graph",
  AZURE_CLIENT_SECRET: "a secret",
  AZURE_CLIENT_CERTIFICATE_PATH: "a certificate",
  AZURE_FEDERATED_TOKEN_FILE: "a file with the token of another issuer",
};

/**
 * Chooses the one credential that is set. What a CI system offers to each of its jobs counts where nothing else is set.
 * @throws UsageError when none or several are set, and when something is missing beside it
 */
export function readCredential(identity: Identity, env: Environment): Credential {
  const set = Object.keys(kinds).filter((name) => env[name] !== undefined);
  const asked = identity.kind === undefined ? set : [...set, `--credential ${identity.kind}`];
  if (asked.length > 1) {
    throw new UsageError(`${list(asked)} are set, and only one of them can sign in: leave one`);
  }
  const { tenant, client } = identity;
  if (identity.kind === "cli") return { kind: "cli", ...(tenant === undefined ? {} : { tenant }) };
  if (identity.kind === "managed-identity") {
    return { kind: "managed-identity", ...(client === undefined ? {} : { client }) };
  }
  return setCredential(identity, env) ?? offeredCredential(identity, env) ?? noCredential();
}

function setCredential(identity: Identity, env: Environment): Credential | undefined {
  const token = env.GRAPH_ACCESS_TOKEN;
  if (token !== undefined) return { kind: "token", token: bearerOf(token) };
  const secret = env.AZURE_CLIENT_SECRET;
  if (secret !== undefined)
    return { kind: "secret", secret, ...application(identity, "AZURE_CLIENT_SECRET") };
  const certificate = env.AZURE_CLIENT_CERTIFICATE_PATH;
  if (certificate !== undefined) {
    const password = env.AZURE_CLIENT_CERTIFICATE_PASSWORD;
    const who = application(identity, "AZURE_CLIENT_CERTIFICATE_PATH");
    return {
      kind: "certificate",
      file: certificate,
      ...who,
      ...(password === undefined ? {} : { password }),
    };
  }
  const file = env.AZURE_FEDERATED_TOKEN_FILE;
  if (file === undefined) return undefined;
  return { kind: "federated-file", file, ...application(identity, "AZURE_FEDERATED_TOKEN_FILE") };
}

/** A job of GitHub or of Azure DevOps can ask for a token that says who it is. */
function offeredCredential(identity: Identity, env: Environment): Credential | undefined {
  const github = { url: env.ACTIONS_ID_TOKEN_REQUEST_URL, token: env.ACTIONS_ID_TOKEN_REQUEST_TOKEN };
  if (github.url !== undefined && github.token !== undefined) {
    const who = application(identity, "the token of the workflow");
    return { kind: "github", url: github.url, token: github.token, ...who };
  }
  if (env.GITHUB_ACTIONS === "true") {
    throw new UsageError(
      "nobody can sign in: no secret is set, and the workflow may not ask for a token; give its job permissions: id-token: write",
    );
  }
  const url = env.SYSTEM_OIDCREQUESTURI;
  if (url === undefined) return undefined;
  const token = env.SYSTEM_ACCESSTOKEN;
  const connection = env.AZURESUBSCRIPTION_SERVICE_CONNECTION_ID;
  if (token === undefined || connection === undefined) {
    const missing = token === undefined ? "SYSTEM_ACCESSTOKEN" : "AZURESUBSCRIPTION_SERVICE_CONNECTION_ID";
    const how =
      token === undefined ? "map $(System.AccessToken) to it" : "give it the id of the service connection";
    throw new UsageError(
      `nobody can sign in: no secret is set, and the pipeline lacks ${missing} to ask for a token; ${how}`,
    );
  }
  const { AZURESUBSCRIPTION_TENANT_ID: tenant, AZURESUBSCRIPTION_CLIENT_ID: client } = env;
  const own = { tenant: identity.tenant ?? tenant, client: identity.client ?? client };
  return { kind: "azure-devops", url, token, connection, ...application(own, "the service connection") };
}

function noCredential(): never {
  throw new UsageError(
    `nobody can sign in: set one of ${list(Object.keys(kinds), "or")}, or take --credential cli; see graph-conformance gate --help; to try it without a tenant, gate what graph-conformance mock --tls serves`,
  );
}

function application({ tenant, client }: Omit<Identity, "kind">, credential: string): Application {
  if (tenant === undefined) {
    throw new UsageError(
      `${credential} needs the tenant: set AZURE_TENANT_ID, to its id or one of its domains`,
    );
  }
  if (client === undefined) {
    throw new UsageError(
      `${credential} needs the application: set AZURE_CLIENT_ID, to its application (client) id`,
    );
  }
  if (!/^[\w.-]+$/.test(tenant)) {
    throw new UsageError("AZURE_TENANT_ID is neither the id of a tenant nor a domain, such as contoso.com");
  }
  if (/^(?:common|organizations|consumers)$/i.test(tenant)) {
    throw new UsageError(
      `AZURE_TENANT_ID is "${tenant}", to which no application can sign in: set the id of one tenant`,
    );
  }
  return { tenant, client };
}

/** @throws UsageError for what no header can carry */
function bearerOf(token: string): string {
  const bare = token.trim().replace(/^bearer\s+/i, "");
  if (/^[\x21-\x7e]+$/.test(bare)) return bare;
  throw new UsageError("GRAPH_ACCESS_TOKEN is no token: it has blanks or letters that a header cannot carry");
}

function list(names: readonly string[], word = "and"): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} ${word} ${names.at(-1)}`;
}
