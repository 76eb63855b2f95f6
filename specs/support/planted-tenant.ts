import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { httpTransport } from "../../src/exchange/service/transport/http-transport.ts";
import { documentation } from "./documentation.ts";
import { type Planting, plant, planted } from "./planted.ts";
import { startSignedIn } from "./service.ts";

/** A tenant on this machine that has somebody's values in all that it says, its place to sign in too. */
export interface PlantedTenant {
  readonly origin: string;
  /** A token that it takes. */
  readonly token: string;
  close(): Promise<void>;
}

export interface PlantedOptions {
  readonly planting: Planting;
  /** From so many requests on it refuses every token. */
  readonly refusesAfter?: number;
  /** Refuses every application that would sign in; after so many that it gave a token. */
  readonly signsIn?: number;
  /** Milliseconds before each answer. */
  readonly delay?: number;
}

/** All of them at once, as a service may write a reason why it does not. */
const everything = planted.join(" ; ");

const refusedSignIn = {
  error: planted[19],
  error_description: `AADSTS7000215: Invalid client secret ${everything}`,
  error_codes: [7000215],
  trace_id: planted[7],
  correlation_id: planted[8],
  error_uri: planted[9],
  claims: everything,
};

/** Forwards what is asked to the embedded service, and plants values into what comes back. */
export async function startPlantedTenant(options: PlantedOptions): Promise<PlantedTenant> {
  const { planting, refusesAfter = Number.POSITIVE_INFINITY, signsIn = Number.POSITIVE_INFINITY } = options;
  const mock = await startSignedIn({ contracts: [documentation.contract("v1.0")] });
  const [plain, through] = [httpTransport(), plant(planting)(httpTransport())];
  let asked = 0;
  let signedIn = 0;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url = "", method = "GET", headers } = request;
    const body = await bodyOf(request);
    const isSignIn = !/^\/(?:v1\.0|beta)\//.test(url);
    const isToken = /\/token(?:\?|$)/.test(url);
    if (isToken && ++signedIn > signsIn) return send(response, 401, refusedSignIn);
    if (!isSignIn && headers.authorization !== undefined && ++asked > refusesAfter) {
      const error = { code: "InvalidAuthenticationToken", message: `Token expired. ${everything}` };
      return send(response, 401, { error });
    }
    const kept = Object.entries(headers).filter(
      ([name]) => !/^(?:host|content-length|connection)$/.test(name),
    );
    const sent = Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
    const message = { method, headers: sent, ...(body === "" ? {} : { body }) };
    const way = isSignIn ? plain : through;
    const answered = await way(new URL(mock.origin + url), message, AbortSignal.timeout(30_000));
    const own = answered.headers.filter(
      ([name]) => !/^(?:connection|content-length|transfer-encoding|keep-alive)$/i.test(name),
    );
    await new Promise((resolve) => setTimeout(resolve, options.delay ?? 0));
    const text = answered.body.replaceAll(mock.origin, origin);
    response
      .writeHead(answered.status, Object.fromEntries(own.map(([name, value]) => [name, encodeURI(value)])))
      .end(text);
  }

  const server: Server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    token: mock.token,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await mock.close();
    },
  };
}

function send(response: ServerResponse, status: number, json: object): void {
  const headers = {
    "Content-Type": "application/json",
    "WWW-Authenticate": `Bearer error="invalid_token", error_description="${encodeURI(everything)}"`,
    "x-ms-user": encodeURI(everything),
  };
  response.writeHead(status, headers).end(JSON.stringify(json));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
