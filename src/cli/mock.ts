import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeFolder } from "../base/make-folder.ts";
import { UsageError, whyNotWritten } from "../base/usage-error.ts";
import type { Contract } from "../contract/contract.ts";
import { ownPages } from "../docs/page-path.ts";
import { faultNamed, faults } from "../mock/faults/faults.ts";
import { startMock } from "../mock/http/start-mock.ts";
import type { MockData } from "../mock/store/supply.ts";
import type { Judgement } from "../rules/assertion.ts";
import type { Command, OptionValues, Terminal } from "./command.ts";
import { metadataOption } from "./metadata-option.ts";
import { mockGreeting } from "./mock-greeting.ts";
import { readBasis } from "./read-basis.ts";
import { leniencyLine, logLine } from "./request-log.ts";
import { unreadLines } from "./told-pages.ts";

/** `mock`: serve the embedded Graph service. */
export const mock: Command = {
  name: "mock",
  usage: "mock [<docs-dir>...]",
  summary: "Serves Graph as the pages promise it, on this machine, until interrupted.",
  options: [
    { name: "port", value: "NUMBER", text: "where to listen; 0 for any free port (default 8080)" },
    { name: "tls", text: "serve over TLS, with a certificate made for this start" },
    { name: "output", value: "DIR", text: "where --tls writes certificate.pem (default reports/mock)" },
    {
      name: "items",
      value: "NUMBER",
      text: "fill the collections of what the examples show up to so many resources",
    },
    {
      name: "data",
      value: "KIND",
      text: "shown, as in the examples (default), or generated: none of their ids exists",
    },
    { name: "seed", value: "NUMBER", text: "another seed makes other generated data (default 1)" },
    {
      name: "roles",
      value: "LIST",
      text: "the permissions in tokens, with commas (default: every documented one)",
    },
    metadataOption,
    { name: "lenient", text: "take what a client newer than the pages sends, and tell of each thing once" },
    { name: "fault", value: "NAME", text: "break one promise, see below" },
  ],
  notes: [
    "Without a folder it serves the pages that come with the tool; a contract.json of derive stands for a",
    "folder, too. What is written is kept in memory.",
    "A token comes from POST /{tenant}/oauth2/v2.0/token, for any client id and secret; a user's with",
    "grant_type=password. The first lines that it prints can be pasted to get one and to use it.",
    "--lenient keeps undocumented names of bodies, takes query options and operators that no page lists,",
    "and reads a text for a Boolean.",
    "",
    "Faults, each of which breaks one promise and nothing else:",
    "",
    ...faultLines(),
  ],
  async run(paths, values, terminal, repeated) {
    const fault = values.fault === undefined ? undefined : faultNamed(values.fault);
    const settings = settingsOf(values);
    const served = servedFrom(paths.length > 0 ? paths : [ownPages], repeated.metadata, terminal);
    const { origin, certificate, close } = await startMock({
      ...settings,
      contracts: served.then(({ contracts }) => contracts),
      ...(fault ? { fault: fault.name } : {}),
      ...(values.lenient === undefined ? {} : { lenient: (what) => terminal.out(leniencyLine(what)) }),
      onAnswer: (request, response) => terminal.out(logLine(request, response)),
    });
    try {
      const certificateFile =
        certificate === undefined
          ? undefined
          : await writeCertificate(certificate, values.output ?? "reports/mock");
      const { roles, data } = settings;
      const { contracts, unread } = await served;
      terminal.out(unreadLines(unread));
      terminal.out(
        mockGreeting({
          origin,
          contracts,
          data,
          ...(certificateFile === undefined ? {} : { certificateFile }),
          ...(roles ? { roles } : {}),
          ...(fault ? { fault } : {}),
        }),
      );
      await terminal.interrupted();
    } finally {
      await close();
    }
    return 0;
  },
};

function settingsOf(values: OptionValues) {
  const roles = values.roles
    ?.split(",")
    .map((role) => role.trim())
    .filter((role) => role !== "");
  if (roles?.length === 0) throw new UsageError("--roles takes permissions, with commas between them");
  const tls = values.tls !== undefined;
  if (!tls && values.output !== undefined) {
    throw new UsageError("--output says where --tls writes its certificate; without --tls there is none");
  }
  return {
    port: numberOf("port", values.port, 8080, 65_535),
    tls,
    data: dataOf(values.data),
    seed: numberOf("seed", values.seed, 1, 2 ** 31),
    items: numberOf("items", values.items, 0, 100_000),
    ...(roles ? { roles } : {}),
  };
}

function dataOf(text = "shown"): MockData {
  if (text === "shown" || text === "generated") return text;
  throw new UsageError(`--data takes shown or generated, not "${text}"`);
}

async function servedFrom(
  paths: readonly string[],
  files: readonly string[] | undefined,
  terminal: Terminal,
): Promise<{ readonly contracts: readonly Contract[]; readonly unread: readonly Judgement[] }> {
  terminal.progress("reading the pages");
  const basis = await readBasis(paths, { metadata: files, tellsUnread: true });
  const contracts = basis.versions
    .map((version) => basis.contract(version))
    .filter(({ operations }) => operations.length > 0);
  terminal.progress("");
  if (contracts.length === 0) throw new UsageError(`nothing in ${paths.join(", ")} documents a request`);
  return { contracts, unread: basis.unread() };
}

async function writeCertificate(certificate: string, folder: string): Promise<string> {
  const file = join(folder, "certificate.pem");
  try {
    makeFolder(folder);
    await writeFile(file, certificate);
  } catch (error) {
    throw new UsageError(`${file} cannot be written: ${whyNotWritten(error) ?? error}`);
  }
  return file;
}

function numberOf(name: string, text: string | undefined, otherwise: number, most: number): number {
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= most) return value;
  throw new UsageError(`--${name} takes a whole number from 0 to ${most}, not "${text}"`);
}

function faultLines(): string[] {
  const width = Math.max(...faults.map(({ name }) => name.length));
  return faults.map(({ name, breaks }) => `  ${name.padEnd(width)}  ${breaks}`);
}
