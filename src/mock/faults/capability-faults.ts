import { optionStanding } from "../../contract/capability/documented-option.ts";
import { errorAnswer } from "./changed-answer.ts";
import type { Fault } from "./fault.ts";
import { promisesFilter, undocumentedOptions, usesUndocumentedOperator } from "./promised-options.ts";
import { withoutOptions } from "./with-option.ts";

export const capabilityFaults: readonly Fault[] = [
  {
    name: "refuse-filter",
    breaks: "a documented $filter is refused",
    expect: { rule: "query/capability" },
    response: (response, asked) =>
      promisesFilter(asked) && response.status === 200 ? errorAnswer(response) : response,
  },
  {
    name: "refuse-option",
    breaks: "a documented query option is refused",
    expect: { rule: "query/capability" },
    response: (response, { contract, operation, url }) => {
      const isRefused = [...url.options.keys()].some(
        (name) => name !== "$filter" && operation && optionStanding(contract, operation, name) === "promised",
      );
      return isRefused && response.status === 200 ? errorAnswer(response) : response;
    },
  },
  {
    name: "ignore-unlisted-options",
    breaks: "a query option that the page does not list is taken",
    expect: { rule: "query/capability" },
    request: (request, asked) => withoutOptions(request, undocumentedOptions(asked)),
  },
  {
    name: "ignore-unlisted-operator",
    breaks: "an operator that the page does not list is not heeded",
    expect: { rule: "query/capability" },
    request: (request, asked) =>
      usesUndocumentedOperator(asked) ? withoutOptions(request, ["$filter"]) : request,
  },
];
