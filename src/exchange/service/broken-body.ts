import { isObject } from "../../base/is-object.ts";
import type { Contract } from "../../contract/contract.ts";
import type { HttpRequest } from "../../http/http-message.ts";
import { readJson } from "../../http/read-json.ts";
import { requestContext } from "../../rules/exchange-context.ts";
import { bodyFlaw } from "../../rules/request/body-flaw.ts";

const wrongValues: readonly unknown[] = ["wrong", 12, true, {}];

/**
 * The body of a documented request with one value that breaks its documented type; undefined when the contract says of
 * no value what it has to be.
 */
export function brokenBody(contract: Contract, request: HttpRequest): string | undefined {
  const value = request.body?.json?.value;
  if (!request.body || !isObject(value)) return undefined;
  for (const name of Object.keys(value)) {
    for (const wrong of wrongValues) {
      const text = JSON.stringify({ ...value, [name]: wrong });
      if (
        isBroken(contract, {
          ...request,
          body: { ...request.body, text, json: readJson(text, request.location) },
        })
      )
        return text;
    }
  }
  return undefined;
}

function isBroken(contract: Contract, request: HttpRequest): boolean {
  const { location } = request;
  const about = { source: "documented", name: "", title: "", file: location.file, location } as const;
  return bodyFlaw(requestContext({ ...about, version: contract.version, request }, contract)) === "broken";
}
