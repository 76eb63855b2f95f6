import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { generatedDocumentation, type PlannedRequest } from "../documentation/generated-documentation.ts";
import { settings } from "./settings.ts";

/** The files that the servers and the loader of one size read. */
export interface SizeFiles {
  readonly operations: number;
  readonly contract: string;
  readonly openapi: string;
  /** What the mock answered; it is written after asking it. */
  readonly answers: string;
  readonly requests: string;
  /** The same requests twice, the second time with other updates, so that each of them changes what is stored. */
  readonly changing: string;
  /** The first of the requests, without the version, which Prism does not serve. */
  readonly prismRequests: string;
  readonly all: readonly PlannedRequest[];
  readonly prismCount: number;
  /** A GET with a body in its answer. */
  readonly first: PlannedRequest;
}

/** Writes the files of a size into a directory. */
export function writeSizeFiles(directory: string, operations: number): SizeFiles {
  const { contract, openapi, requests } = generatedDocumentation(operations);
  const forPrism = requests.slice(0, settings.prismRequests);
  const first = requests.find(({ method }) => method === "GET");
  if (!first) throw new Error("there is no GET among the requests");
  const path = (name: string): string => join(directory, `${name}-${operations}.json`);
  const write = (name: string, value: unknown): string => {
    writeFileSync(path(name), JSON.stringify(value));
    return path(name);
  };
  return {
    operations,
    contract: write("contract", contract),
    openapi: write("openapi", openapi),
    answers: path("answers"),
    requests: write("requests", requests),
    changing: write("changing", [...requests, ...requests.map(otherUpdate)]),
    prismRequests: write(
      "prism-requests",
      forPrism.map((request) => ({ ...request, target: request.target.replace("/v1.0", "") })),
    ),
    all: requests,
    prismCount: forPrism.length,
    first,
  };
}

function otherUpdate(request: PlannedRequest): PlannedRequest {
  if (request.method !== "PATCH" || request.body === undefined) return request;
  const sent: unknown = JSON.parse(request.body);
  return { ...request, body: JSON.stringify({ ...Object(sent), displayName: "Another name" }) };
}
