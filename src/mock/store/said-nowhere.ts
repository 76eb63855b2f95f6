/** A fact of Graph that the contract cannot tell, with the page that is its source. */
export interface SaidNowhere<Fact> {
  readonly fact: Fact;
  readonly source: string;
}

/**
 * What neither the structure of pages nor metadata says. Each row is used only where the contract has both of its
 * sides, on whatever type they are.
 */
export interface GraphFacts {
  /** A name under which the resources of another collection of the same owner appear. */
  readonly views: readonly SaidNowhere<{ readonly view: string; readonly of: string }>[];
  /** A property whose value a path may give in place of the key. */
  readonly alternateKeys: readonly SaidNowhere<{ readonly property: string }>[];
  /** A type that is open to extensions alone, with those that derive from it: each extension has a `_` in its name. */
  readonly extended: readonly SaidNowhere<{ readonly type: string }>[];
}

export const graphFacts: GraphFacts = {
  views: [
    {
      fact: { view: "calendarView", of: "events" },
      source: "https://learn.microsoft.com/graph/api/user-list-calendarview",
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
};
