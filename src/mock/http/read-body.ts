import type { IncomingMessage } from "node:http";
import { isTransfer } from "../content/transfers.ts";
import type { ErrorResponse } from "../errors/error-response.ts";

const megabyte = 1024 * 1024;

/** Graph takes no bigger request (Graph page "Use the Microsoft Graph API": 4 MB). */
const biggestBody = 4 * megabyte;

/** What is bigger is read to its end, so that the client reads the answer; but not without an end. */
const biggestRefused = 64 * megabyte;

const tooLarge: ErrorResponse = {
  status: 413,
  code: "RequestEntityTooLarge",
  message: `the body is bigger than ${biggestBody / megabyte} MB`,
  headers: { connection: "close" },
};

/**
 * Reads what a request sends and goes on with it, or with an error response when it is too much; never when the client hangs
 * up before it has sent everything.
 */
export function readBody(
  incoming: IncomingMessage,
  go: (body: string | ErrorResponse, bytes?: Buffer) => void,
): void {
  // Without either header there is no body (RFC 9112, section 6.3).
  const { "content-length": length, "transfer-encoding": coding } = incoming.headers;
  if (incoming.method === "GET" || (length === undefined && coding === undefined)) {
    go("");
    return;
  }
  const chunks: Buffer[] = [];
  let size = 0;
  let gone = false;
  const goOnce = (body: Buffer | ErrorResponse) => {
    if (gone) return;
    gone = true;
    if ("code" in body) go(body);
    else go(isTransfer(incoming.url ?? "") ? "" : body.toString("utf8"), body);
  };
  const biggest = isTransfer(incoming.url ?? "") ? biggestRefused : biggestBody;
  // Most bodies come in one piece with the head: one event, then, instead of one for the piece and one for the end.
  incoming.on("readable", () => {
    const chunk: Buffer | null = incoming.read();
    if (chunk !== null) {
      size += chunk.length;
      if (size <= biggest) chunks.push(chunk);
      else chunks.length = 0;
    }
    if (size > biggestRefused) goOnce(tooLarge);
    if (incoming.complete) goOnce(size > biggest ? tooLarge : joined(chunks));
  });
}

function joined(chunks: readonly Buffer[]): Buffer {
  const [only] = chunks;
  return chunks.length === 1 && only ? only : Buffer.concat(chunks);
}
