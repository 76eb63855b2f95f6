import { rightAnswer } from "./server.ts";

/** Gets a token from the service as a daemon would (client credentials) and resolves to the Authorization header. */
export async function signIn(port: number): Promise<string> {
  const form = {
    client_id: "00000000-0000-0000-0000-0000000000c1",
    client_secret: "bench",
    grant_type: "client_credentials",
    scope: "https://graph.microsoft.com/.default",
  };
  const answer = await rightAnswer(port, {
    method: "POST",
    target: "/00000000-0000-0000-0000-0000000000a1/oauth2/v2.0/token",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(form).toString(),
  });
  const value: unknown = JSON.parse(answer.body);
  const token =
    typeof value === "object" && value !== null && "access_token" in value ? value.access_token : undefined;
  if (typeof token !== "string") throw new Error(`no token in ${answer.body}`);
  return `Bearer ${token}`;
}
