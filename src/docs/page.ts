import type { Location } from "../base/location.ts";
import type { Edit, Span } from "../base/span.ts";
import type { HttpRequest, HttpResponse } from "../http/http-message.ts";
import type { Annotation, Fence, Heading } from "./block.ts";
import type { Deprecation } from "./declarations/deprecation.ts";
import type { UnaskedProperty } from "./declarations/read-not-by-default.ts";
import type { Cloud, Permission, PlacedPermission } from "./permission.ts";
import type { PageSnippet } from "./snippets/page-snippets.ts";

export type { Cloud, Permission, PlacedPermission } from "./permission.ts";

export type GraphVersion = "v1.0" | "beta";

/** One documentation page, parsed; every part says where it stands. Plain data. */
export interface Page {
  /** The path as the reader was given it, with forward slashes. */
  readonly file: string;
  readonly version: GraphVersion;
  readonly kind: "api" | "resource" | "include" | "other";
  readonly title: string;
  /** `microsoft.graph` unless the page names another. */
  readonly namespace: string;
  /** What stands above the page between two `---`, a value a line. */
  readonly frontMatter: readonly FrontMatterValue[];
  readonly headings: readonly Heading[];
  readonly links: readonly Link[];
  readonly includes: readonly Include[];
  readonly annotations: readonly BoundAnnotation[];
  /** The types that the page declares: one on a resource page, seldom more, none on an API page. */
  readonly types: readonly TypeDeclaration[];
  readonly enums: readonly EnumDeclaration[];
  /** Permission tables, on the page itself or, for an include, on its own. */
  readonly permissions: readonly Permission[];
  /** The permissions of these tables, each as often as it stands there. */
  readonly placedPermissions: readonly PlacedPermission[];
  /** National clouds, from a table or from one of the documentation's shared includes. */
  readonly clouds: readonly Cloud[];
  readonly deprecation?: Deprecation;
  /** What an API page says about its requests. */
  readonly operation?: OperationDeclaration;
  readonly examples: readonly PageExample[];
  /** Code that calls Graph through an SDK; where it is included, it stands on the include. */
  readonly snippets: readonly PageSnippet[];
  /** Parts that the reader could not read as written. The rest of the page is read all the same. */
  readonly flaws: readonly Flaw[];
}

/** A part of a page that is not what it should be; `rule` is the page rule that reports it. */
export interface Flaw {
  readonly rule: string;
  readonly message: string;
  readonly span: Span;
  /** What to do, in a sentence. */
  readonly advice?: string;
  readonly edit?: Edit;
  readonly severity?: "warning" | "info";
}

export interface FrontMatterValue {
  readonly name: string;
  readonly value: string;
  readonly location: Location;
  readonly length: number;
}

export interface Link {
  readonly text: string;
  /** The destination as written, without title. */
  readonly target: string;
  readonly location: Location;
  /** How many characters it has as written, brackets and title included. */
  readonly length: number;
}

export interface Include {
  readonly text: string;
  readonly target: string;
  readonly location: Location;
  readonly length: number;
}

export interface BoundAnnotation extends Annotation {
  /** The fence that it describes. */
  readonly fence?: Fence;
}

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
  /** True when the page has a table under its Properties heading (it may be empty). */
  readonly hasPropertyTable: boolean;
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
  readonly multiValued: boolean;
  readonly location: Location;
}

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
  readonly location: Location;
}

/**
 * `unsaid`: the page does not mention them; `none`: "Not supported."; `all`: the page names OData query
 * parameters in general; otherwise exactly the listed ones, with `$`, lower case.
 */
export type QueryOptions =
  | { readonly kind: "unsaid" | "none" | "all"; readonly location?: Location }
  | { readonly kind: "listed"; readonly options: readonly string[]; readonly location: Location };

export interface HeaderDeclaration {
  readonly name: string;
  /** Whatever else is asked. */
  readonly required: boolean;
  /** Query options with which it is required: `$search`. */
  readonly requiredWith?: readonly string[];
  /** The one value that the page gives it: `eventual`. */
  readonly value?: string;
  readonly location: Location;
}

/** What the "Response" prose promises. */
export interface ResponsePromise {
  readonly status: number;
  /** Absent when the prose names no body. */
  readonly body?: TypeReference;
  /** The sentence as written, from the status on. */
  readonly sentence: string;
  readonly location: Location;
}

export interface PageExample {
  /** The name of the request annotation; empty when there is none. Not unique. */
  readonly name: string;
  /** The nearest heading that is not just "Request" or "Response". */
  readonly title: string;
  /** What its own section promises, in the place of the page's Response section. */
  readonly promises?: readonly ResponsePromise[];
  readonly request?: DocumentedMessage<HttpRequest>;
  readonly response?: DocumentedMessage<HttpResponse>;
}

export interface DocumentedMessage<Message> {
  readonly message: Message;
  readonly annotation?: BoundAnnotation;
  readonly fence: Fence;
  readonly location: Location;
}
