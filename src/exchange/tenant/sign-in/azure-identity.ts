import { isObject } from "../../../base/is-object.ts";
import { UsageError } from "../../../base/usage-error.ts";
import type { DeadlineOptions } from "../../service/transport/limits.ts";
import type { TokenSource } from "../../service/transport/sign-requests.ts";
import type { Credential, GateSettings } from "../gate-settings.ts";
import { keepToken } from "./kept-token.ts";

type OfIdentity = Extract<Credential, { kind: "cli" | "managed-identity" }>;

/** What of the package is used: its classes make something that gives tokens. */
type Identity = Readonly<
  Record<string, new (options: object) => { getToken(scope: string): Promise<unknown> }>
>;

// Not a name that a compiler or a bundler follows: the package is there only where somebody installed it.
const packageName: string = "@azure/identity";

/** The tokens of whoever is signed in to the Azure CLI, or of the machine, as `@azure/identity` gives them. */
export function azureIdentity(
  credential: OfIdentity,
  { cloud, authorityHost }: Pick<GateSettings, "cloud" | "authorityHost">,
  run: DeadlineOptions,
  load: () => Promise<unknown> = () => import(packageName),
): TokenSource {
  const isCli = credential.kind === "cli";
  const who = isCli ? "whoever is signed in to the Azure CLI" : "the managed identity of this machine";
  const { tenant, client } = { tenant: undefined, client: undefined, ...credential };
  const options = {
    ...(tenant === undefined ? {} : { tenantId: tenant }),
    ...(client === undefined ? {} : { clientId: client }),
    authorityHost,
    // A program that hangs is ended, and does not keep ours.
    ...(isCli ? { processTimeoutInMs: run.limit } : {}),
  };

  async function acquire() {
    const identity = await loaded(load, credential.kind);
    const Source = identity[isCli ? "AzureCliCredential" : "ManagedIdentityCredential"];
    if (Source === undefined) throw new UsageError("the installed @azure/identity is too old: take 4.13.1");
    try {
      const given = await new Source(options).getToken(cloud.scope);
      if (isObject(given) && typeof given.token === "string" && typeof given.expiresOnTimestamp === "number")
        return { token: given.token, expires: given.expiresOnTimestamp };
    } catch (error) {
      throw new UsageError(`${who} gave no token: ${whyOf(error, isCli)}`);
    }
    throw new UsageError(`${who} gave no token`);
  }

  const named = [
    ...(tenant === undefined ? [] : [`tenant ${tenant}`]),
    ...(client === undefined ? [] : [`application ${client}`]),
  ];
  return keepToken([who, ...named].join(", "), acquire, run);
}

async function loaded(load: () => Promise<unknown>, kind: string): Promise<Identity> {
  try {
    return (await load()) as Identity;
  } catch {
    throw new UsageError(
      `--credential ${kind} needs a package that is not installed: npm install @azure/identity@4.13.1`,
    );
  }
}

/** In words of our own: what it says may hold anything. */
function whyOf(error: unknown, isCli: boolean): string {
  const { message = "" } = Object(error) as { readonly message?: unknown };
  const [, code] = /\b(AADSTS\d+)/.exec(String(message)) ?? [];
  const told = code === undefined ? "" : ` (${code})`;
  if (!isCli) return `there is none, or it may not sign in${told}`;
  if (/not (?:be )?(?:found|installed|recognized)/i.test(String(message))) return "az is not installed";
  return `run az login${told}`;
}
