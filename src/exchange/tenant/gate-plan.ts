import { groupBy } from "../../base/group-by.ts";
import type { Contract, Example, Operation } from "../../contract/contract.ts";
import { exampleOperation } from "../../contract/path/example-operation.ts";
import { matchOperation } from "../../contract/path/match-operation.ts";
import { isSafe } from "../../http/http-message.ts";
import { splitPath } from "../../odata/path-segments.ts";
import { unknownIds } from "../service/bind-body.ts";
import { creates, removerOf } from "../service/creations.ts";
import { bodyValue, givenValue } from "../service/given-values.ts";
import { placeholderIn, standingIn } from "../service/path-placeholders.ts";
import { ownPart } from "../service/shard.ts";
import { permissionsFor, schemeOfClaims } from "./caller-scheme.ts";
import { chosenPart } from "./chosen-operations.ts";
import type { GateSettings } from "./gate-settings.ts";
import { mostRequests } from "./most-requests.ts";
import type { TokenClaims } from "./sign-in/token-claims.ts";

/** What a gate would do, before it does anything. */
export interface GatePlan {
  /** In the order of the contract; what is not chosen is not among them. */
  readonly operations: readonly PlannedOperation[];
  /** Documented permissions that the token carries. */
  readonly has: readonly string[];
  /** The least privileged permissions that are wanted and the token has not, nor a higher one. */
  readonly lacks: readonly string[];
  /** No more requests than that are sent. */
  readonly most: number;
}

export interface PlannedOperation {
  readonly id: string;
  readonly title: string;
  /** Absent: it is called. */
  readonly left?: "write-not-allowed" | "no-data";
  /** Whether it changes something. */
  readonly writes: boolean;
  readonly binds: readonly PlannedValue[];
  /** The least privileged permission that its page names and the token has not, nor a higher one. */
  readonly lacks?: string;
}

/** Where the value of a placeholder comes from: a collection that is listed, or the user. */
export interface PlannedValue {
  readonly placeholder: string;
  readonly from: string;
  readonly given: boolean;
  /** True where it is what the run itself creates there. */
  readonly created?: true;
  /** False for a collection that no page lists; it is asked for all the same. */
  readonly documented: boolean;
}

/** Plans a gate. Without the claims of a token nothing is known of permissions. */
export function planGate(contract: Contract, settings: GateSettings, claims?: TokenClaims): GatePlan {
  const chosen = chosenPart(contract, settings);
  const isOwn = ownPart(chosen, settings.shard).operation;
  const held = new Set(
    [...(claims?.roles ?? []), ...(claims?.scopes ?? [])].map((name) => name.toLowerCase()),
  );
  const given = new Map(Object.entries(settings.bindings));
  const examples = groupBy(chosen.examples, (example) => exampleOperation(chosen, example)?.id);
  const scheme = schemeOfClaims(claims);
  const documented = new Set<string>();
  const operations = chosen.operations.filter(isOwn).map((operation): PlannedOperation => {
    const writes = !isSafe(operation);
    const made = writes && settings.allowWrites ? chosen : undefined;
    const binds = [
      ...valuesOf(contract, operation, given, made),
      ...(made ? idsOf(examples.get(operation.id) ?? [], given) : []),
    ];
    const wanted = permissionsFor(operation, scheme);
    for (const name of wanted) documented.add(name);
    const [least] = wanted;
    const lacks = claims && least !== undefined && !wanted.some((name) => held.has(name.toLowerCase()));
    return {
      id: operation.id,
      title: operation.title,
      writes,
      ...leftOut(writes, settings, binds),
      binds,
      ...(lacks ? { lacks: least } : {}),
    };
  });
  const called = operations.filter(({ left }) => left === undefined);
  const { depth, allowWrites: writes, shard } = settings;
  const asked = { depth, writes, ids: "listed", ...(shard ? { shard } : {}) } as const;
  return {
    operations,
    has: [...documented].filter((name) => held.has(name.toLowerCase())).sort(),
    lacks: [...new Set(called.flatMap(({ lacks = [] }) => lacks))].sort(),
    most: mostRequests(chosen, { ...asked, bindings: given }, settings.budget),
  };
}

/** Nothing is changed without leave, and nothing that nobody named. */
function leftOut(
  writes: boolean,
  { allowWrites }: GateSettings,
  binds: readonly PlannedValue[],
): Pick<PlannedOperation, "left"> {
  if (!writes) return {};
  if (!allowWrites) return { left: "write-not-allowed" };
  return binds.every(({ given, created }) => given || created) ? {} : { left: "no-data" };
}

function valuesOf(
  contract: Contract,
  { path }: Operation,
  given: ReadonlyMap<string, string>,
  chosen: Contract | undefined,
): PlannedValue[] {
  const segments = splitPath(path);
  return segments.flatMap((segment, index) => {
    const open = placeholderIn(segment);
    if (!open) return [];
    const before = [...segments.slice(0, index), ...(open.name === undefined ? [] : [open.name])];
    const value = givenValue(given, open.placeholder, before);
    const from = value ? value.value : `/${before.join("/")}`;
    const documented = matchOperation(contract, "GET", { segments: before }) !== undefined;
    const about = { placeholder: open.placeholder, documented };
    if (chosen && isCreatedIn(chosen, before))
      return [{ ...about, from: `/${before.join("/")}`, given: false, created: true }];
    return [{ ...about, from, given: value !== undefined }];
  });
}

/** Ids in the bodies of an operation's examples for which nobody gave a value, where there is no example without such. */
function idsOf(examples: readonly Example[], given: ReadonlyMap<string, string>): PlannedValue[] {
  const lacks = examples.map(({ request }) => unknownIds(request, (id) => bodyValue(id, given)));
  const [least = []] = lacks.toSorted((one, other) => one.length - other.length);
  return least.map((name) => ({
    placeholder: name,
    from: "the body of its example",
    given: false,
    documented: true,
  }));
}

function isCreatedIn(contract: Contract, collection: readonly string[]): boolean {
  const creator = matchOperation(contract, "POST", { segments: standingIn(collection) });
  return creator !== undefined && creates(creator) && removerOf(contract, creator) !== undefined;
}
