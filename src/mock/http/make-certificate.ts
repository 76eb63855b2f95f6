import { randomUUID } from "node:crypto";
import { isIP } from "node:net";

/** A certificate with its private key, both PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** What the service goes by on its own machine. */
export const localHosts: readonly string[] = ["localhost", "127.0.0.1", "::1"];

const day = 86_400_000;

/**
 * Makes a self-signed certificate for host names and IP addresses, the first of which it is named after. It is valid
 * from a day before `now`, since clocks differ, and for a week, since a forgotten one should be of no use.
 */
export async function makeCertificate(hosts: readonly string[], now: Date): Promise<Certificate> {
  // Loading takes longer than all the rest, and only the service over TLS needs it.
  const { generate } = await import("selfsigned");
  const subject = [
    { name: "commonName", value: hosts[0] ?? "localhost" },
    // A client that trusts several such certificates finds the right one by its subject.
    { shortName: "OU", value: randomUUID() },
  ];
  const made = await generate(subject, {
    keyType: "ec",
    curve: "P-256",
    algorithm: "sha256",
    notBeforeDate: new Date(now.getTime() - day),
    notAfterDate: new Date(now.getTime() + 6 * day),
    extensions: [
      { name: "basicConstraints", cA: false, critical: true },
      { name: "keyUsage", digitalSignature: true, critical: true },
      { name: "extKeyUsage", serverAuth: true },
      {
        name: "subjectAltName",
        altNames: hosts.map((host) => (isIP(host) === 0 ? { type: 2, value: host } : { type: 7, ip: host })),
      },
    ],
  });
  return { key: made.private, cert: made.cert };
}
