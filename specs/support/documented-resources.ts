import type { Contract } from "../../src/contract/contract.ts";
import { resourcesInBody } from "../../src/contract/validation/resources-in-body.ts";
import { completeResource } from "../../src/mock/repair/complete-resource.ts";
import { repairResource } from "../../src/mock/repair/repair-resource.ts";
import { exchangeContext, requestContext } from "../../src/rules/exchange-context.ts";
import { missingNames, violationsOf } from "./resource-checks.ts";

/** The resources of all documented responses, with their promised types. */
export function documentedResources(contract: Contract): { file: string; type: string; value: unknown }[] {
  return contract.examples.flatMap((example) => {
    if (!example.response) return [];
    const exchange = { source: "documented", version: contract.version, ...example } as const;
    const { promised } = exchangeContext(requestContext(exchange, contract), example.response);
    if (promised.type?.kind !== "type") return [];
    const { name } = promised.type;
    const body = example.response.body?.json?.value;
    return resourcesInBody(contract, promised.type, body).resources.map(({ value }) => ({
      file: example.file,
      type: name,
      value,
    }));
  });
}

/** What is wrong with the documented resources once they are repaired, and once they are completed. */
export function faultsOfRepaired(contract: Contract): string[] {
  return documentedResources(contract).flatMap(({ file, type, value }) => {
    const repaired = repairResource(contract, type, value);
    const whole = completeResource(contract, type, repaired, "a");
    const found = [...violationsOf(contract, type, repaired), ...violationsOf(contract, type, whole)];
    return [...found, ...missingNames(contract, type, whole)].map((fault) => `${file} ${type} ${fault}`);
  });
}
