import type { Contract, Operation } from "../../contract/contract.ts";
import { matchOperation } from "../../contract/path/match-operation.ts";
import { splitPath } from "../../odata/path-segments.ts";
import type { Reason } from "../../rules/reason.ts";
import type { PlanOptions } from "../service/asking.ts";
import { givenValue } from "../service/given-values.ts";
import { placeholderIn } from "../service/path-placeholders.ts";
import { isSafe } from "../service/transport/transport.ts";
import { mostRequests } from "./most-requests.ts";
import { type TokenGrants, tokenGrants } from "./token-grants.ts";

/** What a gate would do, as far as it can be known before anything is sent. */
export interface TenantPlan {
  readonly version: Contract["version"];
  readonly operations: readonly PlannedOperation[];
  /** Each once, with the value given or the collection that it would be taken from. */
  readonly placeholders: readonly PlannedPlaceholder[];
  readonly permissions: PlannedPermissions;
  /** At most, but for those that a service makes one send once more; never more than the budget. */
  readonly mostRequests: number;
  readonly budget?: number;
}

export interface PlannedOperation {
  readonly method: string;
  readonly path: string;
  readonly title: string;
  readonly writes: boolean;
  /** Why it would not be called. */
  readonly notCalled?: { readonly reason: Reason; readonly message: string };
}

export interface PlannedPlaceholder {
  readonly placeholder: string;
  /** The documented path of the collection. */
  readonly collection: string;
  /** False where no page lists the collection: it is asked for all the same. */
  readonly documented: boolean;
  readonly value?: string;
}

export interface PlannedPermissions {
  /** Absent where the token does not say. */
  readonly granted?: TokenGrants;
  /** Of the operations that would be called, those for which the token has no documented permission. */
  readonly lacking: readonly LackedPermission[];
  /** Of the same operations, those whose pages name no permission that such a token could have. */
  readonly unnamed: readonly string[];
}

export interface LackedPermission {
  /** The least privileged that the page names. */
  readonly permission: string;
  readonly operations: readonly string[];
}

export interface PlanSetting extends PlanOptions {
  /** What it grants is read, and nothing of it is kept. */
  readonly token?: string;
  readonly budget?: number;
}

/** Says what a gate would do; it sends nothing. */
export function planOf(contract: Contract, setting: PlanSetting): TenantPlan {
  const { token, budget, ...options } = setting;
  const asked = { ...options, ids: "listed" } as const;
  const operations = distinct(contract.operations).map((operation) => plannedOperation(operation, asked));
  const placeholders = placeholdersOf(contract, operations, asked);
  const called = contract.operations.filter((one) => isCalled(operations, one));
  const granted = token === undefined ? undefined : tokenGrants(token);
  const open = operations.filter(({ writes, path }) => !writes && /[{<]/.test(path));
  const most = mostRequests(contract, asked, open.length);
  return {
    version: contract.version,
    operations,
    placeholders,
    permissions: granted ? { granted, ...lackedBy(called, granted) } : { lacking: [], unnamed: [] },
    mostRequests: Math.min(most, budget ?? most),
    ...(budget === undefined ? {} : { budget }),
  };
}

/** Several pages may document one operation. */
function distinct(operations: readonly Operation[]): readonly Operation[] {
  return [...new Map(operations.map((operation) => [operation.id.toLowerCase(), operation])).values()];
}

function plannedOperation(operation: Operation, options: PlanOptions): PlannedOperation {
  const { method, path, title } = operation;
  const writes = !isSafe(operation);
  const planned = { method, path, title, writes };
  if (!writes) return planned;
  if (options.depth === "smoke" || !options.writes) {
    const message = "it may change something, and writing was not allowed";
    return { ...planned, notCalled: { reason: "write-not-allowed", message } };
  }
  const open = openIn(path).filter(
    ({ placeholder, collection }) => !valueFor(options, placeholder, collection),
  );
  if (open.length === 0) return planned;
  const message = `no value is given for ${open.map(({ placeholder }) => placeholder).join(", ")}`;
  return { ...planned, notCalled: { reason: "no-data", message } };
}

function isCalled(operations: readonly PlannedOperation[], { method, path }: Operation): boolean {
  return operations.some((one) => one.method === method && one.path === path && !one.notCalled);
}

function placeholdersOf(
  contract: Contract,
  operations: readonly PlannedOperation[],
  options: PlanOptions,
): PlannedPlaceholder[] {
  const found = new Map<string, PlannedPlaceholder>();
  for (const { path, notCalled } of operations) {
    if (notCalled) continue;
    for (const { placeholder, collection } of openIn(path)) {
      const written = `/${collection.join("/")}`;
      const key = emptied(written);
      if (found.has(key)) continue;
      const value = valueFor(options, placeholder, collection);
      const documented = matchOperation(contract, "GET", { segments: collection }) !== undefined;
      found.set(key, {
        placeholder,
        collection: written,
        documented,
        ...(value === undefined ? {} : { value }),
      });
    }
  }
  return [...found.values()];
}

function emptied(path: string): string {
  return path.replace(/\{[^{}]*\}/g, "{}").toLowerCase();
}

function openIn(path: string) {
  const segments = splitPath(path);
  return segments.flatMap((segment, index) => {
    const open = placeholderIn(segment);
    if (!open) return [];
    const before = segments.slice(0, index);
    return {
      placeholder: open.placeholder,
      collection: open.name === undefined ? before : [...before, open.name],
    };
  });
}

function valueFor({ bindings = new Map() }: PlanOptions, placeholder: string, collection: readonly string[]) {
  return givenValue(bindings, placeholder, collection)?.value;
}

/** A page names permissions each of which is enough; the first is the least. */
function lackedBy(
  operations: readonly Operation[],
  { scheme, permissions: granted }: TokenGrants,
): Pick<PlannedPermissions, "lacking" | "unnamed"> {
  const has = new Set(granted.map((name) => name.toLowerCase()));
  const lacking = new Map<string, Set<string>>();
  const unnamed = new Set<string>();
  for (const { permissions, method, path } of operations) {
    const names = permissions.filter((row) => row.scheme === scheme).flatMap((row) => row.permissions);
    const [least] = names;
    if (least === undefined) unnamed.add(`${method} ${path}`);
    else if (!names.some((name) => has.has(name.toLowerCase())))
      lacking.set(least, (lacking.get(least) ?? new Set()).add(`${method} ${path}`));
  }
  return {
    lacking: [...lacking].map(([permission, all]) => ({ permission, operations: [...all] })),
    unnamed: [...unnamed],
  };
}
