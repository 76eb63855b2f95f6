import { describe, expect, it } from "vitest";
import type { Contract } from "../../../src/contract/contract.ts";
import { judgeService } from "../../../src/exchange/service/judge-service.ts";
import { obtainExchanges, type ServiceInput } from "../../../src/exchange/service/obtain-exchanges.ts";
import { httpTransport } from "../../../src/exchange/service/transport/http-transport.ts";
import { makeService } from "../../../src/mock/service.ts";
import { failedIn } from "../../../src/report/counts.ts";
import type { Exchange } from "../../../src/rules/exchange.ts";
import { documentation } from "../../support/documentation.ts";
import { listOf, signIn, versions } from "../../support/service.ts";
import { transportWithin } from "../../support/transport-within.ts";

const contracts = versions.map((version) => documentation.contract(version));
const documented = new Set(
  contracts.flatMap(({ examples }) =>
    examples.flatMap(({ request }) => request.url.match(/[\da-f]{8}-[\da-f-]{27}/g) ?? []),
  ),
);

/** A tenant that nobody documented, in this process. */
async function tenantOf(contract: Contract, more: Partial<ServiceInput> = {}): Promise<ServiceInput> {
  const service = makeService({ contracts, data: "generated" });
  const origin = "http://localhost";
  const transport = transportWithin(service);
  const token = await signIn(origin, transport);
  return { contract, origin, transport, token, source: "tenant", ids: "listed", ...more };
}

const askedFor = ({ request }: Exchange) =>
  `${request.method} ${request.url} ${JSON.stringify(request.headers.map(({ value }) => value))}`;

describe("a tenant that is bound by listing", () => {
  it("is asked for every operation of the documentation, with ids that it listed, and answers none with 404", async () => {
    for (const contract of contracts) {
      const exchanges = await listOf(obtainExchanges(await tenantOf(contract)));
      const answered = exchanges.filter(({ probe }) => probe !== "absent");
      expect(answered.filter(({ response }) => response?.status === 404).map(askedFor)).toEqual([]);
      const plain = exchanges.filter(({ name, response }) => name === "plain" && response?.status === 200);
      const reading = contract.operations.filter(({ method }) => method === "GET");
      expect(plain.map(({ file }) => file).sort()).toEqual(reading.map(({ file }) => file).sort());
      for (const { request } of exchanges.filter(({ response }) => response))
        for (const id of documented) expect(request.url).not.toContain(id);
    }
  });

  it("keeps every promise", async () => {
    for (const contract of contracts) {
      const judgements = await listOf(judgeService(await tenantOf(contract)));
      const said = judgements.flatMap((judgement) =>
        failedIn(judgement, "fail").map(
          ({ rule, message }) =>
            `${judgement.example}: ${judgement.request?.text.split("\n")[0]}: ${rule}: ${message}`,
        ),
      );
      expect(said).toEqual([]);
    }
  });

  it("is asked for nothing twice", async () => {
    for (const contract of contracts) {
      const sent: string[] = [];
      const input = await tenantOf(contract);
      const { transport = httpTransport() } = input;
      await listOf(
        obtainExchanges({
          ...input,
          transport: (url, message, signal) => {
            sent.push(JSON.stringify([message.method, url.href, message.headers]));
            return transport(url, message, signal);
          },
        }),
      );
      expect(sent.filter((one, index) => sent.indexOf(one) !== index)).toEqual([]);
    }
  });
});
