import { expect } from "vitest";
import { type Caller, idOf, idsOf, itemsOf, type Teller } from "../teller.ts";

/** Notebooks and their sections. */
export async function tellOfNotebooks({ step, refused }: Teller, me: Caller): Promise<void> {
  const notebook = await step(
    "notebooks: one is created",
    () => me.post("/me/onenote/notebooks", { displayName: "My Private notebook" }),
    (answer) => expect(answer.displayName).toBe("My Private notebook"),
  );
  const path = `/me/onenote/notebooks/${idOf(notebook)}`;
  const section = await step(
    "notebooks: a section",
    () => me.post(`${path}/sections`, { displayName: "Section name" }),
    (answer) => expect(answer.displayName).toBe("Section name"),
  );
  await step(
    "notebooks: its sections",
    () => me.get(`${path}/sections`),
    (answer) => expect(idsOf(answer)).toEqual([idOf(section)]),
  );
  await step(
    "notebooks: the section is read without the notebook",
    () => me.get(`/me/onenote/sections/${idOf(section)}`),
    (answer) => expect(answer.displayName).toBe("Section name"),
  );
  await step(
    "notebooks: with its sections",
    () => me.get(path, { query: { expand: "sections" } }),
    (answer) => expect(answer).toMatchObject({ sections: [{ displayName: "Section name" }] }),
  );
  const group = await step(
    "notebooks: a group of sections",
    () => me.post(`${path}/sectionGroups`, { displayName: "Section group name" }),
    (answer) => expect(answer.displayName).toBe("Section group name"),
  );
  await step(
    "notebooks: a section in the group",
    () => me.post(`/me/onenote/sectionGroups/${idOf(group)}/sections`, { displayName: "Inner" }),
    (answer) => expect(answer.displayName).toBe("Inner"),
  );
  await refused("notebooks: one that is not there has no sections", 404, () =>
    me.get("/me/onenote/notebooks/1-no-such-notebook/sections"),
  );
}

/** A site's lists and their items. */
export async function tellOfSites({ step, refused }: Teller, all: Caller): Promise<void> {
  const root = await step(
    "sites: the root",
    () => all.get("/sites/root"),
    (answer) => expect(answer).toHaveProperty("webUrl"),
  );
  const site = `/sites/${idOf(root)}`;
  await step(
    "sites: the root by its id",
    () => all.get(site),
    (answer) => expect(idOf(answer)).toBe(idOf(root)),
  );
  await step(
    "sites: searched",
    () => all.get("/sites", { query: { search: "contoso" } }),
    (answer) => expect(Array.isArray(answer.value)).toBe(true),
  );
  const list = await step(
    "sites: a list with columns is created",
    () =>
      all.post(`${site}/lists`, {
        displayName: "Books",
        columns: [
          { name: "Author", text: {} },
          { name: "PageCount", number: {} },
        ],
        list: { template: "genericList" },
      }),
    (answer) => expect(answer).toMatchObject({ displayName: "Books" }),
  );
  const path = `${site}/lists/${idOf(list)}`;
  await step(
    "sites: the list is read",
    () => all.get(path),
    (answer) => expect(answer).toMatchObject({ displayName: "Books", list: { template: "genericList" } }),
  );
  await step(
    "sites: the list is listed",
    () => all.get(`${site}/lists`),
    (answer) => expect(idsOf(answer)).toContain(idOf(list)),
  );
  const item = await step("sites: an item is created", () =>
    all.post(`${path}/items`, { fields: { Title: "Widget", Color: "Purple", Weight: 32 } }),
  );
  await step(
    "sites: the item with its fields",
    () => all.get(`${path}/items/${idOf(item)}`, { query: { expand: "fields" } }),
    (answer) => expect(answer).toMatchObject({ fields: { Title: "Widget", Color: "Purple", Weight: 32 } }),
  );
  await step(
    "sites: its fields are changed",
    () => all.patch(`${path}/items/${idOf(item)}/fields`, { Color: "Fuchsia", Quantity: 934 }),
    (answer) => expect(answer).toMatchObject({ Color: "Fuchsia", Quantity: 934 }),
  );
  await step(
    "sites: some of the fields of all items",
    () => all.get(`${path}/items`, { query: { expand: "fields($select=Title,Color)" } }),
    (answer) =>
      expect(itemsOf(answer).map(({ fields }) => fields)).toMatchObject([
        { Title: "Widget", Color: "Fuchsia" },
      ]),
  );
  await step("sites: the item is deleted", () => all.delete(`${path}/items/${idOf(item)}`));
  await refused("sites: the item is gone", 404, () => all.get(`${path}/items/${idOf(item)}`));
}

/** A workbook in a drive: sheets, tables, rows and ranges, in a session. */
export async function tellOfWorkbooks(
  { step }: Teller,
  me: Caller,
  write: (path: string, text: string) => Promise<Readonly<Record<string, unknown>>>,
): Promise<void> {
  const file = await step("workbooks: a file is written", () =>
    write("/me/drive/root:/unseen-book.xlsx:/content", "a workbook"),
  );
  const book = `/me/drive/items/${idOf(file)}/workbook`;
  const session = await step(
    "workbooks: a session is begun",
    () => me.post(`${book}/createSession`, { persistChanges: true }),
    (answer) => expect(answer).toMatchObject({ persistChanges: true, id: expect.any(String) }),
  );
  const sheet = await step(
    "workbooks: a sheet is added",
    () => me.post(`${book}/worksheets`, { name: "Unseen" }, { "workbook-session-id": idOf(session) }),
    (answer) => expect(answer.name).toBe("Unseen"),
  );
  const path = `${book}/worksheets/${encodeURIComponent(idOf(sheet))}`;
  await step(
    "workbooks: the sheets",
    () => me.get(`${book}/worksheets`),
    (answer) => expect(itemsOf(answer).map(({ name }) => name)).toContain("Unseen"),
  );
  await step(
    "workbooks: the sheet gets another name",
    () => me.patch(path, { name: "Seen", visibility: "Visible" }),
    (answer) => expect(answer.name).toBe("Seen"),
  );
  await step("workbooks: a range is written", () =>
    me.patch(`${path}/range(address='A1:B2')`, {
      values: [
        ["Hello", "100"],
        ["1/1/2016", null],
      ],
    }),
  );
  await step(
    "workbooks: a range is read",
    () => me.get(`${path}/range(address='A1:B2')`),
    (answer) =>
      expect(answer).toMatchObject({
        values: [
          ["Hello", "100"],
          ["1/1/2016", null],
        ],
      }),
  );
  const table = await step(
    "workbooks: a table is added",
    () => me.post(`${path}/tables/add`, { address: "A1:D8", hasHeaders: false }),
    (answer) => expect(answer).toHaveProperty("name"),
  );
  await step(
    "workbooks: rows are added",
    () => me.post(`${book}/tables/${idOf(table)}/rows/add`, { values: [[1, 2, 3]] }),
    (answer) => expect(answer.values).toEqual([[1, 2, 3]]),
  );
  await step(
    "workbooks: the rows",
    () => me.get(`${book}/tables/${idOf(table)}/rows`),
    (answer) => expect(itemsOf(answer).map(({ values }) => values)).toContainEqual([[1, 2, 3]]),
  );
  await step("workbooks: the session is ended", () =>
    me.post(`${book}/closeSession`, {}, { "workbook-session-id": idOf(session) }),
  );
  await step("workbooks: the sheet is deleted", () => me.delete(path));
}
