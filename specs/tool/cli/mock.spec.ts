import { X509Certificate } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { signIn } from "../../support/service.ts";
import { commandLine, inFolder, whileRunning } from "./command-line.ts";

const pages = "fixtures/rules/docs";
const mock = (...argv: string[]) => commandLine("mock", pages, "--port", "0", ...argv);
const refused = (...argv: string[]) => expect(commandLine("mock", ...argv)).rejects;

async function takePort(): Promise<{ port: string; release: () => Promise<unknown> }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    port: String(typeof address === "object" ? address?.port : ""),
    release: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** The greeting of a service that is over as soon as it has greeted. */
async function greeting(...argv: string[]): Promise<string> {
  const { code, out } = await mock(...argv);
  expect(code).toBe(0);
  return out;
}

describe("graph-conformance mock greets", () => {
  it("with what it serves, and how to get a token and to use it", async () => {
    const lines = (await greeting()).replaceAll(/localhost:\d+/g, "localhost:8080").split("\n");
    expect(lines).toEqual([
      // Each of the API pages documents one.
      `serving http://localhost:8080/v1.0 (${readdirSync(`${pages}/api`).length} operations)`,
      "a token, for any tenant, client id and secret:",
      "  TOKEN=$(curl -s http://localhost:8080/any-tenant/oauth2/v2.0/token \\",
      "    -d grant_type=client_credentials -d client_id=me -d client_secret=any \\",
      "    -d scope=https://graph.microsoft.com/.default |",
      "    node -pe 'JSON.parse(fs.readFileSync(0)).access_token')",
      "a request with it:",
      '  curl -H "Authorization: Bearer $TOKEN" \\',
      "    'http://localhost:8080/v1.0/lending/libraries/5b2f7c1e-0d43-4a86-9c1f-2e7d8a9b3c40/loans'",
      "Ctrl+C ends it. Every answer is a line here, without tokens and bodies.",
      "",
      "",
    ]);
  });

  it("with both versions of the pages that come with it, when no folder is named", async () => {
    const { out } = await commandLine("mock", "--port", "0");
    expect(out).toMatch(
      /^serving http:\/\/localhost:\d+\/v1\.0 \(\d+ operations\) and http:\/\/localhost:\d+\/beta \(\d+ operations\)\n/,
    );
  });

  it("with one operation where a page documents one", async () => {
    const { out } = await commandLine("mock", `${pages}/api/loan-delete.md`, "--port", "0");
    expect(out).toContain("/v1.0 (1 operation)\n");
    expect(out).not.toContain("a request with it:");
  });

  it("with what a fault breaks, and with nothing of faults otherwise", async () => {
    expect(await greeting("--fault", "ignore-filter")).toContain(
      "\nwith the fault ignore-filter: a documented $filter is not heeded\n",
    );
    expect(await greeting()).not.toContain("with the fault");
  });

  it("with the permissions in tokens, and which of them no page asks for", async () => {
    const out = await greeting("--roles", "Lending.Read.All, Lendng.ReadWrite.All ,User.Read");
    expect(out).toContain(
      [
        "tokens carry Lending.Read.All, Lendng.ReadWrite.All, User.Read",
        '  no operation here asks for "Lendng.ReadWrite.All"; did you mean Lending.ReadWrite.All?',
        '  no operation here asks for "User.Read"',
        "a token",
      ].join("\n"),
    );
  });

  it("with the certificate that clients have to trust, in a path that a shell takes", async () => {
    await inFolder(async (folder) => {
      const file = join(folder, "my own", "certificate.pem");
      const out = await greeting("--tls", "--output", join(folder, "my own"));
      expect(out).toMatch(/^serving https:\/\/localhost:\d+\//);
      expect(out).toContain(`  export NODE_EXTRA_CA_CERTS='${file}'\n`);
      expect(out.split(`--cacert '${file}' `)).toHaveLength(3);
      expect(new X509Certificate(readFileSync(file)).checkHost("localhost")).toBe("localhost");
    });
  });
});

describe("graph-conformance mock refuses", () => {
  it("a number that is none, or is too big or too small", async () => {
    for (const wrong of ["x", "99999", "-1", "1.5", "1e3", "0x10"]) {
      await refused("--port", wrong).toThrow(`--port takes a whole number from 0 to 65535, not "${wrong}"`);
    }
    await refused("--items", "100001").toThrow('--items takes a whole number from 0 to 100000, not "100001"');
    await refused("--seed", "x").toThrow('--seed takes a whole number from 0 to 2147483648, not "x"');
  });

  it("a fault that it does not have, with the nearest that it has", async () => {
    await refused("--fault", "ignore-filtr").toThrow(
      '"ignore-filtr" is no fault; did you mean ignore-filter?',
    );
    await refused("--fault", "xyzzy").toThrow('"xyzzy" is no fault; there are ');
  });

  it("a list of no permission", async () => {
    await refused("--roles", " , ").toThrow("--roles takes permissions, with commas between them");
  });

  it("a place for a certificate that nobody asked for", async () => {
    await refused("--output", "certificates").toThrow("without --tls there is none");
    expect(existsSync("certificates")).toBe(false);
  });

  it("pages that document no request", async () => {
    await refused(`${pages}/resources/entity.md`).toThrow("resources/entity.md documents a request");
    await refused("no/such/folder").toThrow("no/such/folder cannot be read: it does not exist");
  });

  it("a port that is taken, and says what to do", async () => {
    const { port, release } = await takePort();
    await refused(pages, "--port", port).toThrow(`the port ${port} is taken; port 0 takes any free one`);
    await release();
  });

  it("to write its certificate where there can be no folder, and serves no longer", async () => {
    await inFolder(async (folder) => {
      const { port, release } = await takePort();
      await release();
      const taken = join(folder, "taken");
      writeFileSync(taken, "");
      await refused(pages, "--port", port, "--tls", "--output", taken).toThrow(
        `${join(taken, "certificate.pem")} cannot be written: a file stands in its way`,
      );
      await expect(fetch(`https://localhost:${port}`)).rejects.toMatchObject({
        cause: { code: "ECONNREFUSED" },
      });
    });
  });
});

describe("the log of graph-conformance mock", () => {
  const originIn = (printed: string) => /http:\/\/localhost:\d+/.exec(printed)?.[0] ?? "";

  /** What is printed behind the greeting while requests come in. */
  async function logOf(use: (origin: string, token: string) => Promise<unknown>): Promise<string> {
    let greeted = "";
    const { out } = await whileRunning(["mock", pages, "--port", "0"], async (printed) => {
      greeted = printed;
      const origin = originIn(printed);
      await use(origin, await signIn(origin));
    });
    return out.slice(greeted.length);
  }

  it("has a line for every answer, and below it why a request was refused", async () => {
    const log = await logOf(async (origin, token) => {
      const headers = { authorization: `Bearer ${token}` };
      await fetch(`${origin}/v1.0/lending/libraries`, { headers });
      await fetch(`${origin}/v1.0/nowhere?$select=id`, { headers });
      await fetch(`${origin}/v1.0/lending/libraries`);
    });
    expect(log.split("\n")).toEqual([
      "200 POST /contoso.onmicrosoft.com/oauth2/v2.0/token",
      "200 GET /v1.0/lending/libraries",
      "404 GET /v1.0/nowhere?$select=id",
      expect.stringMatching(/^ {4}Request_ResourceNotFound: .*"\/nowhere"/),
      "401 GET /v1.0/lending/libraries",
      "    InvalidAuthenticationToken: Access token is empty.",
      "",
    ]);
  });

  it("has nothing of tokens, secrets and bodies, whatever comes of them", async () => {
    const secret = "s3cr3t-0123456789";
    let token = "";
    const log = await logOf(async (origin, issued) => {
      token = issued;
      const form = (fields: Record<string, string>) =>
        fetch(`${origin}/tenant/oauth2/v2.0/token`, { method: "POST", body: new URLSearchParams(fields) });
      await form({ grant_type: secret, client_id: secret, client_secret: secret });
      await form({ grant_type: "client_credentials", client_id: secret, client_assertion: secret });
      const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
      const post = (body: string) =>
        fetch(`${origin}/v1.0/lending/libraries/5b2f7c1e-0d43-4a86-9c1f-2e7d8a9b3c40/loans`, {
          method: "POST",
          headers,
          body,
        });
      for (const body of [secret, `{"${secret}": 1}`, `{"dueDate": "${secret}"}`]) await post(body);
      await fetch(`${origin}/v1.0/$batch`, { method: "POST", headers, body: `{"requests": ["${secret}"]}` });
      await fetch(`${origin}/v1.0/lending/libraries?access_token=${secret}`, {
        headers: { authorization: `Bearer ${secret}` },
      });
    });
    expect(log.match(/^400 POST/gm)).toHaveLength(6);
    expect(log).toContain("401 GET /v1.0/lending/libraries?access_token=...\n");
    expect(log).not.toContain(secret);
    expect(log).not.toContain(token.split(".").at(-1));
  });

  it("tells the answers of a batch by their statuses", async () => {
    const log = await logOf((origin, token) =>
      fetch(`${origin}/v1.0/$batch`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        body: JSON.stringify({
          requests: ["/lending/libraries", "/nowhere"].map((url, id) => ({
            id: `${id}`,
            method: "GET",
            url,
          })),
        }),
      }),
    );
    expect(log).toContain("\n200 POST /v1.0/$batch (200, 404)\n");
  });
});
