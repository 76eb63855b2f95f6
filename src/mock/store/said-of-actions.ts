import type { GraphFacts } from "./graph-fact.ts";

/** The rows of the one table that say what actions do. */
export const actionFacts: Pick<GraphFacts, "adds" | "moves" | "memberships"> = {
  adds: [
    {
      fact: { action: "reply", parameter: "post", to: "posts" },
      source: "https://learn.microsoft.com/graph/api/conversationthread-reply",
    },
  ],
  moves: (
    [
      ["mailfolders", "childFolders", "mailfolder"],
      ["messages", "messages", "message"],
    ] as const
  ).flatMap(([whole, as, page]) =>
    (["move", "copy"] as const).map((action) => ({
      fact: {
        action,
        whole,
        part: "mailFolders",
        as,
        parameter: "destinationId",
        ...(action === "copy" ? { copies: true as const } : {}),
      },
      source: `https://learn.microsoft.com/graph/api/${page}-${action}`,
    })),
  ),
  memberships: [
    {
      fact: { action: "checkMemberGroups", of: "memberOf", ids: "groupIds", type: "microsoft.graph.group" },
      source: "https://learn.microsoft.com/graph/api/directoryobject-checkmembergroups",
    },
    {
      fact: { action: "getMemberGroups", of: "memberOf", type: "microsoft.graph.group" },
      source: "https://learn.microsoft.com/graph/api/directoryobject-getmembergroups",
    },
    {
      fact: { action: "checkMemberObjects", of: "memberOf", ids: "ids" },
      source: "https://learn.microsoft.com/graph/api/directoryobject-checkmemberobjects",
    },
    {
      fact: { action: "getMemberObjects", of: "memberOf" },
      source: "https://learn.microsoft.com/graph/api/directoryobject-getmemberobjects",
    },
  ],
};
