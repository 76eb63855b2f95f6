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
  /** In which part those are that pages show elsewhere, and new ones that do not say: well-known names. */
  readonly shown?: string;
  readonly created?: string;
}

/** A collection that shows, beside its own, all that each of the parts of its owner has under the same name. */
export interface GatherFact {
  readonly whole: string;
  readonly part: string;
}

/** An action that brings a resource of a whole into another of its parts, or a copy of it. */
export interface MoveFact {
  readonly action: string;
  /** In lower case. */
  readonly whole: string;
  readonly part: string;
  /** What names the part. */
  readonly parameter: string;
  readonly copies?: true;
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
  /** A property whose value a path may give in place of the key. */
  readonly alternateKeys: readonly SaidNowhere<{ readonly property: string }>[];
  /** A type that is open to extensions alone, with those that derive from it: each extension has a `_` in its name. */
  readonly extended: readonly SaidNowhere<{ readonly type: string }>[];
  readonly parts: readonly SaidNowhere<PartFact>[];
  readonly gathered: readonly SaidNowhere<GatherFact>[];
  readonly moves: readonly SaidNowhere<MoveFact>[];
  readonly wellKnown: readonly SaidNowhere<WellKnownFact>[];
  readonly inverses: readonly SaidNowhere<InverseFact>[];
  /** What is taken, and given to nobody. */
  readonly secrets: readonly SaidNowhere<{ readonly type: string; readonly property: string }>[];
}

export const graphFacts: GraphFacts = {
  views: [
    {
      fact: { view: "calendarView", of: "events", between: ["startDateTime", "endDateTime"] },
      source: "https://learn.microsoft.com/graph/api/user-list-calendarview",
    },
    {
      fact: { view: "events", of: "events", through: "calendar" },
      source: "https://learn.microsoft.com/graph/api/user-list-events",
    },
    {
      fact: { view: "joinedTeams", of: "teams", at: "root" },
      source: "https://learn.microsoft.com/graph/api/user-list-joinedteams",
    },
  ],
  alternateKeys: [
    {
      fact: { property: "userPrincipalName" },
      source: "https://learn.microsoft.com/graph/api/user-get",
    },
  ],
  extended: ["directoryObject", "message", "event", "contact", "post"].map((name) => ({
    fact: { type: `microsoft.graph.${name}` },
    source: "https://learn.microsoft.com/graph/extensibility-overview",
  })),
  secrets: [
    {
      fact: { type: "microsoft.graph.passwordProfile", property: "password" },
      source: "https://learn.microsoft.com/graph/api/resources/passwordprofile",
    },
  ],
  parts: [
    {
      fact: {
        whole: "messages",
        part: "mailFolders",
        property: "parentFolderId",
        shown: "inbox",
        created: "drafts",
      },
      source: "https://learn.microsoft.com/graph/api/user-list-messages",
    },
    {
      fact: { whole: "tasks", part: "plans", property: "planId" },
      source: "https://learn.microsoft.com/graph/api/plannerplan-list-tasks",
    },
    {
      fact: { whole: "tasks", part: "buckets", property: "bucketId" },
      source: "https://learn.microsoft.com/graph/api/plannerbucket-list-tasks",
    },
  ],
  gathered: [
    {
      fact: { whole: "userProcessingResults", part: "runs" },
      source: "https://learn.microsoft.com/graph/api/identitygovernance-userprocessingresult-list",
    },
    {
      fact: { whole: "taskProcessingResults", part: "userProcessingResults" },
      source: "https://learn.microsoft.com/graph/api/identitygovernance-run-list-taskprocessingresults",
    },
    {
      fact: { whole: "threads", part: "conversations" },
      source: "https://learn.microsoft.com/graph/api/group-list-threads",
    },
    {
      fact: { whole: "sectionGroups", part: "notebooks" },
      source: "https://learn.microsoft.com/graph/api/onenote-list-sectiongroups",
    },
    ...["notebooks", "sectionGroups"].map((part) => ({
      fact: { whole: "sections", part },
      source: "https://learn.microsoft.com/graph/api/onenote-list-sections",
    })),
    {
      fact: { whole: "pages", part: "sections" },
      source: "https://learn.microsoft.com/graph/api/onenote-list-pages",
    },
  ],
  moves: [
    {
      fact: { action: "move", whole: "messages", part: "mailFolders", parameter: "destinationId" },
      source: "https://learn.microsoft.com/graph/api/message-move",
    },
    {
      fact: {
        action: "copy",
        whole: "messages",
        part: "mailFolders",
        parameter: "destinationId",
        copies: true,
      },
      source: "https://learn.microsoft.com/graph/api/message-copy",
    },
  ],
  wellKnown: [
    {
      fact: { of: "mailFolders", on: "mailFolder", names: ["inbox", "drafts", "sentitems", "deleteditems"] },
      source: "https://learn.microsoft.com/graph/api/resources/mailfolder",
    },
  ],
  inverses: [
    {
      fact: { reference: "members", on: "group", inverse: "memberOf" },
      source: "https://learn.microsoft.com/graph/api/user-list-memberof",
    },
    {
      fact: { reference: "members", on: "directoryRole", inverse: "memberOf" },
      source: "https://learn.microsoft.com/graph/api/user-list-memberof",
    },
    {
      fact: { reference: "members", on: "administrativeUnit", inverse: "memberOf" },
      source: "https://learn.microsoft.com/graph/api/user-list-memberof",
    },
    {
      fact: { reference: "owners", on: "group", inverse: "ownedObjects" },
      source: "https://learn.microsoft.com/graph/api/user-list-ownedobjects",
    },
    {
      fact: { reference: "owners", on: "application", inverse: "ownedObjects" },
      source: "https://learn.microsoft.com/graph/api/user-list-ownedobjects",
    },
    {
      fact: { reference: "owners", on: "servicePrincipal", inverse: "ownedObjects" },
      source: "https://learn.microsoft.com/graph/api/serviceprincipal-list-ownedobjects",
    },
    {
      fact: { reference: "manager", on: "user", inverse: "directReports" },
      source: "https://learn.microsoft.com/graph/api/user-list-directreports",
    },
    {
      fact: { reference: "registeredOwners", on: "device", inverse: "ownedDevices" },
      source: "https://learn.microsoft.com/graph/api/user-list-owneddevices",
    },
    {
      fact: { reference: "registeredUsers", on: "device", inverse: "registeredDevices" },
      source: "https://learn.microsoft.com/graph/api/user-list-registereddevices",
    },
  ],
};
