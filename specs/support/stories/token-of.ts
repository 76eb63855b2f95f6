import { isObject } from "../../../src/base/is-object.ts";

/** A token of the mock, for what a grant of OAuth says. */
export async function tokenOf(origin: string, grant: Readonly<Record<string, string>>): Promise<string> {
  const response = await fetch(`${origin}/contoso.com/oauth2/v2.0/token`, {
    method: "POST",
    body: new URLSearchParams({
      client_id: "11111111-2222-4333-8444-555555555555",
      client_secret: "a secret",
      scope: "https://graph.microsoft.com/.default",
      ...grant,
    }),
  });
  const granted: unknown = await response.json();
  if (!isObject(granted)) throw new Error("there is no token");
  return String(granted.access_token);
}
