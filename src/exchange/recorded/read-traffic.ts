import { readFile } from "node:fs/promises";
import { textOfBytes } from "../../base/decoded.ts";
import { isObject } from "../../base/is-object.ts";
import { UsageError, whyNotRead } from "../../base/usage-error.ts";
import { placesOfItems } from "./places-of-items.ts";
import { readDevProxy } from "./read-dev-proxy.ts";
import { readHar } from "./read-har.ts";
import type { RecordedEntry } from "./recorded-entry.ts";

/** The file as it is called in a report. */
export interface RecordedFile {
  readonly file: string;
  readonly entries: readonly RecordedEntry[];
}

/**
 * Reads a HAR file or a mock file of Dev Proxy; which of them it is, its content says.
 *
 * @throws UsageError for a file that cannot be read, is not JSON, or is neither.
 */
export async function readTraffic(path: string): Promise<RecordedFile> {
  const file = path.replaceAll("\\", "/");
  const text = await read(path);
  const value = parse(text, file);
  const { log, mocks } = isObject(value) ? value : {};
  if (isObject(log) && Array.isArray(log.entries)) {
    return { file, entries: readHar(log.entries, placesOfItems(text, file, ["log", "entries"])) };
  }
  if (Array.isArray(mocks)) {
    return { file, entries: readDevProxy(mocks, placesOfItems(text, file, ["mocks"])) };
  }
  throw new UsageError(
    `${file} is neither a HAR file ("log" with "entries") nor a mock file of Dev Proxy ("mocks")`,
  );
}

async function read(path: string): Promise<string> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    throw new UsageError(`cannot read "${path}": ${whyNotRead(error)}`);
  }
  if (bytes.subarray(0, 2).toString("latin1") === "PK") {
    throw new UsageError(`"${path}" is a ZIP archive; unpack it and name the HAR file inside`);
  }
  try {
    return textOfBytes(bytes);
  } catch {
    throw new UsageError(`"${path}" is too large to be read at once; split it into several files`);
  }
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`${file} is not JSON, so it is neither a HAR file nor a mock file of Dev Proxy`);
  }
}
