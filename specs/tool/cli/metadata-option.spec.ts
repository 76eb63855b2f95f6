import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { UsageError } from "../../../src/base/usage-error.ts";
import { readMetadataOption } from "../../../src/cli/metadata-option.ts";
import { ownPages } from "../../../src/docs/page-path.ts";
import { csdlOf } from "../../support/metadata-of.ts";

const folder = mkdtempSync(join(tmpdir(), "metadata-"));
const beta = [{ version: "beta" }] as const;
const both = [...beta, { version: "v1.0" }] as const;
const shelf = csdlOf('<ComplexType Name="shelf" />');

function written(name: string, text: string | Buffer = shelf): string {
  const file = join(folder, name);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, text);
  return file;
}

async function versionsOf(files: readonly string[], pages: typeof both | typeof beta = both) {
  return Object.keys(await readMetadataOption(files, { pages }));
}

describe("--metadata", () => {
  it("is of the version that its name, or its folder's, says, else of the one that is judged", async () => {
    expect(await versionsOf([written("v1.0-2026.csdl")])).toEqual(["v1.0"]);
    expect(await versionsOf([written("Beta.xml")])).toEqual(["beta"]);
    expect(await versionsOf([written("v1.0/metadata.xml")])).toEqual(["v1.0"]);
    expect(await versionsOf([written("m.xml")], beta)).toEqual(["beta"]);
    const asked = await readMetadataOption([written("m.xml")], { pages: both, version: "v1.0" });
    expect(Object.keys(asked)).toEqual(["v1.0"]);
    expect(await readMetadataOption(undefined, { pages: both })).toEqual({});
  });

  it("may be given for each version, which is said before the file", async () => {
    const files = [`v1.0=${written("beta/m.csdl")}`, `beta=${written("m.csdl")}`];
    expect(await versionsOf(files)).toEqual(["v1.0", "beta"]);
    expect(await versionsOf(files, beta)).toEqual(["v1.0", "beta"]);
  });

  it("may be in UTF-16, as PowerShell writes it, or begin with a byte order mark", async () => {
    const utf16 = Buffer.from(`\uFEFF${shelf}`, "utf16le");
    expect(await versionsOf([written("v1.0.csdl", utf16)])).toEqual(["v1.0"]);
    expect(await versionsOf([written("v1.0.csdl", `\uFEFF${shelf}`)])).toEqual(["v1.0"]);
  });

  const file = written("m.xml");
  const refusals: readonly (readonly [string, readonly string[], RegExp])[] = [
    ["nothing says its version", [file], /m\.xml does not say of which version it is: give v1\.0=/],
    ["it is not there", [join(folder, "v1.0.none")], /v1\.0\.none cannot be read: it does not exist$/],
    ["it is a folder", [`v1.0=${folder}`], /cannot be read: it is a folder; name the file in it$/],
    ["it is no CSDL", [written("v1.0.json", "{}")], /v1\.0\.json is JSON, no CSDL/],
    ["it is a URL", ["https://graph.microsoft.com/v1.0/$metadata"], /takes a file, not a URL: save https/],
    ["two are of one version", [`v1.0=${file}`, written("v1.0.xml")], /are both metadata of v1\.0/],
  ];
  it.each(refusals)("is refused in a sentence where %s", async (_, files, sentence) => {
    await expect(readMetadataOption(files, { pages: both })).rejects.toThrow(UsageError);
    await expect(readMetadataOption(files, { pages: both })).rejects.toThrow(sentence);
  });

  it("is refused where it is of a version that is not judged, and would say nothing", async () => {
    const v1 = written("v1.0.csdl");
    await expect(versionsOf([v1], beta)).rejects.toThrow(
      `${v1} is metadata of v1.0, of which no page is judged; if it is not, say --metadata beta=${v1}`,
    );
    await expect(readMetadataOption([v1], { pages: both, version: "beta" })).rejects.toThrow(UsageError);
  });
});

describe("the extracts that come with the tool", () => {
  it("are read with the pages that come with it, each of its version", async () => {
    const own = await readMetadataOption([], { pages: beta, paths: [ownPages] });
    expect(own["v1.0"]?.types).toHaveProperty(["microsoft.graph.user"]);
    expect(own.beta?.types).toHaveProperty(["microsoft.graph.user"]);
    const part = await readMetadataOption([], { pages: beta, paths: [`${ownPages}/api-reference/v1.0/api`] });
    expect(part).toHaveProperty(["v1.0"]);
  });

  it("and never with the pages of a user", async () => {
    expect(await readMetadataOption([], { pages: beta, paths: [] })).toEqual({});
    expect(await readMetadataOption([], { pages: beta, paths: ["docs"] })).toEqual({});
    expect(await readMetadataOption([], { pages: beta, paths: [ownPages, "docs"] })).toEqual({});
  });
});
