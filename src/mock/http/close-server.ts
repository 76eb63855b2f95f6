import { once } from "node:events";
import type { Server } from "node:http";
import { type Socket, Server as SocketServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

/** Milliseconds that are left to clients. */
const grace = 1_000;

/** Milliseconds in which a request arrives whose client did not know of the end; it is told in the answer. */
const arrival = 25;

/**
 * Lets nobody in any more, and resolves when the last of the connections is closed. What has arrived is answered;
 * who has not sent a whole request by then is hung up on.
 */
export async function closeServer(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  const closed = once(server, "close");
  // The close of an HTTP server would hang up at once on connections whose request is on its way.
  SocketServer.prototype.close.call(server);
  await Promise.race([closed, wait(arrival)]);
  server.close();
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  // A connection that has not agreed on TLS is none yet for an HTTP server.
  const end = setTimeout(() => {
    for (const socket of sockets) socket.destroy();
  }, grace);
  await closed;
  clearInterval(sweep);
  clearTimeout(end);
}
