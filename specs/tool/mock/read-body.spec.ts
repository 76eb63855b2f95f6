import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readBody } from "../../../src/mock/http/read-body.ts";

/** What was read, in the order in which it was. */
const bodies: unknown[] = [];

const server = createServer((incoming, response) =>
  readBody(incoming, (body) => {
    bodies.push(typeof body === "string" ? body : body.status);
    response.end();
  }),
);

beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => new Promise((resolve) => server.close(resolve)));

const text = `"${"füß€🙂".repeat(50)}"`;
const bytes = Buffer.from(text);

function head(...lines: readonly string[]): Buffer {
  return Buffer.from(["POST / HTTP/1.1", "Host: localhost", ...lines, "", ""].join("\r\n"));
}

const whole = (body: Buffer) => Buffer.concat([head(`Content-Length: ${body.length}`), body]);

function chunked(size: number): Buffer {
  const chunks = piecesOf(bytes, size).flatMap((piece) => [
    Buffer.from(`${piece.length.toString(16)}\r\n`),
    piece,
    Buffer.from("\r\n"),
  ]);
  return Buffer.concat([head("Transfer-Encoding: chunked"), ...chunks, Buffer.from("0\r\n\r\n")]);
}

function piecesOf(sent: Buffer, size: number): Buffer[] {
  return Array.from({ length: Math.ceil(sent.length / size) }, (_, index) =>
    sent.subarray(index * size, (index + 1) * size),
  );
}

/** Sends pieces one after the other, and nothing more; resolves to what was read of them. */
async function readOf(pieces: readonly Buffer[]): Promise<unknown[]> {
  bodies.length = 0;
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1").setNoDelay(true);
  const ended = new Promise((resolve) => socket.once("close", resolve));
  for (const piece of pieces) await new Promise((resolve) => socket.write(piece, resolve));
  socket.end().resume();
  await ended;
  return [...bodies];
}

describe("the body of a request", () => {
  it.each([1, 7, 100, 10_000])("is read when it comes in pieces of %d bytes", async (size) => {
    expect(await readOf(piecesOf(whole(bytes), size))).toEqual([text]);
  });

  it.each([1, 50, 10_000])("is read when it is sent in chunks of %d bytes", async (size) => {
    expect(await readOf([chunked(size)])).toEqual([text]);
    expect(await readOf(piecesOf(chunked(size), 3))).toEqual([text]);
  });

  it("is read once for each of several requests that come at once", async () => {
    const sent = [whole(bytes), chunked(50), whole(Buffer.from("{}")), head(), whole(Buffer.alloc(0))];
    expect(await readOf([Buffer.concat(sent)])).toEqual([text, text, "{}", "", ""]);
  });

  it("is too large with more than 4 MB, and the next request is read all the same", async () => {
    const most = Buffer.alloc(4 * 1024 * 1024, "x");
    const more = Buffer.concat([most, Buffer.from("x")]);
    expect(await readOf([whole(most)])).toEqual([most.toString()]);
    expect(await readOf([whole(more), whole(bytes)])).toEqual([413, text]);
  });

  it("is too large at 64 MB, however much is still to come", async () => {
    const part = Buffer.alloc(64 * 1024 * 1024, "x");
    const long = head(`Content-Length: ${2 * part.length}`);
    expect(await readOf([long, part])).toEqual([]);
    expect(await readOf([long, part, Buffer.from("x")])).toEqual([413]);
  });

  it("is none when the client goes before it has sent everything", async () => {
    expect(await readOf([whole(bytes).subarray(0, -1)])).toEqual([]);
    expect(await readOf([chunked(50).subarray(0, -1)])).toEqual([]);
  });
});
