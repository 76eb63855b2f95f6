import type { Location } from "../base/location.ts";
import type { Fence } from "./block.ts";
import type { RemovalNotice } from "./declarations/deprecation.ts";
import type { Link } from "./link.ts";

/** A type's name as a page writes it, before it is resolved against all pages. */
export interface TypeReference {
  /** The name without decoration: `String`, `microsoft.graph.run`, `run`; empty when the cell names none. */
  readonly name: string;
  readonly collection: boolean;
  /** The link on the name, when there is one. */
  readonly link?: Link;
  readonly location: Location;
  /** How many characters it has as written, decoration included. */
  readonly length: number;
}

export interface TypeDeclaration {
  /** Qualified: `microsoft.graph.identityGovernance.run`. */
  readonly name: string;
  readonly base?: TypeReference;
  /** Types that the page says derive from this one. */
  readonly derived?: readonly TypeReference[];
  readonly abstract: boolean;
  /** An open type may carry properties that no page declares. */
  readonly open: boolean;
  readonly keyProperty?: string;
  /** Names that the resource annotation calls optional. */
  readonly optionalProperties: readonly string[];
  readonly properties: readonly PropertyDeclaration[];
  readonly relationships: readonly PropertyDeclaration[];
  readonly methods: readonly MethodDeclaration[];
  /** The JSON representation. */
  readonly json?: Fence;
  /** JSON beside it: examples of the resource. */
  readonly shown?: readonly Fence[];
  /** True when the page has a table under its Properties heading (it may be empty). */
  readonly hasPropertyTable: boolean;
  /** True when the page says that it has no property. */
  readonly propertyless?: boolean;
  /** True when a table of it has an include for a row: what that declares is not known. */
  readonly partial?: boolean;
  readonly location: Location;
}

export interface PropertyDeclaration {
  readonly name: string;
  readonly type: TypeReference;
  readonly facts: PropertyFacts;
  /** The row has no description. */
  readonly undescribed?: boolean;
  /** The row as written, from the name on; absent where no table declares the property. */
  readonly row?: string;
  readonly location: Location;
}

/** What the description of a property promises, read from its prose. */
export interface PropertyFacts {
  /** Members in the order of the page, the sentinel `unknownFutureValue` among them. */
  readonly members?: readonly string[];
  /** Where the table begins that lists them, when no prose does. */
  readonly membersIn?: Location;
  /** Members that the page names, where it says that they are not all. */
  readonly someMembers?: readonly string[];
  /** Members are announced, and the list of them could not be read. */
  readonly unreadMembers?: true;
  /** Members that only come with `Prefer: include-unknown-enum-members`, as the prose names them. */
  readonly membersOnRequest?: readonly string[];
  /** Several members at once, separated by commas. */
  readonly multiValued?: boolean;
  /** `false`: the page says it is never null. `true`: the page says when it is null. */
  readonly nullable?: boolean;
  readonly inheritedFrom?: TypeReference;
  readonly readOnly?: boolean;
  readonly required?: boolean;
  readonly range?: ValueRange;
  /** Operators that `$filter` takes; an empty list when the page says `$filter` and names none. */
  readonly filter?: readonly string[];
  readonly orderby?: boolean;
  readonly expand?: boolean;
  readonly select?: boolean;
  readonly search?: boolean;
  /** The page says it only comes when selected (`Returned only on $select`). */
  readonly onlyOnSelect?: boolean;
  /** It does not come unasked: never on a GET, not by default, reserved, write-only. */
  readonly notByDefault?: boolean;
  /** Its row calls it deprecated, or announces it. */
  readonly deprecated?: RemovalNotice;
}

export interface ValueRange {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
}

export interface MethodDeclaration {
  readonly name: string;
  readonly link?: Link;
  readonly returns: TypeReference;
  readonly location: Location;
}

export interface EnumDeclaration {
  /** Qualified where the page says so, else as in the heading or the type cell. */
  readonly name: string;
  readonly members: readonly string[];
  /** Those that the text around the table says to come only where they are asked for. */
  readonly onRequest?: readonly string[];
  readonly multiValued: boolean;
  /** By member, where its row calls it deprecated, or announces it. */
  readonly deprecated?: Readonly<Record<string, RemovalNotice>>;
  readonly location: Location;
}
