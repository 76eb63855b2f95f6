import { createHash, randomBytes } from "node:crypto";
import { closeSync, openSync, readSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { deserialize, serialize } from "node:v8";
import { makeFolder } from "../../base/make-folder.ts";

/** What a file holds: a head, and columns of which each part is read when something of it is first asked for. */
export interface Pack {
  readonly head: unknown;
  /** The value of one row, alone in a list; undefined where there is no such column, or what is there is not what was written. */
  cell(name: string, row: number): readonly [unknown] | undefined;
}

/** A list of values, one for each row. */
export interface Column {
  readonly name: string;
  readonly values: readonly unknown[];
  /** So many rows are read at once: who asks for those of one page need not read those of all. */
  readonly together?: number;
}

// Whatever does not begin so is no pack of this form.
const mark = Buffer.from("graph-conformance pack 3\n");
const digestLength = 20;
const manyTogether = 64;
const lead = mark.length + 4 + digestLength;

interface Parts {
  readonly together: number;
  readonly places: readonly Place[];
}

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
  // One with a part that is not what was written is removed, so that the next run writes a whole one.
  const pack = attempt(() => readHead(descriptor, () => void attempt(() => rmSync(file, { force: true }))));
  if (!pack) closeSync(descriptor);
  return pack;
}

function readHead(descriptor: number, remove: () => void): Pack | undefined {
  const start = piece(descriptor, 0, lead);
  if (!start?.subarray(0, mark.length).equals(mark)) return undefined;
  const length = start.readUInt32LE(mark.length);
  const bytes = piece(descriptor, lead, length);
  if (!bytes || !digestOf(bytes).equals(start.subarray(mark.length + 4))) return undefined;
  const { head, columns }: { head: unknown; columns: ReadonlyMap<string, Parts> } = deserialize(bytes);
  const read = new Map<Place, readonly unknown[] | undefined>();
  const valuesAt = (place: Place): readonly unknown[] | undefined => {
    if (read.has(place)) return read.get(place);
    const values = attempt(() => valuesIn(bytesAt(descriptor, lead + length, place)));
    if (!values) remove();
    read.set(place, values);
    return values;
  };
  return {
    head,
    cell(name, row) {
      const { places = [], together = manyTogether } = columns.get(name) ?? {};
      const place = places[Math.floor(row / together)];
      const values = place && valuesAt(place);
      return values && [values[row % together]];
    },
  };
}

/** Undefined where it is not what was written. */
function bytesAt(descriptor: number, from: number, place: Place): Buffer | undefined {
  const bytes = piece(descriptor, from + place.at, place.length);
  return bytes && digestOf(bytes).toString("hex") === place.digest ? bytes : undefined;
}

function valuesIn(bytes: Buffer | undefined): readonly unknown[] | undefined {
  const values: unknown = bytes && deserialize(bytes);
  return Array.isArray(values) ? values : undefined;
}

function piece(descriptor: number, at: number, length: number): Buffer | undefined {
  const bytes = Buffer.allocUnsafeSlow(length);
  return readSync(descriptor, bytes, 0, length, at) === length ? bytes : undefined;
}

/** Writes a pack beside its place and then there, whole or not at all. @throws Error where it cannot be written */
export function writePack(file: string, head: unknown, columns: Iterable<Column>): void {
  const parts = new Map<string, Parts>();
  const pieces: Buffer[] = [];
  let at = 0;
  for (const { name, values, together = manyTogether } of columns) {
    const places: Place[] = [];
    parts.set(name, { together, places });
    for (let row = 0; row < values.length; row += together) {
      const bytes = serialize(values.slice(row, row + together));
      places.push({ at, length: bytes.length, digest: digestOf(bytes).toString("hex") });
      pieces.push(bytes);
      at += bytes.length;
    }
  }
  const bytes = serialize({ head, columns: parts });
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
