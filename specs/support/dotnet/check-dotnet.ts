// npm run check:dotnet: what is written in .NET, at work against a mock of all of v1.0: Microsoft.Graph with MSAL, story
// by story; $metadata, read by Microsoft.OData.Edm; and what Kiota makes of openapi.json, compiled. No part of npm test.
import { mkdir, rm, writeFile } from "node:fs/promises";
import { csdl } from "../../../src/contract/csdl/csdl.ts";
import { openapi } from "../../../src/contract/openapi/openapi.ts";
import { startMock } from "../../../src/mock/http/start-mock.ts";
import { corpus, hasCorpus } from "../corpus.ts";
import { build, dotnetVersion, run } from "./dotnet.ts";
import { generate, kiotaIn } from "./kiota.ts";

const folder = "built/dotnet";

const out = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** Whether all that can be checked here is right. */
async function check(): Promise<boolean> {
  const version = dotnetVersion();
  if (version === undefined) return skip("dotnet is not on the PATH");
  if (!hasCorpus) return skip("the pages of Graph are absent");
  out(`.NET ${version}`);
  const contract = (await corpus()).contract("v1.0");
  await mkdir(folder, { recursive: true });
  const told = await stories(contract);
  // Compiling what Kiota writes takes minutes: who works on the stories leaves it out.
  if (process.argv.includes("--stories")) return told;
  return (await compiled(contract)) && told;
}

function skip(why: string): true {
  out(`check:dotnet: skipped, ${why}`);
  return true;
}

type Whole = Parameters<typeof csdl>[0];

async function stories(contract: Whole): Promise<boolean> {
  const { ok, output } = await build("specs/support/dotnet/Stories.csproj", folder);
  if (!ok) {
    out(output);
    return false;
  }
  const metadata = `${folder}/metadata.xml`;
  await writeFile(metadata, csdl(contract));
  // The SDK is newer than the pages.
  const mock = await startMock({ contracts: [contract], tls: true, lenient: () => {} });
  try {
    const environment = { GRAPH_ORIGIN: mock.origin, GRAPH_METADATA: metadata };
    const told = await run("dotnet", [`${folder}/bin/Stories/debug/Stories.dll`], environment);
    out(told.output.trimEnd());
    return told.ok;
  } finally {
    await mock.close();
  }
}

async function compiled(contract: Whole): Promise<boolean> {
  const description = `${folder}/openapi.json`;
  await writeFile(description, JSON.stringify(openapi(contract)));
  const generated = await generate(await kiotaIn(folder), description, "CSharp", `${folder}/generated`);
  const built = generated.ok
    ? await build(`${folder}/generated/GraphClient.csproj`, `${folder}/client`)
    : generated;
  await rm(`${folder}/generated`, { recursive: true, force: true });
  out(
    built.ok
      ? "what Kiota writes in C# compiles"
      : `what Kiota writes in C# does not compile\n${built.output}`,
  );
  return built.ok;
}

process.exitCode = (await check()) ? 0 : 1;
