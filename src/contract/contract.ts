import type { Location } from "../base/location.ts";
import type { Deprecation, RemovalNotice } from "../docs/declarations/deprecation.ts";
import type { UnaskedProperty } from "../docs/declarations/read-not-by-default.ts";
import type {
  Cloud,
  GraphVersion,
  HeaderDeclaration,
  PathRetirement,
  Permission,
  QueryOptions,
  ValueRange,
} from "../docs/page.ts";
import type { HttpRequest, HttpResponse } from "../http/http-message.ts";
import type { Metadata } from "../metadata/metadata.ts";
import type { Shown } from "./shown.ts";

/** All that a set of pages promises about one version of Graph. Plain immutable data, serialisable. */
export interface Contract {
  readonly version: GraphVersion;
  /** By qualified name. */
  readonly types: Readonly<Record<string, TypeContract>>;
  /** By qualified name. */
  readonly enums: Readonly<Record<string, EnumContract>>;
  readonly operations: readonly Operation[];
  readonly examples: readonly Example[];
  /** What the pages were read with, if anything: a second witness. */
  readonly metadata?: Metadata;
  /** Absent: pages tell it, whether or not metadata is heard, too. */
  readonly toldBy?: "metadata";
  /** What its examples show, where a later contract is to be compared with it. */
  readonly shown?: Shown;
}

/** A documented request with its documented response. */
export interface Example {
  /** What a person calls it: the nearest heading. */
  readonly title: string;
  /** The annotation's name, else the title; with the file it tells examples apart across runs. */
  readonly name: string;
  readonly file: string;
  readonly request: HttpRequest;
  /** Absent when documentation shows a request without an answer. */
  readonly response?: HttpResponse;
  /** What the documentation says of the response beside showing it. */
  readonly declared?: DeclaredResponse;
  /** What its own section promises, in the place of what the page promises of the operation. */
  readonly promises?: readonly ResponseContract[];
  readonly location: Location;
}

/** The response annotation of a documented example. */
export interface DeclaredResponse {
  /** `@odata.type` as written, without `Collection()` and `#`. */
  readonly type?: string;
  readonly collection?: boolean;
  readonly empty?: boolean;
  /** Names that may be absent. */
  readonly optional?: readonly string[];
  /** An error is what the example shows. */
  readonly error?: true;
  /** Properties may be left out for brevity. */
  readonly truncated: boolean;
  readonly location: Location;
}

export interface TypeContract {
  /** Qualified: `microsoft.graph.identityGovernance.run`. */
  readonly name: string;
  /** Qualified name of the base type; the contract may hold no page of it. */
  readonly base?: string;
  /** The one that the pages name, where the metadata has another. */
  readonly otherBase?: string;
  readonly abstract: boolean;
  readonly open: boolean;
  readonly keyProperty?: string;
  /** Own and inherited, base types first, each once. Relationships are the ones with `navigation`. */
  readonly properties: readonly Property[];
  /** False when a base type has no page: then a name not listed here may still be the base's. */
  readonly complete: boolean;
  /** What no page says of it, and the metadata does; `type`: all of it. */
  readonly fromMetadata?: readonly ("type" | "base" | "open" | "complete")[];
  readonly deprecated?: Deprecation;
  readonly location: Location;
}

export interface Property {
  readonly name: string;
  readonly type: TypeRef;
  readonly navigation: boolean;
  /** The metadata alone says so: what the relationship leads to lives in the resource that has it. */
  readonly contained?: true;
  /** The qualified type that declares it, when that is a base type. */
  readonly inheritedFrom?: string;
  /** `false`: documented as never null; `true`: documented as sometimes null; absent: unsaid. */
  readonly nullable?: boolean;
  readonly readOnly?: boolean;
  readonly required?: boolean;
  /** Members when the type is no declared enum: a `String` with listed values. */
  readonly values?: EnumValues;
  /** Members that the page of a `String` names, where it says that they are not all. */
  readonly someValues?: readonly string[];
  readonly range?: ValueRange;
  readonly filter?: readonly string[];
  readonly orderby?: boolean;
  readonly expand?: boolean;
  readonly search?: boolean;
  readonly onlyOnSelect?: boolean;
  /** It does not come unasked: the page calls it reserved or write-only, or says so in other words. */
  readonly notByDefault?: boolean;
  readonly deprecated?: RemovalNotice;
  /** The annotation of the resource says that it may be absent. */
  readonly optional?: boolean;
  /** What no page says of it, and the metadata does; `property`: that it is there at all. */
  readonly fromMetadata?: readonly ("property" | "type" | "nullable")[];
  /** The type that the other of pages and metadata names, where it is another. */
  readonly otherType?: TypeRef;
  /** The metadata knows the type that has it, and no such property. */
  readonly unconfirmed?: true;
  /** The JSON representation shows what a row declares. */
  readonly represented?: true;
  /** The form that the JSON representation shows it in, where its row says another. */
  readonly representedAs?: JsonForm;
  /** Only the JSON representation shows it; the property table of the same page does not. */
  readonly onlyInJson?: boolean;
  /** The row that declares it as written, from the name on; absent where no table does. */
  readonly row?: string;
  readonly location: Location;
}

