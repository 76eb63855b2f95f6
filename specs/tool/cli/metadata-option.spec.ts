import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { UsageError } from "../../../src/base/usage-error.ts";
import { readMetadataOption } from "../../../src/cli/metadata-option.ts";
import { ownPages } from "../../../src/docs/read-folder.ts";
import { csdlOf } from "../../support/metadata-of.ts";

const folder = mkdtempSync(join(tmpdir(), "metadata-"));
const pages = [{ version: "beta" }] as const;

function written(name: string, text = csdlOf('<ComplexType Name="shelf" />')): { readonly metadata: string } {
  const metadata = join(folder, name);
  writeFileSync(metadata, text);
  return { metadata };
}

describe("--metadata", () => {
  it("is of the version that its name says, else of the one asked for, else of the pages", async () => {
    expect(Object.keys(await readMetadataOption(written("v1.0-2026.csdl"), pages))).toEqual(["v1.0"]);
    expect(Object.keys(await readMetadataOption(written("Beta.xml"), pages))).toEqual(["beta"]);
    expect(Object.keys(await readMetadataOption({ ...written("m.xml"), version: "v1.0" }, pages))).toEqual([
      "v1.0",
    ]);
    expect(Object.keys(await readMetadataOption(written("m.xml"), pages))).toEqual(["beta"]);
    expect(await readMetadataOption({}, pages)).toEqual({});
  });

  it("is refused in a sentence where nothing says it, it cannot be read, or is no CSDL", async () => {
    const both = [{ version: "beta" }, { version: "v1.0" }] as const;
    await expect(readMetadataOption(written("m.xml"), both)).rejects.toThrow(/of which version/);
    await expect(readMetadataOption({ metadata: join(folder, "v1.0.none") }, pages)).rejects.toThrow(
      UsageError,
    );
    await expect(readMetadataOption(written("v1.0.json", "{}"), pages)).rejects.toThrow(/is no XML/);
  });
});

describe("the extract that comes with the tool", () => {
  it("is read with the pages that come with it", async () => {
    const { "v1.0": own, ...others } = await readMetadataOption({}, pages, [ownPages]);
    expect(own?.types).toHaveProperty(["microsoft.graph.user"]);
    expect(others).toEqual({});
    expect(await readMetadataOption({}, pages, [`${ownPages}/api-reference/v1.0/api`])).toHaveProperty([
      "v1.0",
    ]);
  });

  it("and never with the pages of a user", async () => {
    expect(await readMetadataOption({}, pages, [])).toEqual({});
    expect(await readMetadataOption({}, pages, ["docs"])).toEqual({});
    expect(await readMetadataOption({}, pages, [ownPages, "docs"])).toEqual({});
  });
});
