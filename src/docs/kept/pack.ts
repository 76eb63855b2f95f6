import { createHash, randomBytes } from "node:crypto";
import { closeSync, openSync, readSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { deserialize, serialize } from "node:v8";
import { makeFolder } from "../../base/make-folder.ts";

/** What a file holds: a head, and columns of which each is read when it is first asked for. */
export interface Pack {
  readonly head: unknown;
  /** A value for each row; undefined where there is no such column, or what is there is not what was written. */
  column(name: string): readonly unknown[] | undefined;
}

// Whatever does not begin so is no pack of this form.
const mark = Buffer.from("graph-conformance pack 1\n");
const digestLength = 20;
const lead = mark.length + 4 + digestLength;

interface Place {
  readonly at: number;
  readonly length: number;
  readonly digest: string;
}

/** Opens a pack; undefined where there is none, or what is there is not what was written. */
export function openPack(file: string): Pack | undefined {
  let descriptor: number;
  try {
    descriptor = openSync(file, "r");
  } catch {
    return undefined;
  }
  // It stays open for its columns: another process may put a new pack in its place meanwhile.
  const pack = attempt(() => readHead(descriptor));
  if (!pack) closeSync(descriptor);
  return pack;
}

function readHead(descriptor: number): Pack | undefined {
  const start = piece(descriptor, 0, lead);
  if (!start?.subarray(0, mark.length).equals(mark)) return undefined;
  const length = start.readUInt32LE(mark.length);
  const bytes = piece(descriptor, lead, length);
  if (!bytes || !digestOf(bytes).equals(start.subarray(mark.length + 4))) return undefined;
  const { head, places }: { head: unknown; places: Record<string, Place> } = deserialize(bytes);
  const read = new Map<string, readonly unknown[] | undefined>();
  return {
    head,
    column(name) {
      if (!read.has(name))
        read.set(
          name,
          attempt(() => readColumn(descriptor, lead + length, places[name])),
        );
      return read.get(name);
    },
  };
}

function readColumn(descriptor: number, from: number, place?: Place): readonly unknown[] | undefined {
  const bytes = place && piece(descriptor, from + place.at, place.length);
  if (!bytes || digestOf(bytes).toString("hex") !== place.digest) return undefined;
  const values: unknown = deserialize(bytes);
  return Array.isArray(values) ? values : undefined;
}

function piece(descriptor: number, at: number, length: number): Buffer | undefined {
  const bytes = Buffer.allocUnsafeSlow(length);
  return readSync(descriptor, bytes, 0, length, at) === length ? bytes : undefined;
}

/** Writes a pack beside its place and then there, whole or not at all. @throws Error where it cannot be written */
export function writePack(
  file: string,
  head: unknown,
  columns: Iterable<readonly [name: string, values: readonly unknown[]]>,
): void {
  const places: Record<string, Place> = {};
  const pieces: Buffer[] = [];
  let at = 0;
  for (const [name, values] of columns) {
    const bytes = serialize(values);
    places[name] = { at, length: bytes.length, digest: digestOf(bytes).toString("hex") };
    pieces.push(bytes);
    at += bytes.length;
  }
  const bytes = serialize({ head, places });
  const length = Buffer.alloc(4);
  length.writeUInt32LE(bytes.length);
  makeFolder(dirname(file));
  const beside = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  try {
    const descriptor = openSync(beside, "wx");
    try {
      for (const part of [mark, length, digestOf(bytes), bytes, ...pieces]) writeFileSync(descriptor, part);
    } finally {
      closeSync(descriptor);
    }
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

function digestOf(bytes: Buffer): Buffer {
  return createHash("sha1").update(bytes).digest();
}

function attempt<Value>(read: () => Value | undefined): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