/** A resolved type. */
export interface TypeRef {
  readonly kind: "primitive" | "type" | "enum" | "unknown";
  /** `Edm.Int32`, a key of `types`, a key of `enums`, or the name as written when nothing declares it. */
  readonly name: string;
  readonly collection: boolean;
}

/** What a value looks like in JSON. */
export type JsonForm = "list" | "object" | "text" | "number" | "boolean";

/** The members of an enumeration and what they promise. */
export interface EnumValues {
  /** In the order of the page. */
  readonly members: readonly string[];
  /** Members that come only with `Prefer: include-unknown-enum-members`; else the service says `unknownFutureValue`. */
  readonly onRequest: readonly string[];
  readonly multiValued: boolean;
  /** By member, the place of a list that has it, where that of the whole has it not: several are merged. */
  readonly saidAt?: Readonly<Record<string, Location>>;
  /** By member, what is said of its being deprecated. */
  readonly deprecated?: Readonly<Record<string, RemovalNotice>>;
  /** The members that no page has, and the metadata does. */
  readonly fromMetadata?: readonly string[];
}

export interface EnumContract extends EnumValues {
  readonly name: string;
  /** What is said of the whole of it being deprecated. */
  readonly retired?: Deprecation;
  readonly location: Location;
}

/** Method and path template, with what its page promises. */
export interface Operation {
  /** `GET /users/{}/messages`: method and template, keys emptied. Several pages may document the same operation. */
  readonly id: string;
  readonly method: string;
  /** As documented, without a trailing slash: `/users/{id | userPrincipalName}/messages`. */
  readonly path: string;
  /** Query options that the template itself has: what it returns is not the resource as such. */
  readonly query?: string;
  readonly title: string;
  readonly file: string;
  /** The files of all pages that document it, when there are several; `file` is the first. */
  readonly pages?: readonly string[];
  readonly queryOptions: QueryOptions;
  readonly requestHeaders: readonly HeaderDeclaration[];
  /** Parameters of an action's body or of a function's parentheses. */
  readonly parameters: readonly Property[];
  readonly requestBody?: TypeRef;
  /** No page says what the request's body is: it is what the path leads to in the metadata. */
  readonly bodyFromMetadata?: true;
  readonly permissions: readonly Permission[];
  /** Their table is a part of its page that is not among what was read: nobody knows what it says. */
  readonly permissionsUnread?: true;
  readonly clouds: readonly Cloud[];
  /** Where a page speaks of deprecation, and whether it certainly means the operation. */
  readonly deprecated?: Deprecation;
  /** That this path to it is announced to go; until then it is as good as any. */
  readonly retiring?: PathRetirement;
  readonly responses: readonly ResponseContract[];
  /** Properties that do not come unasked, by a sentence of its page. */
  readonly notByDefault?: readonly UnaskedProperty[];
  /** What the Methods table of a resource page says that the operation returns. */
  readonly listedReturn?: {
    readonly type: TypeRef;
    readonly location: Location;
    /** Where the tables of other pages say the same. */
    readonly also?: readonly Location[];
  };
  readonly location: Location;
}

export interface ResponseContract {
  readonly status: number;
  /** Absent: no body is promised, or nothing is said of it. */
  readonly body?: TypeRef;
  /** The sentence that says so as written, from the status, and the mark before it, on; absent where no page does. */
  readonly sentence?: string;
  readonly location: Location;
}
