import type { Location } from "../base/location.ts";
import type { RemovalNotice } from "./declarations/deprecation.ts";
import type { UnaskedProperty } from "./declarations/read-not-by-default.ts";
import type { PropertyDeclaration, TypeReference } from "./type-declaration.ts";

export interface OperationDeclaration {
  readonly requests: readonly RequestTemplate[];
  readonly queryOptions: QueryOptions;
  readonly requestHeaders: readonly HeaderDeclaration[];
  /** Parameters of the request body or of a function, from their table. */
  readonly parameters: readonly PropertyDeclaration[];
  /** What the body of the request is, when the page names a type for it. */
  readonly requestBody?: TypeReference;
  readonly responses: readonly ResponsePromise[];
  /** Properties that do not come unasked, by a sentence of the page. */
  readonly notByDefault?: readonly UnaskedProperty[];
  readonly location: Location;
}

export interface RequestTemplate {
  readonly method: string;
  /** The path as documented, without query and trailing slash: `/users/{id}/messages`. */
  readonly path: string;
  /** Query options that stand in the template itself. */
  readonly query: string;
  /** The line as written. */
  readonly written: string;
  /** That the path is announced to go, in words beside it. */
  readonly retiring?: PathRetirement;
  readonly location: Location;
}

/** The announcement that a path goes; the operation may have others that stay. */
export interface PathRetirement extends RemovalNotice {
  readonly location: Location;
}

/**
 * `unsaid`: the page does not mention them; `none`: "Not supported."; `all`: the page names OData query
 * parameters in general; otherwise exactly the listed ones, with `$`, lower case.
 */
export type QueryOptions =
  | { readonly kind: "unsaid" | "none"; readonly location?: Location }
  /** OData's in general; `options` are those that the page names among them. */
  | { readonly kind: "all"; readonly options?: readonly string[]; readonly location?: Location }
  | { readonly kind: "listed"; readonly options: readonly string[]; readonly location: Location };

export interface HeaderDeclaration {
  readonly name: string;
  /** Whatever else is asked. */
  readonly required: boolean;
  /** Query options with which it is required: `$search`. */
  readonly requiredWith?: readonly string[];
  /** Required on a condition that no request shows: the options that it names, or none. */
  readonly sometimesWith?: readonly string[];
  /** The one value that the page gives it: `eventual`. */
  readonly value?: string;
  readonly location: Location;
}

/** What the "Response" prose promises. */
export interface ResponsePromise {
  readonly status: number;
  /** Absent when the prose names no body. */
  readonly body?: TypeReference;
  /** The sentence as written, from the status, and the mark before it, on. */
  readonly sentence: string;
  readonly location: Location;
}
