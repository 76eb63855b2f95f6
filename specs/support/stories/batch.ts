import { expect } from "vitest";
import { type Caller, idOf, type Teller } from "./teller.ts";
import { newUser } from "./users.ts";

export interface BatchedRequest {
  readonly method: string;
  /** As documentation has it, without version. */
  readonly path: string;
  readonly body?: unknown;
}

export interface BatchCaller extends Caller {
  /** The statuses of requests that are sent as one, in their order; each waits for the one before. */
  batch(requests: readonly BatchedRequest[]): Promise<readonly number[]>;
}

/** Several requests go as one. */
export async function tellOfBatches({ step }: Teller, app: BatchCaller): Promise<void> {
  const kim = idOf(await step("a user is created", () => app.post("/users", newUser("kim"))));
  await step(
    "each request of a batch is answered as it would be alone",
    async () => ({
      value: await app.batch([
        { method: "GET", path: `/users/${kim}` },
        { method: "PATCH", path: `/users/${kim}`, body: { city: "Oslo" } },
        { method: "GET", path: "/users/nobody@contoso.com" },
      ]),
    }),
    ({ value }) => expect(value).toEqual([200, 204, 404]),
  );
  await step(
    "what a batch wrote is read alone",
    () => app.get(`/users/${kim}`, { query: { select: "city" } }),
    (user) => expect(user).toMatchObject({ city: "Oslo" }),
  );
}
