import type { Contract } from "../contract/contract.ts";
import type { GraphVersion } from "../docs/page.ts";
import type { Judgement } from "../rules/assertion.ts";

/** What a command judges or serves by: the contracts of pages, or of what derive wrote of them. */
export interface ContractBasis {
  /** The versions that are in it, v1.0 first. */
  readonly versions: readonly GraphVersion[];
  /** The contract of a version, each made when it is first asked for; one without a promise where it is not in it. */
  contract(version: GraphVersion): Contract;
  /** The same with what its examples show: what `diff` compares by. */
  shown(version: GraphVersion): Contract;
  /** What stands among the pages and could not be read, as it is judged: its promises are in no contract. */
  unread(): readonly Judgement[];
}

export interface BasisOptions {
  /** What `--metadata` names. */
  readonly metadata?: readonly string[] | undefined;
  /** The one version that is asked for. */
  readonly version?: GraphVersion;
  /** The pages that come with the tool are read with their extract of the metadata, but where this says not. */
  readonly ownMetadata?: false;
  /** Who says what could not be read goes on; for the others it is an error, since nobody would know of it. */
  readonly tellsUnread?: true;
}

export const versions: readonly GraphVersion[] = ["v1.0", "beta"];
