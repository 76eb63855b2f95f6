import { type CryptoKey, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { generate } from "selfsigned";
import { beforeAll, describe, expect, it } from "vitest";
import { answered, origin, signInAt, started, tenant, tokenRequest } from "../../support/sign-in-form.ts";

const clientId = "11111111-2222-4333-8444-555555555555";
const type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
const seconds = started.getTime() / 1000;
const tokenEndpoint = `${origin}/${tenant}/oauth2/v2.0/token`;

let key: CryptoKey;
let otherKey: CryptoKey;
let certificate: string;

beforeAll(async () => {
  const made = await generateKeyPair("PS256", { extractable: true });
  key = made.privateKey;
  otherKey = (await generateKeyPair("PS256")).privateKey;
  const pem = async (format: "pkcs8" | "spki", one: CryptoKey, label: string) => {
    const der = Buffer.from(await crypto.subtle.exportKey(format, one)).toString("base64");
    return `-----BEGIN ${label}-----\n${der}\n-----END ${label}-----`;
  };
  const keyPair = {
    privateKey: await pem("pkcs8", made.privateKey, "PRIVATE KEY"),
    publicKey: await pem("spki", made.publicKey, "PUBLIC KEY"),
  };
  const { cert } = await generate([{ name: "commonName", value: "an app" }], {
    keyPair,
    algorithm: "sha256",
  });
  certificate = cert.replace(/-----[^-]+-----|\s/g, "");
});

interface Sketch {
  readonly claims?: JWTPayload;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly signedWith?: CryptoKey;
}

const byClient: JWTPayload = {
  iss: clientId,
  sub: clientId,
  aud: tokenEndpoint,
  jti: "1",
  nbf: seconds,
  exp: seconds + 600,
};

const byOther: JWTPayload = {
  iss: "https://token.actions.githubusercontent.com",
  sub: "repo:contoso/gate:ref:refs/heads/main",
  aud: "api://AzureADTokenExchange",
  exp: seconds + 600,
};

function assertionOf({ claims = byClient, header = {}, signedWith = key }: Sketch): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg: "PS256", ...header }).sign(signedWith);
}

async function answerTo(assertion: string, form: Readonly<Record<string, string | undefined>> = {}) {
  const request = tokenRequest({
    client_secret: undefined,
    client_assertion_type: type,
    client_assertion: assertion,
    ...form,
  });
  const { status, json } = await answered(signInAt({ now: started }), request);
  if (status === 200) return "200";
  return `${status} ${String(json.error)} ${String(json.error_description).split(/(?<=\.) /)[0]}`;
}

const accept = async (sketch: Sketch) => expect(await answerTo(await assertionOf(sketch))).toBe("200");
const refuse = async (sketch: Sketch, refusal: string) =>
  expect(await answerTo(await assertionOf(sketch))).toBe(refusal);

