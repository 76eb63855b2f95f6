import { X509Certificate } from "node:crypto";
import type { Server } from "node:net";
import { connect, createServer } from "node:tls";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Certificate, localHosts, makeCertificate } from "../../../src/mock/http/make-certificate.ts";

const now = new Date();
let made: Certificate;
let server: Server;

beforeAll(async () => {
  made = await makeCertificate(localHosts, now);
  server = createServer({ key: made.key, cert: made.cert }, (socket) => socket.end("hello"));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
});

afterAll(() => new Promise((closed) => server.close(closed)));

describe("a certificate made at start", () => {
  it("is for the names of this machine, and no others", () => {
    const certificate = new X509Certificate(made.cert);
    expect(certificate.subjectAltName).toBe(
      "DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1",
    );
    expect(certificate.subject).toMatch(/^CN=localhost\nOU=[0-9a-f-]{36}$/);
    expect(certificate.checkHost("graph.microsoft.com")).toBeUndefined();
  });

  it("has a P-256 key, and signs nothing but its own connections", () => {
    const certificate = new X509Certificate(made.cert);
    expect(certificate.publicKey.asymmetricKeyDetails).toEqual({ namedCurve: "prime256v1" });
    expect(certificate.ca).toBe(false);
    expect(certificate.keyUsage).toEqual(["1.3.6.1.5.5.7.3.1"]);
  });

  it("is valid from a day ago for a week", () => {
    const { validFrom, validTo } = new X509Certificate(made.cert);
    const seconds = Math.floor(now.getTime() / 1000);
    expect(Date.parse(validFrom) / 1000).toBe(seconds - 86_400);
    expect(Date.parse(validTo) / 1000).toBe(seconds + 6 * 86_400);
  });

  it("is trusted by a client that was told to trust it, under its name and its address", async () => {
    expect(await handshake({ ca: made.cert, servername: "localhost" })).toBe("trusted");
    expect(await handshake({ ca: made.cert })).toBe("trusted");
  });

  it("is trusted by a client that trusts others like it too", async () => {
    const others = await Promise.all([makeCertificate(localHosts, now), makeCertificate(localHosts, now)]);
    const [first, last] = others.map(({ cert }) => cert);
    const ca = [first, made.cert, last].join("\n");
    expect(await handshake({ ca, servername: "localhost" })).toBe("trusted");
  });

  it("is not trusted by one that was not told, nor one that was told of another", async () => {
    const other = await makeCertificate(localHosts, now);
    expect(await handshake({ servername: "localhost" })).toBe("DEPTH_ZERO_SELF_SIGNED_CERT");
    expect(await handshake({ ca: other.cert, servername: "localhost" })).toBe("DEPTH_ZERO_SELF_SIGNED_CERT");
    expect(other.key).not.toBe(made.key);
  });

  it("is not trusted for a host that it does not name", async () => {
    expect(await handshake({ ca: made.cert, servername: "graph.test" })).toBe("ERR_TLS_CERT_ALTNAME_INVALID");
  });
});

function handshake(options: { readonly ca?: string; readonly servername?: string }): Promise<string> {
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return new Promise((done) => {
    const socket = connect({ host: "127.0.0.1", port, ...options }, () => {
      socket.destroy();
      done("trusted");
    });
    socket.on("error", (error) => done("code" in error ? String(error.code) : error.message));
  });
}
