import type { Socket } from "node:net";

/** Milliseconds in which a client may read why it is refused; to hang up on one that still sends would take it away. */
const patience = 1_000;

const refused = new WeakSet<Socket>();

/**
 * Tells a client that what it sends is no HTTP that the service takes, or has more headers than it reads, and hangs up;
 * what comes behind is read and dropped.
 */
export function refuseConnection(error: NodeJS.ErrnoException, socket: Socket): void {
  if (refused.has(socket)) return;
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  refused.add(socket);
  const timer = setTimeout(() => socket.destroy(), patience);
  socket.once("close", () => clearTimeout(timer));
  const status = statuses[error.code ?? ""] ?? "400 Bad Request";
  const body = JSON.stringify({
    error: { code: "BadRequest", message: `the request cannot be read: ${status}` },
  });
  const head = [
    `HTTP/1.1 ${status}`,
    "Content-Type: application/json",
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Connection: close",
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}

const statuses: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
};
