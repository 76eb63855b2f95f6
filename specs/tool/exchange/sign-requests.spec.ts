import { describe, expect, it } from "vitest";
import { UsageError } from "../../../src/base/usage-error.ts";
import { redaction } from "../../../src/exchange/service/redact.ts";
import {
  signRequests,
  type TokenSource,
  unsigned,
} from "../../../src/exchange/service/transport/sign-requests.ts";
import { NotSent } from "../../../src/exchange/service/transport/transport.ts";

const origin = "https://graph.test";
const marked = { method: "GET", headers: { Authorization: unsigned } };

type Answer = readonly [status: number, code?: string, challenge?: string, message?: string];

/** A service that knows which tokens it takes, and tokens `t0`, `t1`, … one after another. */
function scene(
  answer: (token: string) => Answer,
  fails: { renew?: Error; token?: () => Error | undefined } = {},
) {
  const sent: string[] = [];
  const seen: string[] = [];
  let renewals = 0;
  const tokens: TokenSource = {
    async token() {
      const failure = fails.token?.();
      if (failure) throw failure;
      return `t${renewals}`;
    },
    async renew() {
      if (fails.renew) throw fails.renew;
      return `t${++renewals}`;
    },
    describes: "",
  };
  const signing = signRequests(
    async (_url, { headers }) => {
      sent.push(headers.Authorization ?? "none");
      const [status, code = "", challenge, message = ""] = answer((headers.Authorization ?? "").slice(7));
      return {
        status,
        reason: "",
        headers: challenge === undefined ? [] : [["WWW-Authenticate", challenge]],
        body: code === "" ? "" : JSON.stringify({ error: { code, message } }),
      };
    },
    origin,
    tokens,
    (token) => seen.push(token),
  );
  const ask = async (headers: Record<string, string> = marked.headers, url = `${origin}/v1.0/users`) =>
    (await signing.transport(new URL(url), { ...marked, headers }, new AbortController().signal)).status;
  return { ask, sent, seen, verify: signing.verify, renewals: () => renewals };
}

const invalid: Answer = [401, "InvalidAuthenticationToken"];

describe("a request that is to be signed", () => {
  it("gets the token, and one that is not to be gets none", async () => {
    const { ask, sent, seen } = scene(() => [200]);
    expect([await ask(), await ask({})]).toEqual([200, 200]);
    expect(sent).toEqual(["Bearer t0", "none"]);
    expect(seen).toEqual(["t0"]);
  });

  it("never carries it to another host", async () => {
    const { ask, sent } = scene(() => [200]);
    await expect(ask(marked.headers, "https://evil.test/v1.0/users")).rejects.toThrow(
      "no token goes to evil.test",
    );
    await expect(ask(marked.headers, "http://graph.test/v1.0/users")).rejects.toThrow(
      "no token goes to graph.test",
    );
    expect(sent).toEqual([]);
  });
});

