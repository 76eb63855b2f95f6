import type { Contract, Operation } from "../../contract/contract.ts";
import type { Asking } from "./asking.ts";
import { openPathOf } from "./bind-path.ts";
import { requestOf } from "./bound-operation.ts";
import { type Creations, creates, readerOf, removerOf } from "./creations.ts";
import type { Script } from "./planned-request.ts";

/** What creates, and what reads what that has created. */
export interface ReadableCreation {
  readonly creator: Operation;
  readonly reader: Operation;
}

/** The operations that create what a page says how to read. */
export function readableCreations(
  contract: Contract,
  operations: readonly Operation[],
): readonly ReadableCreation[] {
  return operations.flatMap((creator) => {
    const reader = creates(creator) && removerOf(contract, creator) && readerOf(contract, creator);
    return reader ? [{ creator, reader }] : [];
  });
}

/** Reads what was created last; nothing where nothing was, which has been said. */
export function* readBack(
  { contract, bind, depth }: Asking,
  created: Creations,
  { creator, reader }: ReadableCreation,
): Script {
  const { segments: collection } = yield* bind(openPathOf(creator));
  if (created.keyIn(collection) === undefined) return;
  const { segments, unknown } = yield* bind(openPathOf(reader));
  if (unknown.length > 0) return;
  yield requestOf({ contract, operation: reader, segments, depth }, "what was created", {});
}
