import { type MatcherReturnType, type Request, test } from "@playwright/test";
import { UsageError } from "../base/usage-error.ts";
import type { GraphVersion } from "../docs/page.ts";
import { visibleText } from "../report/visible-text.ts";
import type { Severity } from "../rules/assertion.ts";
import { judgeConform } from "./conform.ts";
import { type Expectation, failureText } from "./failure-text.ts";
import { graphContracts } from "./graph-contracts.ts";
import { type GraphResponse, type PlainRequest, readResponse } from "./graph-response.ts";
import { readGraphUrl } from "./graph-url.ts";
import { type ErrorAskedFor, judgeHonour } from "./honour.ts";
import { judgedBy, walksBefore } from "./setting.ts";
import type { Verdict } from "./verdict.ts";

export interface AssertOptions {
  /** What was asked for, where the response does not say it: Playwright's request, or its method and headers. */
  readonly request?: Request | PlainRequest;
  /** Where the URL of the response has none. */
  readonly version?: GraphVersion;
  /** From which severity on a finding fails; `error` unless said. */
  readonly failOn?: Severity;
}

export interface HonourOptions extends AssertOptions {
  /**
   * An error was asked for: by no token (`anonymous`), a resource that does not exist (`absent`), the name of a property
   * that does not exist (`unknown-name`), or a value that an option cannot have (`bad-value`).
   */
  readonly probe?: ErrorAskedFor;
}

type Promised =
  | { readonly kind: "type"; readonly name: string }
  | { readonly kind: "operation"; readonly name: string | undefined };

/** Judges a response for an assertion. What could not be verified is no pass, with `.not` neither. */
export async function assertResponse(
  { isNot }: { readonly isNot: boolean },
  response: GraphResponse,
  promised: Promised,
  options: HonourOptions = {},
): Promise<MatcherReturnType> {
  const matcher = promised.kind === "type" ? "toConformTo" : "toHonour";
  const named = promised.name === undefined ? "" : JSON.stringify(promised.name);
  const call = `expect(response).${isNot ? "not." : ""}${matcher}(${named})`;
  const { verdict, ...words } = await judge(response, promised, options);
  const { outcome, unverified, failed } = verdict;
  if (outcome === "kept") {
    const mild = failed.map(({ rule, message }) => `${rule}: ${message}`);
    note("not verified", call, unverified);
    note("too mild to fail", call, mild);
  }
  return {
    pass: outcome === "unverified" ? isNot : outcome === "kept",
    message: () => failureText(verdict, { call, ...words }),
  };
}

type Judged = { readonly verdict: Verdict } & Omit<Expectation, "call">;

async function judge(
  response: GraphResponse,
  promised: Promised,
  { request, version, failOn = "error", probe }: HonourOptions,
): Promise<Judged> {
  const { docs, ...told } = judgedBy();
  const read = await readResponse(response, request);
  const judging = { ...told, failOn };
  if (promised.kind === "type") {
    // A body that comes from nowhere has the version that is meant most often.
    const address =
      read.url === "" ? { url: "", version: version ?? "v1.0" } : readGraphUrl(read.url, version);
    const contract = (await graphContracts(docs))[address.version];
    const { type, verdict } = judgeConform({ ...read, url: address.url }, contract, {
      ...judging,
      type: promised.name,
    });
    return { verdict, kept: `conforms to ${type}`, broken: `does not conform to ${type}` };
  }
  const address = readGraphUrl(expectUrl(read.url), version);
  const contract = (await graphContracts(docs))[address.version];
  const { operation, verdict } = judgeHonour({ ...read, url: address.url }, contract, {
    ...judging,
    memory: walksBefore(response),
    ...(promised.name === undefined ? {} : { operation: promised.name }),
    ...(probe ? { probe } : {}),
  });
  return { verdict, kept: `honours "${operation}"`, broken: `breaks what "${operation}" promises` };
}

function expectUrl(url: string): string {
  if (url !== "") return url;
  throw new UsageError(
    "the response has no URL to say what was asked for: give { url, status, headers, body }",
  );
}

/** Says in the report of a test what a pass does not cover. */
function note(type: string, call: string, what: readonly string[]): void {
  if (what.length === 0) return;
  try {
    test.info().annotations.push({ type, description: visibleText(`${call}: ${what.join("; ")}`) });
  } catch {
    // Outside of a test nobody has a report.
  }
}
