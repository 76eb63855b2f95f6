import type { Contract, Operation } from "../../contract/contract.ts";
import type { RequestUrl } from "../../odata/request-url.ts";
import type { Reason } from "../../rules/reason.ts";
import type { ServiceRequest, ServiceResponse } from "../message.ts";

/** What the judge has to say: the rule that finds it, or why nothing can be verified. */
export type Expectation =
  | {
      readonly rule: string;
      /** What finds something, too, where the fault cannot be had without breaking that. */
      readonly also?: readonly string[];
    }
  | { readonly reason: Reason };

/** One promise that the service breaks on purpose, and nothing else. */
export interface Fault {
  /** What `--fault` takes: `ignore-filter`. */
  readonly name: string;
  /** What it does, in a few words. */
  readonly breaks: string;
  readonly expect: Expectation;
  /** What the judge has to say of a tenant with the fault, where that is something else. */
  readonly onTenant?: Expectation;
  /** Changes what the service is asked. */
  readonly request?: (request: ServiceRequest, asked: Asked) => ServiceRequest;
  /** Changes what the service answers. */
  readonly response?: (response: ServiceResponse, asked: Asked) => ServiceResponse;
  /** Nobody is asked for a token to read. */
  readonly open?: true;
}

/** A request with what the contract has for it. */
export interface Asked {
  readonly contract: Contract;
  readonly request: ServiceRequest;
  readonly url: RequestUrl;
  readonly operation?: Operation | undefined;
}
