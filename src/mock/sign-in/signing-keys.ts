import type { webcrypto } from "node:crypto";
import { calculateJwkThumbprint } from "jose/jwk/thumbprint";
import { exportJWK } from "jose/key/export";
import { generateKeyPair } from "jose/key/generate/keypair";

/** What tokens are signed with, and what the world checks them with. */
export interface SigningKeys {
  readonly privateKey: webcrypto.CryptoKey;
  readonly publicKey: webcrypto.CryptoKey;
  /** The public key as the keys document of a tenant has it, with its `kid`. */
  readonly jwk: Readonly<Record<string, unknown>> & { readonly kid: string };
}

let made: Promise<SigningKeys> | undefined;

/** The keys of this process. An RSA pair takes half a second, so that they are made when first asked for. */
export function signingKeys(): Promise<SigningKeys> {
  made ??= makeKeys();
  return made;
}

async function makeKeys(): Promise<SigningKeys> {
  const { privateKey, publicKey } = await generateKeyPair("RS256");
  const jwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  return { privateKey, publicKey, jwk: { ...jwk, use: "sig", alg: "RS256", kid } };
}
