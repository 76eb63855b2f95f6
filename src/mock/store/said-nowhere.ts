import type { GraphFacts } from "./graph-fact.ts";
import { actionFacts } from "./said-of-actions.ts";

/** The one table of what neither pages nor metadata say; a row is a fact of Graph with the page that is its source. */
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
    ...(
      [
        ["list", "displayName", "list-get"],
        ["workbookWorksheet", "name", "worksheet-get"],
        ["workbookTable", "name", "table-get"],
      ] as const
    ).map(([type, property, page]) => ({
      fact: { property, type: `microsoft.graph.${type}` },
      source: `https://learn.microsoft.com/graph/api/${page}`,
    })),
  ],
  namedBy: ["extension", "openTypeExtension"].map((name) => ({
    fact: { type: `microsoft.graph.${name}`, property: "extensionName" },
    source: "https://learn.microsoft.com/graph/api/opentypeextension-get",
  })),
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
    ...(["mailFolder", "contactFolder"] as const).map((type) => ({
      fact: { whole: `${type}s`, part: `${type}s`, as: "childFolders", property: "parentFolderId" },
      source: `https://learn.microsoft.com/graph/api/${type.toLowerCase()}-list-childfolders`,
    })),
    {
      fact: { whole: "plans", part: "groups", property: "owner", through: "planner" },
      source: "https://learn.microsoft.com/graph/api/plannergroup-list-plans",
    },
    ...(
      [
        ["tasks", "plans", "planId", "plannerplan-list-tasks"],
        ["tasks", "buckets", "bucketId", "plannerbucket-list-tasks"],
        ["buckets", "plans", "planId", "plannerplan-list-buckets"],
        ["contacts", "contactFolders", "parentFolderId", "user-list-contacts"],
        [
          "oauth2PermissionGrants",
          "servicePrincipals",
          "clientId",
          "serviceprincipal-list-oauth2permissiongrants",
        ],
        ["oauth2PermissionGrants", "users", "principalId", "user-list-oauth2permissiongrants"],
      ] as const
    ).map(([whole, part, property, page]) => ({
      fact: { whole, part, property },
      source: `https://learn.microsoft.com/graph/api/${page}`,
    })),
  ],
  sameKeys: [
    {
      fact: { single: "team", behind: "groups", of: "teams" },
      source: "https://learn.microsoft.com/graph/api/team-put-teams",
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
    {
      fact: { whole: "calendars", part: "calendarGroups" },
      source: "https://learn.microsoft.com/graph/api/user-list-calendars",
    },
    {
      fact: { whole: "events", part: "calendars" },
      source: "https://learn.microsoft.com/graph/api/user-list-events",
    },
    {
      fact: { whole: "tables", part: "worksheets" },
      source: "https://learn.microsoft.com/graph/api/workbook-list-tables",
    },
  ],
  addressed: [
    {
      fact: { of: "sites", property: "webUrl", root: "root" },
      source: "https://learn.microsoft.com/graph/api/site-getbypath",
    },
  ],
  deleted: [
    ...["user", "application", "servicePrincipal"].map((type) => ({
      fact: { type, at: ["directory", "deletedItems"] as const },
      source: "https://learn.microsoft.com/graph/api/resources/directory",
    })),
    {
      fact: {
        type: "group",
        // Security groups are deleted for ever.
        where: { property: "groupTypes", has: "Unified" },
        at: ["directory", "deletedItems"],
      },
      source: "https://learn.microsoft.com/graph/api/directory-deleteditems-restore",
    },
  ],
  needed: [
    {
      // The same sentence stands above tables of hundreds of pages that require nothing.
      fact: {
        of: "users",
        names: ["accountEnabled", "displayName", "mailNickname", "passwordProfile", "userPrincipalName"],
        unless: "identities",
      },
      source: "https://learn.microsoft.com/graph/api/user-post-users",
    },
  ],
  shared: [
    {
      fact: {
        of: "appRoleAssignedTo",
        property: "principalId",
        owners: ["users", "groups", "servicePrincipals"],
        as: "appRoleAssignments",
      },
      source: "https://learn.microsoft.com/graph/api/serviceprincipal-post-approleassignedto",
    },
    {
      fact: {
        of: "appRoleAssignments",
        property: "resourceId",
        owners: ["servicePrincipals"],
        as: "appRoleAssignedTo",
      },
      source: "https://learn.microsoft.com/graph/api/user-post-approleassignments",
    },
  ],
  ...actionFacts,
  wellKnown: [
    {
      fact: { of: "mailFolders", on: "mailFolder", names: ["inbox", "drafts", "sentitems", "deleteditems"] },
      source: "https://learn.microsoft.com/graph/api/resources/mailfolder",
    },
  ],
  facets: [
    {
      fact: { names: ["file", "folder", "package"] },
      source: "https://learn.microsoft.com/graph/api/resources/driveitem",
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
    ...(
      [
        ["members", "educationClass", "classes", "educationuser-list-classes"],
        ["teachers", "educationClass", "taughtClasses", "educationuser-list-taughtclasses"],
        ["classes", "educationSchool", "schools", "educationclass-list-schools"],
        ["users", "educationSchool", "schools", "educationuser-list-schools"],
      ] as const
    ).map(([reference, on, inverse, page]) => ({
      fact: { reference, on, inverse },
      source: `https://learn.microsoft.com/graph/api/${page}`,
    })),
  ],
};
