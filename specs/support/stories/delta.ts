import { expect } from "vitest";
import { type Answer, type Caller, idOf, idsOf, itemsOf, type Teller } from "./teller.ts";
import { newUser } from "./users.ts";

/** What a program asks for that keeps a copy of the users. */
export async function tellOfDelta({ step }: Teller, app: Caller): Promise<void> {
  const hal = idOf(await step("a user is created", () => app.post("/users", newUser("hal"))));
  const ivy = idOf(await step("another user is created", () => app.post("/users", newUser("ivy"))));
  const first = await step(
    "all users come, and a link for later",
    async () => wholeDelta(app, await app.get("/users/delta", { query: { select: "displayName,jobTitle" } })),
    (delta) => {
      expect(idsOf(delta)).toEqual(expect.arrayContaining([hal, ivy]));
      expect(delta["@odata.deltaLink"]).toEqual(expect.any(String));
    },
  );
  const later = (delta: Answer) => app.get(String(delta["@odata.deltaLink"]));
  await step(
    "nothing has changed",
    () => later(first),
    (delta) => expect(idsOf(delta)).toEqual([]),
  );
  await step("a user is changed", () => app.patch(`/users/${hal}`, { jobTitle: "Pilot", city: "Oslo" }));
  const second = await step(
    "only the changed one comes, with what was selected",
    () => later(first),
    (delta) => {
      expect(itemsOf(delta)).toMatchObject([{ id: hal, jobTitle: "Pilot" }]);
      expect(itemsOf(delta)[0]).not.toHaveProperty("city");
    },
  );
  await step("a user is deleted", () => app.delete(`/users/${ivy}`));
  await step(
    "the deleted one comes as removed",
    () => later(second),
    (delta) =>
      expect(itemsOf(delta)).toMatchObject([{ id: ivy, "@removed": { reason: expect.any(String) } }]),
  );
}

async function wholeDelta(app: Caller, first: Answer): Promise<Answer> {
  const value = [...itemsOf(first)];
  let page = first;
  for (let pages = 0; typeof page["@odata.nextLink"] === "string" && pages < 100; pages++) {
    page = await app.get(page["@odata.nextLink"]);
    value.push(...itemsOf(page));
  }
  return { ...page, value };
}
