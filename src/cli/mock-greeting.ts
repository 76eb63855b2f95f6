import { nearestName } from "../base/nearest-name.ts";
import type { Contract } from "../contract/contract.ts";
import type { MockData } from "../mock/store/supply.ts";
import { counted } from "../report/phrases.ts";
import { firstRequest } from "./first-request.ts";

export interface Serving {
  readonly origin: string;
  readonly contracts: readonly Contract[];
  /** Where the certificate was written, when the service speaks TLS. */
  readonly certificateFile?: string;
  /** The permissions that were asked for; absent: every documented one. */
  readonly roles?: readonly string[];
  readonly fault?: { readonly name: string; readonly breaks: string };
  readonly data: MockData;
}

/** What somebody has to know who has just started the service; its commands can be pasted into a shell. */
export function mockGreeting({ origin, contracts, certificateFile, roles, fault, data }: Serving): string {
  const trust = certificateFile === undefined ? "" : `--cacert ${quoted(certificateFile)} `;
  const first = firstRequest(contracts, data);
  const lines = [
    `serving ${contracts.map((contract) => `${origin}/${contract.version} (${operations(contract)})`).join(" and ")}`,
    ...(contracts.some(({ examples }) => examples.length > 0) ? [] : noExample),
    ...(fault ? [`with the fault ${fault.name}: ${fault.breaks}`] : []),
    ...(roles ? roleLines(roles, contracts) : []),
    ...(certificateFile === undefined ? [] : [`a client has to trust ${certificateFile}; Node does with`]),
    ...(certificateFile === undefined ? [] : [`  export NODE_EXTRA_CA_CERTS=${quoted(certificateFile)}`]),
    "a token, for any tenant, client id and secret:",
    `  TOKEN=$(curl -s ${trust}${origin}/any-tenant/oauth2/v2.0/token \\`,
    "    -d grant_type=client_credentials -d client_id=me -d client_secret=any \\",
    "    -d scope=https://graph.microsoft.com/.default |",
    "    node -pe 'JSON.parse(fs.readFileSync(0)).access_token')",
    ...(first === undefined ? [] : ["a request with it:"]),
    ...(first === undefined
      ? []
      : [`  curl ${trust}-H "Authorization: Bearer $TOKEN" \\`, `    '${origin}${first}'`]),
    "Ctrl+C ends it. Every answer is a line here, without tokens and bodies.",
  ];
  return `${lines.join("\n")}\n\n`;
}

/** A contract.json has no examples, unless it was asked for them. */
const noExample = [
  "no example is known, so all data is generated; derive --examples keeps those of the pages in contract.json",
];

function operations({ operations: { length } }: Contract): string {
  return counted(length, "operation");
}

/** Which permissions tokens carry; one that no page asks for may be a slip, or meant to be refused. */
function roleLines(roles: readonly string[], contracts: readonly Contract[]): string[] {
  const documented = [
    ...new Set(
      contracts
        .flatMap((contract) => contract.operations.flatMap(({ permissions }) => permissions))
        .flatMap(({ scheme, permissions }) => (scheme === "application" ? permissions : [])),
    ),
  ].sort();
  const known = new Set(documented.map((name) => name.toLowerCase()));
  return [
    `tokens carry ${roles.join(", ")}`,
    ...roles
      .filter((role) => !known.has(role.toLowerCase()))
      .map((role) => {
        const near = nearestName(role, documented);
        return `  no operation here asks for "${role}"${near === undefined ? "" : `; did you mean ${near}?`}`;
      }),
  ];
}

/** A path as a shell takes it. */
function quoted(path: string): string {
  return /^[\w./:@%+-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