describe("a token that is refused", () => {
  it.each<[string, Answer]>([
    ["by Graph's code", invalid],
    ["by a challenge without a body", [401, "", 'Bearer realm="", error="invalid_token"']],
  ])("%s is renewed, and the request is sent once more", async (_, refusal) => {
    let good = "t0";
    const { ask, sent, seen } = scene((token) => (token === good ? [200] : refusal));
    expect(await ask()).toBe(200);
    good = "t1";
    expect(await ask()).toBe(200);
    expect(sent).toEqual(["Bearer t0", "Bearer t0", "Bearer t1"]);
    expect(new Set(seen)).toEqual(new Set(["t0", "t1"]));
  });

  it.each<[Answer]>([
    [[401]],
    [[401, "Unauthorized", "Bearer"]],
    [[403, "InvalidAuthenticationToken"]],
    [[404]],
  ])("is not what %o says", async (answer) => {
    const { ask, sent } = scene(() => answer);
    expect(await ask()).toBe(answer[0]);
    expect(sent).toHaveLength(1);
  });

  it("is renewed once for all the requests that it is refused to at the same time", async () => {
    let good = "t0";
    const { ask, renewals } = scene((token) => (token === good ? [200] : invalid));
    await ask();
    good = "t1";
    expect(await Promise.all(Array.from({ length: 20 }, () => ask()))).toEqual(new Array(20).fill(200));
    expect(renewals()).toBe(1);
  });

  it("is renewed again when the next one expires, however often that is", async () => {
    let good = "t0";
    const { ask } = scene((token) => (token === good ? [200] : invalid));
    for (let hour = 0; hour < 8; hour++) {
      good = `t${hour}`;
      expect(await ask()).toBe(200);
    }
  });

  it("is not renewed in a loop, and ends with one sentence when nothing else was ever answered", async () => {
    const { ask, sent, renewals, verify } = scene(() => [
      401,
      "InvalidAuthenticationToken",
      "",
      "Lifetime validation failed",
    ]);
    expect([await ask(), await ask()]).toEqual([401, 401]);
    expect(sent).toEqual(["Bearer t0", "Bearer t1", "Bearer t1"]);
    expect(renewals()).toBe(1);
    const sentence = "https://graph.test refuses the token: it is expired";
    expect(verify).toThrow(sentence);
    await expect(ask()).rejects.toThrow(new UsageError(sentence));
  });

  it("in some places only is an answer like others", async () => {
    let odd = false;
    const { ask, renewals, verify } = scene(() => (odd ? invalid : [200]));
    await ask();
    odd = true;
    for (let index = 0; index < 10; index++) expect(await ask()).toBe(401);
    expect(renewals()).toBe(3);
    expect(verify).not.toThrow();
  });

  it.each([403, 404])("is good all the same where something else is answered with %d", async (status) => {
    let odd = false;
    const { ask, verify } = scene(() => (odd ? invalid : [status]));
    await ask();
    odd = true;
    for (let index = 0; index < 5; index++) expect(await ask()).toBe(401);
    expect(verify).not.toThrow();
  });

  it("for policies that have changed ends the run", async () => {
    let good = true;
    const { ask } = scene(() =>
      good ? [200] : [401, "InvalidAuthenticationToken", "", "code: TokenCreatedWithOutdatedPolicies"],
    );
    await ask();
    good = false;
    await expect(ask()).rejects.toThrow(
      "refuses the token: it was created under policies that have changed since",
    );
    await expect(ask()).rejects.toBeInstanceOf(UsageError);
  });

  it("is given up where there is no other, and what was learnt by then is kept", async () => {
    let good = true;
    const renew = new UsageError("nobody can sign in");
    const { ask } = scene(() => (good ? [200] : invalid), { renew });
    expect(await ask()).toBe(200);
    good = false;
    await expect(ask()).rejects.toMatchObject({ reason: "no-credentials", message: "nobody can sign in" });
  });
});

describe("a sign-in that fails", () => {
  it("ends the run before anything is sent", async () => {
    const { ask, sent } = scene(() => [200], { token: () => new UsageError("no") });
    await expect(ask()).rejects.toBeInstanceOf(UsageError);
    expect(sent).toEqual([]);
  });

  it("in the midst of the run leaves the request unsent, and says why", async () => {
    let failure: Error | undefined;
    const { ask, sent } = scene(() => [200], { token: () => failure });
    await ask();
    failure = new UsageError("no more");
    await expect(ask()).rejects.toBeInstanceOf(NotSent);
    expect(sent).toHaveLength(1);
  });
});

describe("the redaction of a run", () => {
  it("covers the tokens that it learns of, and still the first ones", () => {
    const hidden = redaction(["the-first-token-of-all"]);
    const text = "the-first-token-of-all, another-token-than-that, anything-else-at-all";
    expect(hidden.text(text)).toBe("…, another-token-than-that, anything-else-at-all");
    hidden.learn("another-token-than-that");
    hidden.learn("");
    expect(hidden.text(text)).toBe("…, …, anything-else-at-all");
  });
});
