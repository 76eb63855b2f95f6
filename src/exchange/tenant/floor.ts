import { isObject } from "../../base/is-object.ts";
import { mayBePermitted } from "../../contract/capability/may-be-permitted.ts";
import type { Contract, Operation, TypeRef } from "../../contract/contract.ts";
import { typeOfRef } from "../../contract/names/type-named.ts";
import { exampleOperation } from "../../contract/path/example-operation.ts";
import { isSafe } from "../../http/http-message.ts";
import type { Assertion, Coverage, Judgement } from "../../rules/assertion.ts";
import { type Counted, type CountedCoverage, coverageOf } from "../../rules/coverage.ts";
import type { Exchange } from "../../rules/exchange.ts";
import { schemeOf } from "./caller-scheme.ts";
import type { Depth, GateSettings } from "./gate-settings.ts";

/** Counts what of a contract was really verified, exchange by exchange. */
export interface CoverageCount {
  see(exchange: Exchange, judgement: Judgement): void;
  counted(): CountedCoverage;
  coverage(): Coverage;
}

/**
 * Whether an operation may be called at all: it changes nothing, unless that is allowed, and its page does not say that
 * nobody of the kind that signs in can call it.
 */
export function mayBeCalled({
  allowWrites,
  credential,
}: Pick<GateSettings, "allowWrites" | "credential">): (operation: Operation) => boolean {
  const scheme = schemeOf(credential);
  return (operation) => mayBePermitted(operation.permissions, scheme) && (allowWrites || isSafe(operation));
}

/**
 * Counts, of what may be called at all, the operations that were answered with a success whose body could be held to
 * its type, the examples of which that is so, and the properties that came with a value. An empty list verifies
 * nothing of what it would hold, and a refusal nothing at all.
 */
export function countCoverage(
  contract: Contract,
  mayCall: (operation: Operation) => boolean,
  depth: Depth = "documented",
): CoverageCount {
  const operations = new Map(contract.operations.filter(mayCall).map((one) => [one.id, one]));
  const examples = new Map<string, string>();
  // Where only one request of each operation is sent, no example is replayed.
  const replayed = depth === "smoke" ? [] : contract.examples;
  for (const example of replayed) {
    const { name, file, location, response } = example;
    const { id } = exampleOperation(contract, example) ?? {};
    const fails = (response?.status ?? 200) >= 300;
    if (id !== undefined && operations.has(id) && !fails) examples.set(`${file}:${location.line}`, name);
  }
  const properties = new Set<string>();
  for (const operation of operations.values()) addProperties(contract, returnedBy(operation), properties);
  const verified = {
    operations: new Set<string>(),
    examples: new Set<string>(),
    properties: new Set<string>(),
  };
  const count = (): CountedCoverage => ({
    operations: counted([...operations.keys()], verified.operations),
    examples: counted([...examples.keys()], verified.examples, (place) => examples.get(place) ?? place),
    properties: counted([...properties], verified.properties),
  });
  return {
    see(exchange, judgement) {
      const operation = operations.get(judgement.subject.id);
      if (!operation || !isVerified(exchange, judgement)) return;
      verified.operations.add(operation.id);
      const place = `${exchange.file}:${exchange.location.line}`;
      if (examples.has(place)) verified.examples.add(place);
      if (verified.properties.size === properties.size) return;
      see(contract, returnedBy(operation), exchange.response?.body?.json?.value, verified.properties);
    },
    counted: count,
    coverage: () => coverageOf(count()),
  };
}

function counted(
  all: readonly string[],
  verified: ReadonlySet<string>,
  nameOf = (key: string) => key,
): readonly Counted[] {
  return all.map((key) => ({ name: nameOf(key), verified: verified.has(key) }));
}

/** A success that was asked for, its status and, where there is a body, its type judged. */
function isVerified({ probe, response, unanswered }: Exchange, { assertions }: Judgement): boolean {
  if (probe || unanswered || !response || (response.status ?? 0) >= 300) return false;
  return isDecided("http/status", assertions) && (!response.body || isDecided("body/type", assertions));
}

/** True where a rule has said something of an exchange. */
export function isDecided(rule: string, assertions: readonly Assertion[]): boolean {
  // What is not verified at a place of a body leaves the rest of it verified.
  return assertions.some(
    (each) =>
      each.rule === rule &&
      (/^(?:pass|fail|waived)$/.test(each.status) || ("pointer" in each && (each.pointer ?? "") !== "")),
  );
}

function returnedBy({ responses }: Operation): TypeRef | undefined {
  return responses.find(({ status, body }) => status < 300 && body)?.body;
}

function addProperties(contract: Contract, ref: TypeRef | undefined, found: Set<string>): void {
  const type = typeOfRef(contract, ref);
  for (const property of type?.properties ?? []) {
    const name = `${type?.name}/${property.name}`;
    if (property.navigation || found.has(name)) continue;
    found.add(name);
    addProperties(contract, property.type, found);
  }
}

function see(contract: Contract, ref: TypeRef | undefined, value: unknown, seen: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) see(contract, ref, item, seen);
    return;
  }
  const type = typeOfRef(contract, ref);
  if (!type || !isObject(value)) return;
  if (Array.isArray(value.value) && !type.properties.some(({ name }) => name === "value")) {
    see(contract, ref, value.value, seen);
    return;
  }
  for (const property of type.properties) {
    const own = value[property.name];
    if (property.navigation || own === undefined || own === null) continue;
    seen.add(`${type.name}/${property.name}`);
    see(contract, property.type, own, seen);
  }
}
