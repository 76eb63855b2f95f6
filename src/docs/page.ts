import type { Location } from "../base/location.ts";
import type { Edit, Span } from "../base/span.ts";
import type { BoundAnnotation, Heading } from "./block.ts";
import type { Deprecation } from "./declarations/deprecation.ts";
import type { Include, Link } from "./link.ts";
import type { OperationDeclaration } from "./operation-declaration.ts";
import type { PageExample } from "./page-example.ts";
import type { Cloud, Permission, PlacedPermission } from "./permission.ts";
import type { PageReading } from "./reading/page-reading.ts";
import type { PageSnippet } from "./snippets/page-snippets.ts";
import type { EnumDeclaration, TypeDeclaration } from "./type-declaration.ts";

export type { BoundAnnotation } from "./block.ts";
export type { Include, Link } from "./link.ts";
export type {
  HeaderDeclaration,
  OperationDeclaration,
  PathRetirement,
  QueryOptions,
  RequestTemplate,
  ResponsePromise,
} from "./operation-declaration.ts";
export type { DocumentedMessage, PageExample } from "./page-example.ts";
export type { Cloud, Permission, PlacedPermission } from "./permission.ts";
export type {
  EnumDeclaration,
  MethodDeclaration,
  PropertyDeclaration,
  PropertyFacts,
  TypeDeclaration,
  TypeReference,
  ValueRange,
} from "./type-declaration.ts";

export type GraphVersion = "v1.0" | "beta";

/**
 * What is read of a page: everything, or what it promises, of which contracts are made. Then nobody looks for what is
 * wrong with the page, for code, for what it links to, or for what was not read: there are no `flaws`, no `snippets`, no
 * `links`, no `placedPermissions`, no `headings`, no `annotations`, no `frontMatter`, and nothing is counted.
 */
export type PageReads = "everything" | "promises";

/** One documentation page, parsed; every part says where it stands. Plain data. */
export interface Page {
  /** The path as the reader was given it, with forward slashes. */
  readonly file: string;
  readonly version: GraphVersion;
  readonly kind: "api" | "resource" | "include" | "contents" | "other" | "unreadable";
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
  /** How much of it was read, and what was not. */
  readonly reading: PageReading;
}

/** A part of a page that is not what it should be; `rule` is the page rule that reports it. */
export interface Flaw {
  readonly rule: string;
  readonly message: string;
  readonly span: Span;
  /** What to do, in a sentence. */
  readonly advice?: string;
  readonly edits?: readonly Edit[];
  readonly severity?: "warning" | "info";
}

export interface FrontMatterValue {
  readonly name: string;
  readonly value: string;
  readonly location: Location;
  readonly length: number;
}
