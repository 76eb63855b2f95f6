import { expect } from "vitest";
import { type Answer, type Caller, idOf, idsOf, itemsOf, type Teller } from "../teller.ts";

/** Lists of what one has to do, and what their tasks link to. */
export async function tellOfTodo({ step, refused }: Teller, me: Caller): Promise<void> {
  const list = await step(
    "to do: a list is created",
    () => me.post("/me/todo/lists", { displayName: "Travel items" }),
    (answer) => expect(answer).toMatchObject({ displayName: "Travel items", isOwner: true }),
  );
  const listPath = `/me/todo/lists/${idOf(list)}`;
  const task = await step(
    "to do: a task with what it links to",
    () =>
      me.post(`${listPath}/tasks`, {
        title: "A new task",
        linkedResources: [
          { webUrl: "http://microsoft.com", applicationName: "Microsoft", displayName: "Home" },
        ],
      }),
    (answer) => expect(answer).toMatchObject({ title: "A new task", status: "notStarted" }),
  );
  const path = `${listPath}/tasks/${idOf(task)}`;
  await step(
    "to do: what was linked on the way is listed",
    () => me.get(`${path}/linkedResources`),
    (answer) => expect(itemsOf(answer).map(({ displayName }) => displayName)).toEqual(["Home"]),
  );
  const link = await step(
    "to do: one more link",
    () =>
      me.post(`${path}/linkedResources`, {
        webUrl: "https://unseen.example/ticket",
        applicationName: "Tickets",
        displayName: "Ticket",
        externalId: "t-1",
      }),
    (answer) => expect(answer).toMatchObject({ applicationName: "Tickets", externalId: "t-1" }),
  );
  await step(
    "to do: the link is changed",
    () => me.patch(`${path}/linkedResources/${idOf(link)}`, { displayName: "Ticket 1" }),
    (answer) => expect(answer).toMatchObject({ displayName: "Ticket 1", externalId: "t-1" }),
  );
  await step("to do: the link is deleted", () => me.delete(`${path}/linkedResources/${idOf(link)}`));
  await refused("to do: the link is gone", 404, () => me.get(`${path}/linkedResources/${idOf(link)}`));
  await step(
    "to do: a task is completed",
    () =>
      me.patch(path, {
        status: "completed",
        dueDateTime: { dateTime: "2031-07-25T16:00:00", timeZone: "UTC" },
      }),
    (answer) => expect(answer).toMatchObject({ title: "A new task", status: "completed" }),
  );
  const open = await step("to do: another task", () =>
    me.post(`${listPath}/tasks`, { title: "Buy tickets", importance: "high" }),
  );
  await step(
    "to do: completed tasks",
    () => me.get(`${listPath}/tasks`, { query: { filter: "status eq 'completed'" } }),
    (answer) => expect(idsOf(answer)).toEqual([idOf(task)]),
  );
  await step(
    "to do: tasks by title",
    () => me.get(`${listPath}/tasks`, { query: { orderby: "title desc", select: "title" } }),
    (answer) => expect(itemsOf(answer).map(({ title }) => title)).toEqual(["Buy tickets", "A new task"]),
  );
  await step("to do: a task is deleted", () => me.delete(`${listPath}/tasks/${idOf(open)}`));
  await step(
    "to do: the list gets another name",
    () => me.patch(listPath, { displayName: "Vacation plan" }),
    (answer) => expect(answer.displayName).toBe("Vacation plan"),
  );
  await step("to do: the list is deleted", () => me.delete(listPath));
  await refused("to do: its tasks are gone with it", 404, () => me.get(path));
}

const etagOf = (answer: Answer) => ({ "If-Match": String(answer["@odata.etag"]) });

