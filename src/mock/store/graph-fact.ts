/** A fact of Graph that the contract cannot tell, with the page that is its source. */
export interface SaidNowhere<Fact> {
  readonly fact: Fact;
  readonly source: string;
}

/** Two relationships of which the one says of its owner what the other says of what it leads to. */
export interface InverseFact {
  readonly reference: string;
  /** The type that has the reference; the inverse is on whatever type the contract has it. */
  readonly on: string;
  readonly inverse: string;
}

/** A name under which the resources of another collection appear: of the same owner, unless it says of whom. */
export interface View {
  readonly view: string;
  readonly of: string;
  /** Of nobody: it is one that stands at the root. */
  readonly at?: "root";
  /** The view is behind that name, in lower case; the collection is behind what that name belongs to. */
  readonly through?: string;
  /** The options of the query between whose dates they are, by what says when they begin and end. */
  readonly between?: readonly [from: string, until: string];
}

/** A collection of which a part is told by a property, and shown below what the property names. */
export interface PartFact {
  readonly whole: string;
  readonly part: string;
  readonly property: string;
  /** The name under which the part shows it, where that is another; what is in no part stands at the top. */
  readonly as?: string;
  /** What stands between the part and what is shown of it, and has the whole at the root; in lower case. */
  readonly through?: string;
  /** In which part those are that pages show elsewhere, and new ones that do not say: well-known names. */
  readonly shown?: string;
  readonly created?: string;
}

/** A collection that shows, beside its own, all that each of the parts of its owner has under the same name. */
export interface GatherFact {
  readonly whole: string;
  readonly part: string;
}

/** What stands alone behind a resource and is the one of a root collection that has the same key. */
export interface SameKeyFact {
  readonly single: string;
  readonly behind: string;
  readonly of: string;
}

/** A set at the root of which a path may name one by its host and its path there, in colons. */
export interface AddressFact {
  /** In lower case. */
  readonly of: string;
  /** The property that has the whole address. */
  readonly property: string;
  /** In the place of a host that of the root, in lower case. */
  readonly root: string;
}

/** What is kept elsewhere when it is deleted, and comes back when it is restored there. */
export interface DeletedFact {
  /** The short name of its type. */
  readonly type: string;
  /** Only what has that among the values of a property. */
  readonly where?: { readonly property: string; readonly has: string };
  /** The names of the path to where it is kept. */
  readonly at: readonly [string, string];
}

/** What a page requires of who creates a resource in a sentence above its table, and when it does not. */
export interface NeededFact {
  /** The collection at the root, as its path writes it. */
  readonly of: string;
  readonly names: readonly string[];
  /** Who sends that may leave out any of them. */
  readonly unless: string;
}

/** What is created in a collection and shown in one of another owner as well, whose key a property of it says. */
export interface SharedFact {
  /** As the paths of the contract write them. */
  readonly of: string;
  readonly property: string;
  readonly owners: readonly string[];
  readonly as: string;
}

/** An action that adds what a parameter holds to a collection of its owner, and returns nothing. */
export interface AddsFact {
  readonly action: string;
  readonly parameter: string;
  readonly to: string;
}

/** An action that brings a resource of a whole into another of its parts, or a copy of it. */
export interface MoveFact {
  readonly action: string;
  /** In lower case. */
  readonly whole: string;
  readonly part: string;
  /** The name behind the part, where it is another. */
  readonly as?: string;
  /** What names the part. */
  readonly parameter: string;
  readonly copies?: true;
}

/** An action that is asked what its owner is a member of. */
export interface MembershipFact {
  readonly action: string;
  readonly of: string;
  /** The parameter with those that are asked about; all, where there is none. */
  readonly ids?: string;
  /** The only type of which the answer tells. */
  readonly type?: string;
}

/** Names by which some resources of a collection are always known. */
export interface WellKnownFact {
  /** The name of the collection, and the short name of the type that it holds. */
  readonly of: string;
  readonly on: string;
  readonly names: readonly string[];
}

/**
 * What neither the structure of pages nor metadata says. Each row is used only where the contract has both of its
 * sides, on whatever type they are.
 */
export interface GraphFacts {
  readonly views: readonly SaidNowhere<View>[];
  /** A property whose value a path may give in place of the key: of whatever type has it, or of that one. */
  readonly alternateKeys: readonly SaidNowhere<{ readonly property: string; readonly type?: string }>[];
  /** A property that a client gives a resource for its key. */
  readonly namedBy: readonly SaidNowhere<{ readonly type: string; readonly property: string }>[];
  /** A type that is open to extensions alone, with those that derive from it: each extension has a `_` in its name. */
  readonly extended: readonly SaidNowhere<{ readonly type: string }>[];
  readonly parts: readonly SaidNowhere<PartFact>[];
  readonly gathered: readonly SaidNowhere<GatherFact>[];
  readonly sameKeys: readonly SaidNowhere<SameKeyFact>[];
  readonly addressed: readonly SaidNowhere<AddressFact>[];
  readonly deleted: readonly SaidNowhere<DeletedFact>[];
  readonly needed: readonly SaidNowhere<NeededFact>[];
  readonly shared: readonly SaidNowhere<SharedFact>[];
  readonly adds: readonly SaidNowhere<AddsFact>[];
  readonly moves: readonly SaidNowhere<MoveFact>[];
  readonly memberships: readonly SaidNowhere<MembershipFact>[];
  readonly wellKnown: readonly SaidNowhere<WellKnownFact>[];
  readonly inverses: readonly SaidNowhere<InverseFact>[];
  /** Parts of a resource that tell what it is: it has one of them. */
  readonly facets: readonly SaidNowhere<{ readonly names: readonly string[] }>[];
  /** What is taken, and given to nobody. */
  readonly secrets: readonly SaidNowhere<{ readonly type: string; readonly property: string }>[];
}
