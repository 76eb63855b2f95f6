import type { PlannedRequest } from "../documentation/generated-documentation.ts";
import { ask } from "../process/ask.ts";
import type { Server } from "../process/server.ts";

/** How many of each hundred requests read, query, write, and go as a `$batch` of five. */
export const shares = { reads: 55, queries: 20, writes: 20, batches: 5 } as const;

const people = 40;

/**
 * What a crowd of clients sends to a mock of all of v1.0, each to people that were made before: reads and queries of
 * lists, updates that each change something, messages that are written, and batches.
 */
export async function crowdRequests(server: Server): Promise<PlannedRequest[]> {
  const ids: string[] = [];
  for (let index = 0; index < people; index++) ids.push(await makeUser(server, index));
  const of = (index: number): string => `/v1.0/users/${ids[index % people] ?? ""}`;
  const kinds: Readonly<Record<keyof typeof shares, (index: number) => PlannedRequest>> = {
    reads: (index) => ({ method: "GET", target: reads[index % reads.length]?.(of(index)) ?? of(index) }),
    queries: (index) => ({ method: "GET", target: queries[index % queries.length] ?? of(index) }),
    writes: (index) => (index % 4 === 0 ? message(of(index), index) : update(of(index), index)),
    batches: (index) => batch([0, 1, 2, 3, 4].map((more) => of(index + more).replace("/v1.0", ""))),
  };
  const all: PlannedRequest[] = [];
  const turns = Object.entries(shares).flatMap(([kind, share]) =>
    Array.from({ length: share }, (_, turn) => ({
      kind: kind as keyof typeof shares,
      at: (turn + 0.5) / share,
    })),
  );
  turns.sort((one, other) => one.at - other.at);
  for (let round = 0; round < 20; round++)
    for (const [turn, { kind }] of turns.entries()) all.push(kinds[kind](round * turns.length + turn));
  return all;
}

const reads: readonly ((user: string) => string)[] = [
  (user) => user,
  (user) => `${user}/messages`,
  (user) => `${user}/events`,
  () => "/v1.0/groups",
  () => "/v1.0/users?$top=10",
];

const queries: readonly string[] = [
  "/v1.0/users?$filter=startswith(displayName,'Person 1')&$select=id,displayName",
  "/v1.0/users?$select=id,displayName&$top=20",
  "/v1.0/groups?$select=id,displayName",
  "/v1.0/users?$filter=userPrincipalName%20eq%20'person7@contoso.com'",
  "/v1.0/applications?$top=5",
];

function update(user: string, index: number): PlannedRequest {
  return { method: "PATCH", target: user, body: JSON.stringify({ jobTitle: `Title ${index}` }) };
}

function message(user: string, index: number): PlannedRequest {
  const body = { subject: `Message ${index}`, body: { contentType: "text", content: "Hello" } };
  return { method: "POST", target: `${user}/messages`, body: JSON.stringify(body) };
}

function batch(targets: readonly string[]): PlannedRequest {
  const requests = targets.map((url, index) => ({ id: String(index), method: "GET", url }));
  return { method: "POST", target: "/v1.0/$batch", body: JSON.stringify({ requests }) };
}

async function makeUser({ port, authorization }: Server, index: number): Promise<string> {
  const answer = await ask(port, {
    method: "POST",
    target: "/v1.0/users",
    headers: { authorization, "content-type": "application/json" },
    body: JSON.stringify({
      accountEnabled: true,
      displayName: `Person ${index}`,
      mailNickname: `person${index}`,
      userPrincipalName: `person${index}@contoso.com`,
      passwordProfile: { password: "xWwvJ]6NMw+bWH-d", forceChangePasswordNextSignIn: true },
    }),
  });
  const made: unknown = JSON.parse(answer.body);
  const id = typeof made === "object" && made !== null && "id" in made ? made.id : undefined;
  if (typeof id !== "string")
    throw new Error(`no user was made: ${answer.status} ${answer.body.slice(0, 300)}`);
  return id;
}