/** Planner: a plan of a group, its buckets and tasks, each written with the etag that was read. */
export async function tellOfPlanner({ step, refused }: Teller, all: Caller): Promise<void> {
  const group = await step("planner: a group for the plan", () =>
    all.post("/groups", {
      displayName: "Unseen planners",
      mailNickname: "unseenplanners",
      mailEnabled: true,
      securityEnabled: false,
      groupTypes: ["Unified"],
    }),
  );
  const plan = await step(
    "planner: a plan is created",
    () => all.post("/planner/plans", { owner: idOf(group), title: "Unseen plan" }),
    (answer) => expect(answer).toMatchObject({ owner: idOf(group), title: "Unseen plan" }),
  );
  const planPath = `/planner/plans/${idOf(plan)}`;
  await step(
    "planner: the group lists its plan",
    () => all.get(`/groups/${idOf(group)}/planner/plans`),
    (answer) => expect(idsOf(answer)).toContain(idOf(plan)),
  );
  const bucket = await step(
    "planner: a bucket is created",
    () => all.post("/planner/buckets", { name: "Advertising", planId: idOf(plan), orderHint: " !" }),
    (answer) => expect(answer).toMatchObject({ name: "Advertising", planId: idOf(plan) }),
  );
  await step(
    "planner: the plan lists its bucket",
    () => all.get(`${planPath}/buckets`),
    (answer) => expect(idsOf(answer)).toEqual([idOf(bucket)]),
  );
  const task = await step(
    "planner: a task is created",
    () =>
      all.post("/planner/tasks", { planId: idOf(plan), bucketId: idOf(bucket), title: "Update client list" }),
    (answer) => expect(answer).toMatchObject({ bucketId: idOf(bucket), title: "Update client list" }),
  );
  const path = `/planner/tasks/${idOf(task)}`;
  await step(
    "planner: the plan lists its task",
    () => all.get(`${planPath}/tasks`),
    (answer) => expect(idsOf(answer)).toEqual([idOf(task)]),
  );
  await step(
    "planner: the bucket lists its task",
    () => all.get(`/planner/buckets/${idOf(bucket)}/tasks`),
    (answer) => expect(idsOf(answer)).toEqual([idOf(task)]),
  );
  const read = await step(
    "planner: a task is read with its etag",
    () => all.get(path),
    (answer) => expect(typeof answer["@odata.etag"]).toBe("string"),
  );
  await refused("planner: a task is not changed with another etag", 412, () =>
    all.patch(path, { percentComplete: 10 }, { "If-Match": 'W/"JzEtVGFzayAgQEBAQEBAQEBAQEBAQEBAWCc="' }),
  );
  await step(
    "planner: a task is changed, and comes back",
    () => all.patch(path, { percentComplete: 50 }, { ...etagOf(read), Prefer: "return=representation" }),
    (answer) => expect(answer).toMatchObject({ percentComplete: 50, title: "Update client list" }),
  );
  await refused("planner: the etag of before is old", 412, () =>
    all.patch(path, { percentComplete: 60 }, etagOf(read)),
  );
  const details = await step(
    "planner: the details of a new task",
    () => all.get(`${path}/details`),
    (answer) => expect(typeof answer["@odata.etag"]).toBe("string"),
  );
  await step("planner: the details are written", () =>
    all.patch(
      `${path}/details`,
      {
        description: "Ask <sales> first",
        previewType: "noPreview",
        checklist: {
          "95e27074-6c4a-447a-aa24-9d718a0b86fa": {
            "@odata.type": "microsoft.graph.plannerChecklistItem",
            title: "Update task details",
            isChecked: true,
          },
        },
      },
      etagOf(details),
    ),
  );
  await step(
    "planner: the details are as written",
    () => all.get(`${path}/details`),
    (answer) =>
      expect(answer).toMatchObject({
        description: "Ask <sales> first",
        previewType: "noPreview",
        checklist: {
          "95e27074-6c4a-447a-aa24-9d718a0b86fa": { title: "Update task details", isChecked: true },
        },
      }),
  );
  const last = await step("planner: the task is read again", () => all.get(path));
  await step("planner: the task is deleted with its etag", () => all.delete(path, etagOf(last)));
  await refused("planner: the task is gone", 404, () => all.get(path));
}
