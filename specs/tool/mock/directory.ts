import { apiPage, resourcePage } from "../../support/page-text.ts";

/** The ids that the examples of the directory show. */
export const [ida, otto, crew] = [
  "1d1d1d1d-0000-4000-8000-000000000001",
  "0770770a-0000-4000-8000-000000000002",
  "c3e3c3e3-0000-4000-8000-000000000003",
] as const;

const derived = (text: string) =>
  text.replace(
    '"blockType":"resource"',
    '"blockType":"resource","baseType":"microsoft.graph.directoryObject"',
  );
const answered = (...value: readonly object[]) =>
  `HTTP/1.1 200 OK\nContent-Type: application/json\n\n${JSON.stringify({ value })}`;
const at = (path: string) => `GET https://graph.microsoft.com/v1.0${path}`;
const id = "|id|String|The key. Read-only.|";
const name = "|displayName|String|The name.|";
const done = { response: "`204 No Content` response code" };
const one = (type: string) => ({
  response: `\`200 OK\` response code and a [${type}](../resources/${type}.md) object`,
});
const lists = (type: string, ...examples: readonly (readonly [string, string])[]) => ({
  response: `\`200 OK\` response code and a collection of [${type}](../resources/${type}.md) objects`,
  examples,
});
const made = (type: string) => ({
  body: `In the request body, supply a JSON representation of the [${type}](../resources/${type}.md) object.`,
  response: `\`201 Created\` response code and a [${type}](../resources/${type}.md) object`,
});
const objects = "[directoryObject](directoryobject.md) collection";

/** The pages of a directory, by file: users and groups, which refer to one another. */
export const directory: Readonly<Record<string, string>> = {
  "resources/directoryobject.md": resourcePage("directoryObject", {
    properties: [id],
    json: { id: "String" },
  }),
  "resources/user.md": derived(
    resourcePage("user", {
      properties: [id, name, "|userPrincipalName|String|Another key.|"],
      relationships: [
        `|memberOf|${objects}|Where the user belongs to.|`,
        `|ownedObjects|${objects}|What the user owns.|`,
        "|manager|[directoryObject](directoryobject.md)|Who leads the user.|",
        `|directReports|${objects}|Whom the user leads.|`,
      ],
      json: { id: "String", displayName: "String", userPrincipalName: "String" },
    }),
  ),
  "resources/group.md": derived(
    resourcePage("group", {
      properties: [id, name],
      relationships: [
        `|members|${objects}|Who belongs to it.|`,
        `|owners|${objects}|Who owns it.|`,
        `|memberOf|${objects}|Where the group belongs to.|`,
      ],
      json: { id: "String", displayName: "String" },
    }),
  ),
  "api/object-get.md": apiPage("Get object", "GET /directoryObjects/{id}", one("directoryObject")),
  "api/user-list.md": apiPage(
    "List users",
    "GET /users",
    lists("user", [
      at("/users"),
      answered(
        { id: ida, displayName: "Ida", userPrincipalName: "ida@contoso.com" },
        { id: otto, displayName: "Otto", userPrincipalName: "otto@contoso.com" },
      ),
    ]),
  ),
  "api/user-get.md": apiPage("Get user", "GET /users/{id}", one("user")),
  "api/user-post.md": apiPage("Create user", "POST /users", made("user")),
  "api/user-update.md": apiPage("Update user", "PATCH /users/{id}", done),
  "api/user-delete.md": apiPage("Delete user", "DELETE /users/{id}", done),
  "api/group-list.md": apiPage(
    "List groups",
    "GET /groups",
    lists("group", [at("/groups"), answered({ id: crew, displayName: "Crew" })]),
  ),
  "api/group-get.md": apiPage("Get group", "GET /groups/{id}", one("group")),
  "api/group-post.md": apiPage("Create group", "POST /groups", made("group")),
  "api/group-update.md": apiPage("Update group", "PATCH /groups/{id}", done),
  "api/group-delete.md": apiPage("Delete group", "DELETE /groups/{id}", done),
  ...relationship("group", "members", `/groups/${crew}/members`, { id: ida, displayName: "Ida of old" }),
  ...relationship("group", "owners"),
  "api/manager-get.md": apiPage("Get manager", "GET /users/{id}/manager", one("directoryObject")),
  "api/manager-put.md": apiPage("Assign manager", "PUT /users/{id}/manager/$ref", done),
  "api/manager-delete.md": apiPage("Remove manager", "DELETE /users/{id}/manager/$ref", done),
  ...side("memberOf"),
  ...side("ownedObjects"),
  ...side("directReports"),
};

function side(name: string): Record<string, string> {
  const page = apiPage(`List ${name}`, `GET /users/{id}/${name}`, lists("directoryObject"));
  return { [`api/user-list-${name}.md`]: page };
}

function relationship(
  of: string,
  named: string,
  path = "",
  ...shown: readonly object[]
): Record<string, string> {
  const collection = `/${of}s/{id}/${named}`;
  const example = path === "" ? [] : [[at(path), answered(...shown)] as const];
  return {
    [`api/${of}-list-${named}.md`]: apiPage(
      `List ${named}`,
      `GET ${collection}`,
      lists("directoryObject", ...example),
    ),
    [`api/${of}-post-${named}.md`]: apiPage(`Add ${named}`, `POST ${collection}/$ref`, done),
    [`api/${of}-delete-${named}.md`]: apiPage(`Remove ${named}`, `DELETE ${collection}/{id}/$ref`, done),
  };
}
