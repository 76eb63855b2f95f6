import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Ran, run } from "./dotnet.ts";

const version = "1.38.0";
const libraries = "2.1.6";

export type KiotaLanguage = "CSharp" | "Python" | "TypeScript";

/** Microsoft's generator, which is installed below that folder where it is first needed. @throws Error where it cannot be */
export async function kiotaIn(folder: string): Promise<string> {
  const kiota = join(folder, "kiota", process.platform === "win32" ? "kiota.exe" : "kiota");
  if (existsSync(kiota)) return kiota;
  const install = ["tool", "install", "Microsoft.OpenApi.Kiota", "--version", version, "--tool-path"];
  const { ok, output } = await run("dotnet", [...install, join(folder, "kiota")]);
  if (!ok) throw new Error(`Kiota ${version} could not be installed: ${output}`);
  return kiota;
}

/** Generates a client of a description in that language, into that folder. */
export async function generate(
  kiota: string,
  description: string,
  language: KiotaLanguage,
  folder: string,
): Promise<Ran> {
  const names = ["--class-name", "GraphClient", "--namespace-name", "graph_client"];
  const where = ["--openapi", description, "--output", folder, "--clean-output"];
  const ran = await run(kiota, ["generate", "--language", language, ...where, ...names]);
  if (language === "CSharp") await writeProject(folder);
  return ran;
}

async function writeProject(folder: string): Promise<void> {
  const parts = ["Form", "Json", "Multipart", "Text"].map((form) => `Serialization.${form}`);
  const references = ["Http.HttpClientLibrary", ...parts].map(
    (name) => `    <PackageReference Include="Microsoft.Kiota.${name}" Version="${libraries}" />`,
  );
  const project = `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net$(BundledNETCoreAppTargetFrameworkVersion)</TargetFramework>
    <Nullable>enable</Nullable>
    <RunAnalyzers>false</RunAnalyzers>
  </PropertyGroup>
  <ItemGroup>
${references.join("\n")}
  </ItemGroup>
</Project>
`;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "GraphClient.csproj"), project);
}
