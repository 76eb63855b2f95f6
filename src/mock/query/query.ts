import type { Contract, TypeContract } from "../../contract/contract.ts";
import type { FilterExpression } from "../../odata/filter-expression.ts";
import type { Search } from "./search.ts";

/** What a request asks of an answer, checked against the contract, defaults filled in. */
export interface Query {
  readonly contract: Contract;
  /** The declared type of the resources; absent when nobody documents it. */
  readonly type?: TypeContract;
  /** Absent: everything that comes unasked. */
  readonly select?: readonly SelectItem[];
  readonly expand: readonly Expansion[];
  readonly filter?: FilterExpression;
  readonly orderby: readonly SortKey[];
  readonly search?: Search;
  /** `$top` as asked. */
  readonly top?: number;
  /** How many of the filtered and sorted items come before the page: `$skip`, or what the `$skiptoken` says. */
  readonly skip: number;
  readonly count: boolean;
  /** The most items on a page: the least of `$top`, the preferred size and the service's own limit. */
  readonly pageSize: number;
  /** `odata.maxpagesize`, of this request or of the first one. */
  readonly preferredSize?: number;
  /** Members of evolvable enums come as they are, not as `unknownFutureValue`. */
  readonly allMembers: boolean;
  /** Says which list a `$skiptoken` leads through. */
  readonly scope: string;
  /** The preferences that are heeded, as `Preference-Applied` says them (RFC 7240, section 3). */
  readonly applied: readonly string[];
}

export interface SelectItem {
  /** Names as the contract writes them, without casts; `["*"]` for everything. */
  readonly path: readonly string[];
  /** The item as the context URL lists it. */
  readonly text: string;
}

/** A relationship whose resources come along, with the options of its own. */
export interface Expansion {
  /** As the contract writes it. */
  readonly name: string;
  /** Whether it leads to many resources; absent when nobody documents it. */
  readonly collection?: boolean;
  /** `$levels` goes on below: the query expands the same relationship again. */
  readonly recursive: boolean;
  readonly query: Query;
}

export interface SortKey {
  /** Names as the contract writes them, without casts. */
  readonly path: readonly string[];
  readonly descending: boolean;
  /** The property's type, when it is documented: `Edm.Duration`. */
  readonly type?: string;
  /** Of an enum, in the order of its page: members sort by their numbers, not by their letters. */
  readonly members?: readonly string[];
}
