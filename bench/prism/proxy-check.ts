import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Contract } from "../../src/contract/contract.ts";
import { deriveContract } from "../../src/contract/derive/derive-contract.ts";
import { openapi } from "../../src/contract/openapi/openapi.ts";
import { folderOf } from "../../src/docs/folder.ts";
import { readFolders } from "../../src/docs/read-folder.ts";
import { obtainExchanges } from "../../src/exchange/service/obtain-exchanges.ts";
import { startMock } from "../../src/mock/http/start-mock.ts";
import { ask } from "../process/ask.ts";
import { startServer } from "../process/server.ts";
import { signIn } from "../process/sign-in.ts";
import { documentPaths } from "./document-path.ts";
import { openGate, type Passed } from "./gate.ts";
import { renderPassed } from "./render-passed.ts";

export interface Terminal {
  readonly out: (text: string) => void;
  readonly progress: (text: string) => void;
}

/**
 * Puts Prism between the suite's own client and the mock, for each version of each folder of pages, and sends every
 * request that the contract promises an answer to, writes among them. Resolves to true when Prism finds no violation.
 * @throws UsageError when a folder cannot be read
 */
export async function proxyCheck(folders: readonly string[], { out, progress }: Terminal): Promise<boolean> {
  let clean = true;
  for (const path of folders) {
    const folder = folderOf(await readFolders([path]));
    for (const version of ["v1.0", "beta"] as const) {
      if (!folder.pages.some((page) => page.version === version)) continue;
      const contract = deriveContract(folder, version);
      progress(`${path}, ${version}: ${contract.operations.length} operations`);
      const passed = await throughPrism(contract);
      out(renderPassed(`${path}, ${version}`, passed));
      clean &&= passed.length > 0 && passed.every(({ violations }) => violations.length === 0);
    }
  }
  return clean;
}

async function throughPrism(contract: Contract): Promise<readonly Passed[]> {
  const directory = await mkdtemp(join(tmpdir(), "graph-conformance-prism-"));
  const mock = await startMock({ contracts: [contract] });
  try {
    const document = join(directory, "openapi.json");
    await writeFile(document, JSON.stringify(openapi(contract)));
    const prism = await startServer(proxyPlan(document, `${mock.origin}/${contract.version}`));
    const port = Number(new URL(mock.origin).port);
    const gate = await openGate({ prism: prism.port, mock: port, documentPath: documentPaths(contract) });
    try {
      const token = (await signIn(port)).replace("Bearer ", "");
      const asked = { contract, origin: gate.origin, source: "mock", token, writes: true } as const;
      // The gate keeps what there is to say.
      for await (const _ of obtainExchanges(asked));
      return gate.passed;
    } finally {
      await gate.close();
      await prism.stop();
    }
  } finally {
    await mock.close();
    await rm(directory, { recursive: true, force: true });
  }
}

/** Prism in front of a service: it answers with an error of its own where the service breaks the document. */
function proxyPlan(document: string, upstream: string): Parameters<typeof startServer>[0] {
  const cli = fileURLToPath(new URL("../node_modules/@stoplight/prism-cli/dist/index.js", import.meta.url));
  const options = ["--errors", "-h", "localhost", "-v", "silent"];
  return {
    name: "Prism",
    args: (port) => [cli, "proxy", document, upstream, ...options, "-p", String(port)],
    async firstAnswer(port) {
      await ask(port, { method: "GET", target: "/" });
      return "";
    },
    patience: 300_000,
  };
}
