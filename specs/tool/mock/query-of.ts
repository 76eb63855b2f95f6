import type { Contract, Operation } from "../../../src/contract/contract.ts";
import type { Query } from "../../../src/mock/query/query.ts";
import { type QueryRequest, readQuery } from "../../../src/mock/query/read-query.ts";
import { readRequestUrl } from "../../../src/odata/request-url.ts";

/** What differs from a request for a list of runs. */
export interface QuerySketch {
  /** A name in `microsoft.graph`, or none for what nobody documents. */
  readonly type?: string | null;
  readonly collection?: boolean;
  readonly operation?: Operation;
  readonly prefer?: string;
}

/** What `readQuery` makes of a request for runs; the text behind the path is taken as a client would send it. */
export function askFor(
  contract: Contract,
  query: string,
  sketch: QuerySketch = {},
): ReturnType<typeof readQuery> {
  const { type: name = "run", collection = true, operation, prefer = "" } = sketch;
  const type = name === null ? undefined : contract.types[`microsoft.graph.${name}`];
  const request: QueryRequest = {
    contract,
    collection,
    url: readRequestUrl(`https://localhost/v1.0/runs${query}`),
    prefer,
    ...(type ? { type } : {}),
    ...(operation ? { operation } : {}),
  };
  return readQuery(request);
}

/** As `askFor`, for a request that is served. */
export function queryOf(contract: Contract, query: string, sketch: QuerySketch = {}): Query {
  const read = askFor(contract, query, sketch);
  if ("code" in read) throw new Error(read.message);
  return read;
}
