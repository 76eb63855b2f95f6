import { isObject } from "../../base/is-object.ts";
import { onceForAll } from "../../base/once-for.ts";
import type { Contract, Operation } from "../../contract/contract.ts";
import { examplesOfOperation } from "../../contract/page-content.ts";
import { readRequestUrl } from "../../odata/request-url.ts";
import type { Call } from "../route/call.ts";

const tokenOptions = ["$deltatoken", "$skiptoken"] as const;

/**
 * A call by a token that a page shows and the service never gave, as one from the beginning: it is answered as the page
 * says. The same for a call without a token, or with any other one.
 */
export function fromBeginning(call: Call): Call {
  const { url, contract, operation } = call;
  const names = tokenOptions.filter((name) => url.options.has(name));
  if (!operation || names.length === 0) return call;
  const shown = tokensShown(contract, operation);
  if (!names.every((name) => shown.has(url.options.get(name) ?? ""))) return call;
  const options = new Map([...url.options].filter(([name]) => !names.some((token) => token === name)));
  return { ...call, url: { ...url, options }, queries: new Map() };
}

/** The tokens in the requests of an operation's examples, and in the links of their answers. */
const tokensShown = onceForAll(
  (contract: Contract, operation: Operation): ReadonlySet<string> =>
    new Set(
      examplesOfOperation(contract, operation).flatMap(({ request, response }) => {
        const body = response?.body?.json?.value;
        const links = isObject(body) ? [body["@odata.nextLink"], body["@odata.deltaLink"]] : [];
        const urls = [request.url, ...links].filter((url): url is string => typeof url === "string");
        return urls.flatMap((url) => {
          const { options } = readRequestUrl(url);
          return tokenOptions
            .flatMap((name) => options.get(name) ?? [])
            .filter((token) => token !== "latest");
        });
      }),
    ),
);
