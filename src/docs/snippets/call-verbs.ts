const verbs: Readonly<Record<string, string>> = {
  get: "GET",
  getstream: "GET",
  list: "GET",
  add: "POST",
  create: "POST",
  post: "POST",
  patch: "PATCH",
  update: "PATCH",
  put: "PUT",
  putstream: "PUT",
  delete: "DELETE",
  del: "DELETE",
};

/** The HTTP method that a call at the end of a chain stands for: `GetAsync`, `update`, `PostAsMovePostResponseAsync`. */
export function methodOfVerb(name: string): string | undefined {
  const bare = name
    .toLowerCase()
    .replace(/async$/, "")
    .replace(/withrequestconfiguration(?:andresponsehandler)?$/, "");
  return verbs[bare] ?? verbs[/^(get|post|patch|put|delete)_?as_?\w+response$/.exec(bare)?.[1] ?? ""];
}
