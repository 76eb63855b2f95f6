import { describe, expect, it } from "vitest";
import { redaction } from "../../../src/exchange/service/redact.ts";

const opaque = 'EwB4A8l6BAAU+/bG7==&"x"';
const { text } = redaction([opaque]);

const message = (body: string, ...headers: [string, string][]) => ({
  status: 200,
  reason: "",
  headers,
  body,
});

describe("the secrets of an exchange", () => {
  it("are concealed wherever they stand, and however they are written there", () => {
    const twice = encodeURIComponent(encodeURIComponent(opaque));
    const ofDotnet = opaque.replace(
      /[+"&]/g,
      (sign) => `\\u00${sign.charCodeAt(0).toString(16).toUpperCase()}`,
    );
    const ofPhp = JSON.stringify(opaque).slice(1, -1).replaceAll("/", "\\/");
    const lower = encodeURIComponent(opaque).replace(/%../g, (code) => code.toLowerCase());
    for (const written of [opaque, encodeURIComponent(opaque), twice, lower, ofDotnet, ofPhp]) {
      expect(text(`?token=${written}#x`)).toBe("?token=…#x");
      expect(text(`so${written}it`)).toBe("so…it");
    }
    expect(text(`${opaque} and ${opaque}`)).toBe("… and …");
  });

  it("are concealed as a whole only", () => {
    expect(text(opaque.slice(0, -1))).toBe(opaque.slice(0, -1));
    expect(text(opaque.toUpperCase())).toBe(opaque.toUpperCase());
  });

  it("are several tokens where several were used", () => {
    const both = redaction(["the-first-of-both-tokens", "the-second-of-both-tokens"]);
    expect(both.text("the-first-of-both-tokens, the-second-of-both-tokens")).toBe("…, …");
  });

  it("are signed tokens of somebody else, too; a name that begins like one is none", () => {
    const jwt = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJl";
    expect(text(`{"assertion":"${jwt}","next":"%22${jwt}%22"}`)).toBe('{"assertion":"…","next":"%22…%22"}');
    expect(text("eyJack.likes.tea and eyJ")).toBe("eyJack.likes.tea and eyJ");
  });

  it("are what headers carry, in any letter case, and leave the scheme", () => {
    const { headers } = redaction([]).sent({
      method: "GET",
      url: "/",
      headers: [
        ["AUTHORIZATION", "Bearer abc"],
        ["proxy-authorization", "Basic  YWRh"],
        ["Authorization", "bare"],
        ["Cookie", "session=1"],
        ["Prefer", "return=minimal"],
      ],
    });
    expect(headers.map((header) => header.join(": "))).toEqual([
      "AUTHORIZATION: Bearer …",
      "proxy-authorization: Basic …",
      "Authorization: …",
      "Cookie: …",
      "Prefer: return=minimal",
    ]);
  });

  it("are what a service sets or repeats in headers, its status line and its body", () => {
    const heard = redaction([opaque]).received({
      ...message(
        `{"echo":${JSON.stringify(opaque)}}`,
        ["set-cookie", "session=1"],
        ["X-Echo", opaque],
        ["authorization", "Bearer abc"],
        ["WWW-Authenticate", 'Bearer realm="", error="invalid_token"'],
      ),
      reason: `No ${opaque}`,
    });
    expect(heard).toEqual({
      ...message(
        '{"echo":"…"}',
        ["X-Echo", "…"],
        ["authorization", "Bearer …"],
        ["WWW-Authenticate", 'Bearer realm="", error="invalid_token"'],
      ),
      reason: "No …",
    });
  });
});

describe("a short token", () => {
  const answer = '{"title":"t","total":8,"next":"/t?t=t","test":"a test of tests"}';

  it("leaves an answer as it is, but where something says that it is a token", () => {
    for (const token of ["t", "test", "8", "a", "", " "])
      expect(redaction([token]).text(answer)).toBe(answer);
    const { text: conceal } = redaction(["t"]);
    expect(conceal("the token t, t")).toBe("the token …, t");
    expect(conceal('{"Authorization":"Bearer t"}, BEARER%20t, access_token=t&t=1, "token": "t"')).toBe(
      '{"Authorization":"Bearer …"}, BEARER%20…, access_token=…&t=1, "token": "…"',
    );
    expect(conceal("a bearer token to be told")).toBe("a bearer token to be told");
  });

  it("of some letters more goes where it is a word of its own", () => {
    const { text: conceal } = redaction(["s3cr3t-w0rd"]);
    expect(conceal('"s3cr3t-w0rd" %22s3cr3t-w0rd%22 (\\ns3cr3t-w0rd.)')).toBe('"…" %22…%22 (\\n….)');
    const part = "s3cr3t-w0rds my-s3cr3t-w0rd as3cr3t-w0rd";
    expect(conceal(part)).toBe(part);
  });

  it("of digits alone is told from a number by what stands before it", () => {
    const { text: conceal } = redaction(["1234567890123456"]);
    expect(conceal('{"size":1234567890123456}')).toBe('{"size":1234567890123456}');
    expect(conceal("Bearer 1234567890123456")).toBe("Bearer …");
  });
});