describe("an assertion that the client signed", () => {
  it("is taken in the place of a secret, with the thumbprint of its certificate or without", async () => {
    await accept({});
    await accept({ header: { "x5t#S256": "thumb" } });
  });

  it.each([
    `${origin}/${tenant}/v2.0`,
    `${origin}/${tenant}/oauth2/token`,
    `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`,
    `https://login.microsoftonline.com/${tenant}/v2.0`,
    `https://sts.windows.net/${tenant}/`,
  ])("is taken when it is meant for %s", (aud) => accept({ claims: { ...byClient, aud } }));

  it.each([
    "https://graph.microsoft.com",
    `${origin}/another-tenant/oauth2/v2.0/token`,
    `https://evil.test/${tenant}/oauth2/v2.0/token`,
    "not a URL",
  ])("is refused when it is meant for %s", (aud) =>
    refuse(
      { claims: { ...byClient, aud } },
      "401 invalid_client AADSTS700023: Client assertion audience claim does not match Realm issuer.",
    ),
  );

  it("is refused with several audiences", () =>
    refuse(
      { claims: { ...byClient, aud: [tokenEndpoint, origin] } },
      "400 invalid_request AADSTS50027: JWT token is invalid or malformed.",
    ));

  it("is refused when its subject is not its issuer", () =>
    refuse(
      { claims: { ...byClient, sub: "another" } },
      "401 invalid_client AADSTS50048: Subject must match the issuer claim in the client assertion.",
    ));

  it("is refused when its issuer is not the client", () =>
    refuse(
      { claims: { ...byClient, iss: "another", sub: "another" }, header: { x5t: "thumb" } },
      "401 invalid_client AADSTS700021: Client assertion application identifier doesn't match 'client_id' parameter.",
    ));

  it("is refused from the second on in which it expires", async () => {
    await accept({ claims: { ...byClient, exp: seconds + 1 } });
    await refuse(
      { claims: { ...byClient, exp: seconds } },
      "401 invalid_client AADSTS700024: Client assertion is not within its valid time range.",
    );
  });

  it("is judged by dates that are written as text, too, and by no other text", async () => {
    const dated = (exp: unknown, nbf?: unknown) => JSON.parse(JSON.stringify({ ...byClient, exp, nbf }));
    await accept({ claims: dated(`${seconds + 600}`, `${seconds}`) });
    await refuse(
      { claims: dated(`${seconds}`) },
      "401 invalid_client AADSTS700024: Client assertion is not within its valid time range.",
    );
    await refuse(
      { claims: dated("tomorrow") },
      "400 invalid_request AADSTS50027: JWT token is invalid or malformed.",
    );
  });

  it("is refused more than five minutes before it becomes valid", async () => {
    await accept({ claims: { ...byClient, nbf: seconds + 300 } });
    await refuse(
      { claims: { ...byClient, nbf: seconds + 301 } },
      "401 invalid_client AADSTS700024: Client assertion is not within its valid time range.",
    );
  });

  it("is refused when it never expires", () => {
    const { exp: _, ...endless } = byClient;
    return refuse({ claims: endless }, "400 invalid_request AADSTS50027: JWT token is invalid or malformed.");
  });

  it("is refused when the certificate that it brings along did not sign it", async () => {
    await accept({ header: { x5c: [certificate] } });
    await refuse(
      { header: { x5c: [certificate] }, signedWith: otherKey },
      "401 invalid_client AADSTS700027: Client assertion contains an invalid signature.",
    );
    await refuse(
      { header: { x5c: ["rubbish"] } },
      "401 invalid_client AADSTS700027: Client assertion contains an invalid signature.",
    );
  });
});

describe("an assertion of another issuer", () => {
  it("is taken when it is meant for the exchange of tokens", async () => {
    await accept({ claims: byOther });
    await accept({ claims: { ...byOther, aud: ["api://AzureADTokenExchange"] } });
  });

  it("is refused when it is meant for something else, or for nothing", async () => {
    const refusal = (presented: string) =>
      `401 invalid_client AADSTS700212: No matching federated identity record found for presented assertion audience ${presented}.`;
    const { aud: _, ...aimless } = byOther;
    await refuse({ claims: { ...byOther, aud: "sts.amazonaws.com" } }, refusal("'sts.amazonaws.com'"));
    await refuse({ claims: aimless }, refusal("none"));
  });

  it("is refused when it names no subject", () => {
    const { sub: _, ...anonymous } = byOther;
    return refuse(
      { claims: anonymous },
      "401 invalid_client AADSTS700212: The presented assertion has to name its issuer and its subject.",
    );
  });

  it("is refused when it is expired", () =>
    refuse(
      { claims: { ...byOther, exp: seconds - 1 } },
      "401 invalid_client AADSTS700024: Client assertion is not within its valid time range.",
    ));
});

describe("what is no assertion", () => {
  const malformed = "400 invalid_request AADSTS50027: JWT token is invalid or malformed.";

  it.each(["rubbish", "a.b", "a.b.c", "a.b.c.d", "!.!.!", `${"a".repeat(100_000)}.b.c`])(
    "is refused as malformed: %.20s",
    async (text) => expect(await answerTo(text)).toBe(malformed),
  );

  it("is refused with an algorithm that needs no private key", async () => {
    const secret = new TextEncoder().encode("a shared secret of thirty-two bytes");
    const shared = await new SignJWT(byClient).setProtectedHeader({ alg: "HS256" }).sign(secret);
    expect(await answerTo(shared)).toBe("400 invalid_request AADSTS5002730: Invalid JWT token.");
  });

  it("is refused without its type, and with another one", async () => {
    const assertion = await assertionOf({});
    expect(await answerTo(assertion, { client_assertion_type: undefined })).toBe(
      "400 invalid_request AADSTS900144: The request body must contain the following parameter: 'client_assertion_type'.",
    );
    expect(await answerTo(assertion, { client_assertion_type: "saml" })).toBe(
      `400 invalid_request AADSTS90023: The 'client_assertion_type' has to be '${type}'.`,
    );
  });
});
