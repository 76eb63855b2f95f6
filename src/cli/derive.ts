import { readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeFolder } from "../base/make-folder.ts";
import { UsageError, whyNotWritten } from "../base/usage-error.ts";
import { derivedFiles } from "../contract/derived-files.ts";
import type { Command, Terminal } from "./command.ts";
import { metadataOption } from "./metadata-option.ts";
import { readBasis } from "./read-basis.ts";

/** `derive`: write schemas, OpenAPI, types, the contract. */
export const derive: Command = {
  name: "derive",
  usage: "derive <docs-dir>...",
  summary: "Writes what the pages promise as schemas, OpenAPI, TypeScript, contract.",
  options: [
    { name: "output", value: "DIR", text: "where to write v1.0/ and beta/ (default schemas)" },
    metadataOption,
    { name: "examples", text: "keep the examples in contract.json: a mock of it answers as documented" },
  ],
  notes: [
    "For each version that the pages have: one JSON Schema (2020-12) a type, openapi.json (OpenAPI 3.1)",
    "types.d.ts, metadata.xml (CSDL 4.0), and contract.json, which diff, gate, mock and traffic take",
    "in the place of pages.",
    "Schemas of types that no page declares any more are removed.",
  ],
  async run(paths, values, terminal, repeated) {
    if (paths.length === 0)
      throw new UsageError(
        "derive needs a folder of documentation pages; see graph-conformance derive --help",
      );
    terminal.progress("reading the pages");
    const basis = await readBasis(paths, { metadata: repeated.metadata, ownMetadata: false });
    for (const version of basis.versions) {
      terminal.progress(`deriving ${version}`);
      const files = await derivedFiles(basis.shown(version), { examples: values.examples !== undefined });
      await write(join(values.output ?? "schemas", version), files, terminal);
    }
    return 0;
  },
};

async function write(
  directory: string,
  files: ReadonlyMap<string, string>,
  terminal: Terminal,
): Promise<void> {
  try {
    makeFolder(directory);
    for (const name of await readdir(directory)) {
      if (/^microsoft\.graph\..*\.json$/.test(name) && !files.has(name)) await rm(join(directory, name));
    }
    for (const [name, text] of files) await writeFile(join(directory, name), text);
  } catch (error) {
    throw new UsageError(`${directory} cannot be written: ${whyNotWritten(error) ?? error}`);
  }
  terminal.progress("");
  terminal.out(
    `${directory}: ${files.size - 4} schemas, openapi.json, types.d.ts, metadata.xml, contract.json\n`,
  );
}
