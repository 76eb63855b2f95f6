import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Contract } from "../contract/contract.ts";
import { folderOf } from "../docs/folder.ts";
import type { GraphVersion } from "../docs/page.ts";
import { readFolders } from "../docs/read-folder.ts";
import { UsageError } from "../docs/usage-error.ts";
import { documentationOf } from "../exchange/judge-documentation.ts";
import { faultNamed, faults } from "../mock/faults/faults.ts";
import { type RunningMock, startMock } from "../mock/start-mock.ts";
import type { Command, Terminal } from "./command.ts";

/** The pages that come with the package; the built code finds them beside itself. */
const ownPages = fileURLToPath(new URL("../../fixtures/docs", import.meta.url));

/** `mock`: serve the embedded Graph service. */
export const mock: Command = {
  name: "mock",
  usage: "mock [<docs-dir>...]",
  summary: "Serves Graph as the pages promise it, on this machine, until it is interrupted.",
  options: [
    { name: "port", value: "NUMBER", text: "where to listen; 0 for any free port (default 8080)" },
    { name: "tls", text: "serve over TLS, with a certificate made for this start" },
    { name: "seed", value: "NUMBER", text: "another seed makes other generated data (default 1)" },
    {
      name: "items",
      value: "NUMBER",
      text: "fill every collection up to so many resources (default: the examples)",
    },
    {
      name: "roles",
      value: "LIST",
      text: "the permissions that tokens carry (default: every documented one)",
    },
    { name: "fault", value: "NAME", text: "break one promise, see below" },
    { name: "output", value: "DIR", text: "where --tls writes certificate.pem (default reports/mock)" },
  ],
  notes: [
    "Without a folder it serves the pages that come with the tool. A token comes from POST /{tenant}/oauth2/v2.0/token,",
    "for any client id and secret; the same request with grant_type=password gives a user's.",
    "",
    "Faults, each of which breaks one promise and nothing else:",
    "",
    ...faultLines(),
  ],
  async run(paths, values, terminal) {
    if (values.fault !== undefined) faultNamed(values.fault);
    const contracts = await contractsOf(paths.length > 0 ? paths : [ownPages], terminal);
    const running = await startMock({
      contracts,
      port: numberOf("port", values.port, 8080, 65_535),
      tls: values.tls !== undefined,
      seed: numberOf("seed", values.seed, 1),
      items: numberOf("items", values.items, 0, 100_000),
      ...(values.roles === undefined ? {} : { roles: values.roles.split(",").map((role) => role.trim()) }),
      ...(values.fault === undefined ? {} : { fault: values.fault }),
      onAnswer: ({ method, target }, { status }) => terminal.out(`${status} ${method} ${shown(target)}\n`),
    });
    terminal.out(await greeting(running, contracts, values.fault, values.output ?? "reports/mock"));
    await terminal.interrupted();
    await running.close();
    return 0;
  },
};

async function contractsOf(paths: readonly string[], terminal: Terminal): Promise<Contract[]> {
  terminal.progress("reading the pages");
  const folder = folderOf(await readFolders(paths));
  const documentation = documentationOf(folder);
  const versions: readonly GraphVersion[] = ["v1.0", "beta"];
  const contracts = versions
    .filter((version) => folder.pages.some((page) => page.version === version))
    .map((version) => documentation.contract(version))
    .filter(({ operations }) => operations.length > 0);
  terminal.progress("");
  if (contracts.length === 0) throw new UsageError(`no page in ${paths.join(", ")} documents a request`);
  return contracts;
}

async function greeting(
  { origin, certificate }: RunningMock,
  contracts: readonly Contract[],
  fault: string | undefined,
  output: string,
): Promise<string> {
  const served = contracts.map(
    ({ version, operations }) => `${origin}/${version} (${operations.length} operations)`,
  );
  const lines = [`serving ${served.join(" and ")}`];
  if (certificate !== undefined) {
    const file = join(output, "certificate.pem");
    await mkdir(output, { recursive: true });
    await writeFile(file, certificate);
    lines.push(`clients have to trust ${file}, for example with NODE_EXTRA_CA_CERTS=${file}`);
  }
  lines.push(
    "a token, for any client id and secret:",
    `  curl ${certificate === undefined ? "" : `--cacert ${join(output, "certificate.pem")} `}${origin}/any-tenant/oauth2/v2.0/token \\`,
    "    -d grant_type=client_credentials -d client_id=me -d client_secret=any -d scope=https://graph.microsoft.com/.default",
  );
  const breaks = faults.find(({ name }) => name === fault)?.breaks;
  if (breaks !== undefined) lines.push(`with the fault ${fault}: ${breaks}`);
  return `${lines.join("\n")}\n`;
}

function numberOf(name: string, text: string | undefined, otherwise: number, most = 2 ** 31): number {
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= most) return value;
  throw new UsageError(`--${name} takes a whole number up to ${most}, not "${text}"`);
}

/** Control characters of a request have no business in a terminal. */
function shown(target: string): string {
  return target.replace(/[^\x20-\x7e]/g, "?").slice(0, 200);
}

function faultLines(): string[] {
  const width = Math.max(...faults.map(({ name }) => name.length));
  return faults.map(({ name, breaks }) => `  ${name.padEnd(width)}  ${breaks}`);
}
