import { readFile } from "node:fs/promises";
import { textOfBytes } from "../base/decoded.ts";
import { UsageError, whyNotRead } from "../base/usage-error.ts";
import { type Revision, readRevision } from "../docs/read-revision.ts";
import type { Metadata } from "../metadata/metadata.ts";

/**
 * Graph's metadata, from a CSDL file that somebody named, or from one in a revision of a git checkout.
 *
 * @throws UsageError where it cannot be read, or is no CSDL
 */
export async function readCsdl(name: string, revision?: Revision): Promise<Metadata> {
  const bytes = revision ? bytesIn(name, revision) : await bytesOf(name);
  // Its library is loaded only where it is needed.
  const { readMetadata } = await import("../metadata/read-metadata.ts");
  return readMetadata(textOfBytes(bytes), name.replaceAll("\\", "/"));
}

function bytesIn(name: string, revision: Revision): Buffer {
  const [file] = readRevision(revision, () => false);
  if (!file) throw new UsageError(`${name} is a folder`);
  return file.bytes;
}

async function bytesOf(file: string): Promise<Buffer> {
  return readFile(file).catch((error: unknown) => {
    throw new UsageError(`${file} cannot be read: ${whyNotRead(error)}`);
  });
}
