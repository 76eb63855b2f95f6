import { createServer, type RequestListener } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { UsageError } from "../../base/usage-error.ts";
import type { Contract } from "../../contract/contract.ts";
import { faultNamed } from "../faults/faults.ts";
import type { ServiceRequest, ServiceResponse } from "../message.ts";
import { longestUrl } from "../message.ts";
import { makeService, type ServiceOptions } from "../service.ts";
import { signingKeys } from "../sign-in/signing-keys.ts";
import { closeServer } from "./close-server.ts";
import { localHosts, makeCertificate } from "./make-certificate.ts";
import { refuseConnection } from "./refuse-connection.ts";
import { respond } from "./respond.ts";
import { makeTurns } from "./turns.ts";

export interface MockOptions extends Omit<ServiceOptions, "contracts" | "fault"> {
  /** One for each version to be served; they may still be on their way. */
  readonly contracts: readonly Contract[] | Promise<readonly Contract[]>;
  /** 0, or nothing, for any free one. */
  readonly port?: number;
  /** Serve over TLS, with a certificate made for this start. */
  readonly tls?: boolean;
  /** The name of a fault: the one promise that the service breaks. */
  readonly fault?: string;
  /** Told of every answer: method, path and query, status. */
  readonly onAnswer?: (request: ServiceRequest, response: ServiceResponse) => void;
}

export interface RunningMock {
  /** `https://localhost:8443` */
  readonly origin: string;
  /** PEM; what a client has to trust. */
  readonly certificate?: string;
  /**
   * Resolves when the last connection is closed. Requests that have arrived are answered; who has not sent a whole one
   * within a second is hung up on.
   */
  close(): Promise<void>;
}

/** Milliseconds that a client may take to send a request. */
const patience = 30_000;

/**
 * Starts the embedded Graph service on this machine.
 * @throws UsageError when the port is taken or the fault unknown; what the contracts reject with
 */
export async function startMock({
  contracts,
  port = 0,
  tls = false,
  fault,
  onAnswer,
  ...options
}: MockOptions): Promise<RunningMock> {
  // An RSA pair takes half a second, on another thread: it is made while the contracts are read.
  void signingKeys();
  const named = fault === undefined ? undefined : faultNamed(fault);
  const service = makeService({ ...options, contracts: await contracts, ...(named ? { fault: named } : {}) });
  const certificate = tls ? await makeCertificate(localHosts, service.now()) : undefined;
  const scheme = certificate ? "https" : "http";
  const turns = makeTurns();
  let closing = false;
  const listener: RequestListener = (request, response) => {
    if (closing) response.setHeader("connection", "close");
    respond(service, scheme, request, response, turns, onAnswer);
  };
  // Node counts the URL among the headers.
  const settings = { requestTimeout: patience, headersTimeout: patience, maxHeaderSize: longestUrl };
  const server = certificate
    ? (await import("node:https")).createServer({ ...certificate, ...settings }, listener)
    : createServer(settings, listener);
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  server.on("clientError", (error: NodeJS.ErrnoException, socket) =>
    refuseConnection(error, socket as Socket),
  );
  server.on("connect", (_request, socket) =>
    refuseConnection({ name: "Error", message: "CONNECT asks for a tunnel" }, socket as Socket),
  );
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === "EADDRINUSE"
          ? "is taken; port 0 takes any free one"
          : `cannot be used (${error.code ?? error.message})`;
      reject(new UsageError(`the port ${port} ${reason}`));
    });
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    origin: `${scheme}://localhost:${address.port}`,
    ...(certificate ? { certificate: certificate.cert } : {}),
    close() {
      closing = true;
      return closeServer(server, sockets);
    },
  };
}
