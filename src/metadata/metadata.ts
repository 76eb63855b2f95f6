/**
 * A CSDL document, read. Plain immutable data; every name is qualified (`microsoft.graph.user`), whatever alias the
 * document uses, and every element says where it stands.
 */
export interface Metadata {
  readonly file: string;
  /** Entity and complex types by qualified name. */
  readonly types: Readonly<Record<string, MetadataType>>;
  readonly enums: Readonly<Record<string, MetadataEnum>>;
  /** Actions and functions, overloads each for itself, in the order of the document. */
  readonly operations: readonly MetadataOperation[];
  /** Entity sets, singletons and imports of the container by name. */
  readonly roots: Readonly<Record<string, MetadataRoot>>;
  /** What is said of an element, by what it targets: `microsoft.graph.user`, `microsoft.graph.user/manager`. */
  readonly annotations: Readonly<Record<string, Annotations>>;
}

/** The values of an element's annotations, by the qualified name of the term. */
export type Annotations = Readonly<Record<string, AnnotationValue>>;

export type AnnotationValue =
  | string
  | boolean
  | readonly AnnotationValue[]
  | { readonly [property: string]: AnnotationValue };

/** Where an element begins in the document. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface MetadataTypeRef {
  /** `Edm.String`, or the qualified name of a type or an enumeration. */
  readonly name: string;
  readonly collection: boolean;
}

export interface MetadataType extends Place {
  readonly name: string;
  readonly kind: "entity" | "complex";
  readonly base?: string;
  readonly abstract: boolean;
  readonly open: boolean;
  /** It has a media stream of its own. */
  readonly stream: boolean;
  /** The names of the properties that are the key, where the type declares it itself. */
  readonly key: readonly string[];
  /** Its own properties and navigation properties, in the order of the document. */
  readonly members: readonly MetadataMember[];
}

export interface MetadataMember extends Place {
  readonly name: string;
  readonly type: MetadataTypeRef;
  readonly navigation: boolean;
  /** Absent where the document does not say; then null is allowed. */
  readonly nullable?: boolean;
  /** The target of a navigation property lives in the resource that holds it. */
  readonly contained: boolean;
}

export interface MetadataEnum extends Place {
  readonly name: string;
  /** Several members at once. */
  readonly flags: boolean;
  /** In the order of the document; the value orders them. */
  readonly members: readonly MetadataEnumMember[];
}

export interface MetadataEnumMember extends Place {
  readonly name: string;
  readonly value: number;
}

export interface MetadataOperation extends Place {
  readonly name: string;
  readonly kind: "action" | "function";
  /** What it is called on, where it is bound. */
  readonly binding?: MetadataTypeRef;
  /** Without the one that it is bound to. */
  readonly parameters: readonly MetadataParameter[];
  readonly returns?: MetadataTypeRef;
  /** More segments may follow. */
  readonly composable: boolean;
}

export interface MetadataParameter extends Place {
  readonly name: string;
  readonly type: MetadataTypeRef;
  readonly nullable?: boolean;
}

export interface MetadataRoot extends Place {
  readonly name: string;
  /** What annotations call it: `microsoft.graph.GraphService/users`. */
  readonly target: string;
  readonly kind: "set" | "singleton" | "import";
  /** What it holds; of an import, the operation that it calls. */
  readonly type: MetadataTypeRef;
  /** Where that lives what its relationships lead to, and does not live in itself. */
  readonly bindings: readonly NavigationBinding[];
}

/** A navigation property binding (OData CSDL XML 4.01, section 13.4). */
export interface NavigationBinding {
  /** The names on the way from the root to the navigation property, casts among them: `classes/members`. */
  readonly path: string;
  /** The names on the way from the container to the set: `users`, `education/users`. */
  readonly target: string;
}
