import { describe, expect, it } from "vitest";
import { deriveContract } from "../../../src/contract/derive/derive-contract.ts";
import { matchOperation } from "../../../src/contract/path/match-operation.ts";
import { folderOf } from "../../../src/docs/folder.ts";
import { readPage } from "../../../src/docs/read-page.ts";
import { judgeService } from "../../../src/exchange/service/judge-service.ts";
import type { Transport } from "../../../src/exchange/service/transport/transport.ts";
import { makeService } from "../../../src/mock/service.ts";
import { ruleFixture } from "../../support/rule-fixture.ts";
import { signIn } from "../../support/service.ts";
import { transportWithin } from "../../support/transport-within.ts";

const origin = "https://graph.service.example";

function contractOf(change: (text: string) => string = (text) => text) {
  const pages = Object.entries(ruleFixture("http/count-body").pages);
  const read = pages.map(([file, text]) => readPage(change(text), { file: `v1.0/${file}`, version: "v1.0" }));
  return deriveContract(folderOf(read), "v1.0");
}

/** What a service is asked beyond plain reads, with what it answers, and what is found. */
async function asked(contract = contractOf(), around: (transport: Transport) => Transport = (same) => same) {
  const within = transportWithin(makeService({ contracts: [contract] }));
  const token = await signIn(origin, within);
  const sent: string[] = [];
  const transport: Transport = async (url, message, signal) => {
    const answer = await around(within)(url, message, signal);
    const tag = message.headers["If-None-Match"] === undefined ? "" : " If-None-Match";
    if (message.headers.Authorization)
      sent.push(`${url.pathname}${url.search}${tag} ${answer.status}`.replace("/v1.0/lending/", ""));
    return answer;
  };
  const found: string[] = [];
  for await (const { assertions } of judgeService({
    contract,
    origin,
    source: "tenant",
    token,
    transport,
    ids: "listed",
  })) {
    for (const each of assertions) if (each.status === "fail") found.push(`${each.rule}: ${each.message}`);
  }
  return { sent, found };
}

describe("what a page lists beside its options", () => {
  it("is asked for: /$count, $skip, and a tag that has not changed", async () => {
    const { sent, found } = await asked();
    expect(found).toEqual([]);
    expect(sent).toEqual(
      expect.arrayContaining(["branches/$count 200", "branches?$skip=1 200", "branches If-None-Match 304"]),
    );
    expect(sent).toHaveLength(new Set(sent).size + 1);
  });

  it("is the header If-None-Match in italics, too, and not asked for where it is not listed", async () => {
    const italic = contractOf((text) => text.replace("|If-None-Match|", "|_if-none-match_|"));
    expect((await asked(italic)).sent).toContain("branches If-None-Match 304");
    const without = contractOf((text) => text.replace(/^\|If-None-Match.*\n/m, ""));
    expect((await asked(without)).sent.filter((line) => line.includes("If-None-Match"))).toEqual([]);
  });

  it("is missed where the same comes again, and where /$count is another number", async () => {
    const stubborn =
      (transport: Transport): Transport =>
      (url, { headers, ...message }, signal) => {
        const { "If-None-Match": _, ...rest } = headers;
        return transport(url, { ...message, headers: rest }, signal);
      };
    expect((await asked(undefined, stubborn)).found).toEqual([
      'http/status: the status is 200 OK, and the tag is still the one that "If-None-Match" has; the page promises 304 Not Modified',
    ]);
    const miscounting =
      (transport: Transport): Transport =>
      async (url, message, signal) => {
        const answer = await transport(url, message, signal);
        return url.pathname.endsWith("/$count") && answer.status === 200 ? { ...answer, body: "7" } : answer;
      };
    const { found } = await asked(undefined, miscounting);
    expect(found).toContain('query/count: "/$count" is 7; "$count=true" says 3');
    expect(found.filter((line) => !line.startsWith('query/count: "/$count" is 7'))).toEqual([]);
  });

  it("has /$count with its list", () => {
    const contract = contractOf();
    const idOf = (method: string, path: string) =>
      matchOperation(contract, method, { segments: path.split("/") })?.id;
    expect(idOf("GET", "lending/branches/$count")).toBe("GET /lending/branches");
    expect(idOf("OPTIONS", "lending/branches")).toBeUndefined();
    expect(idOf("GET", "lending/$count")).toBeUndefined();
  });
});
