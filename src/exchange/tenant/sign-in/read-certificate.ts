import { createHash, createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import { UsageError, whyNotRead } from "../../../base/usage-error.ts";

/** What an application signs its own assertions with. */
export interface ClientCertificate {
  /** Hexadecimal, of the certificate. */
  readonly thumbprintSha256: string;
  /** PEM, without a password. */
  readonly privateKey: string;
  /** PEM: the certificate, and those that vouch for it. */
  readonly x5c: string;
}

const setting = "AZURE_CLIENT_CERTIFICATE_PATH";

/**
 * Reads a PEM file with a certificate and its key.
 * @throws UsageError saying what the file is in its place, and what to do
 */
export async function readCertificate(file: string, password?: string): Promise<ClientCertificate> {
  const bytes = await readNamed(file, setting);
  const text = bytes.toString("utf8");
  if (!text.includes("-----BEGIN ")) {
    // DER begins with a sequence, be it a PFX or a bare certificate.
    if (bytes[0] === 0x30) throw new UsageError(`${setting} is no PEM file; ${conversion(file)}`);
    throw new UsageError(`${setting} is no PEM file: it has no line -----BEGIN CERTIFICATE-----`);
  }
  const certificates = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  if (certificates.length === 0)
    throw new UsageError(`${setting} has no certificate: the file has to hold it and its key`);
  const [key] =
    text.match(/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]+?-----END [A-Z ]*PRIVATE KEY-----/) ?? [];
  if (key === undefined)
    throw new UsageError(`${setting} has no private key: the file has to hold the certificate and its key`);
  const privateKey = openKey(key, password);
  const own = certificates.find((certificate) => isOf(certificate, privateKey));
  if (own === undefined)
    throw new UsageError(`${setting} has a private key that belongs to none of its certificates`);
  if (privateKey.asymmetricKeyType !== "rsa")
    throw new UsageError(`${setting} has no RSA key, and Entra takes no other`);
  const leaf = new X509Certificate(own);
  return {
    thumbprintSha256: createHash("sha256").update(leaf.raw).digest("hex"),
    privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    x5c: [own, ...certificates.filter((certificate) => certificate !== own)].join("\n"),
  };
}

/** @throws UsageError naming the setting when a file cannot be read */
export async function readNamed(file: string, name: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new UsageError(`the file of ${name} cannot be read: ${whyNotRead(error)}`);
  }
}

function openKey(key: string, password: string | undefined): KeyObject {
  const isLocked = /ENCRYPTED/.test(key);
  if (isLocked && password === undefined)
    throw new UsageError("the key of the certificate is locked: set AZURE_CLIENT_CERTIFICATE_PASSWORD");
  try {
    return createPrivateKey({ key, ...(password === undefined ? {} : { passphrase: password }) });
  } catch {
    throw new UsageError(
      isLocked
        ? "AZURE_CLIENT_CERTIFICATE_PASSWORD does not open the key of the certificate"
        : `the private key of ${setting} cannot be read`,
    );
  }
}

function isOf(certificate: string, key: KeyObject): boolean {
  try {
    return new X509Certificate(certificate).checkPrivateKey(key);
  } catch {
    return false;
  }
}

function conversion(file: string): string {
  const quoted = (path: string) => (/^[\w./\\:-]+$/.test(path) ? path : `"${path}"`);
  const pem = `${file.replace(/\.\w+$/, "")}.pem`;
  return `a PFX is converted by: openssl pkcs12 -in ${quoted(file)} -out ${quoted(pem)} -nodes`;
}
