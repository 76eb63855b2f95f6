import { expect } from "vitest";
import { type Caller, idOf, idsOf, type Teller } from "./teller.ts";

/** What only a client that knows bytes can do. */
export interface FileCaller extends Caller {
  /** The content of a file, as text. */
  read(path: string): Promise<string>;
  /** Sends text as it is. */
  write(path: string, text: string): Promise<Readonly<Record<string, unknown>>>;
  /** Uploads so many bytes in pieces, where a path of `createUploadSession` says. */
  upload(path: string, name: string, bytes: number): Promise<Readonly<Record<string, unknown>>>;
  /** Status and `Location` of a POST that is carried out later. */
  begin(path: string, body: unknown): Promise<{ readonly status: number; readonly location: string | null }>;
}

/** A signed-in user stores files, by path and by id, whole and in pieces. */
export async function tellOfFiles({ step, refused }: Teller, me: FileCaller): Promise<void> {
  const file = idOf(
    await step(
      "a file is stored by its path",
      () => me.write("/me/drive/root:/FolderA/hello.txt:/content", "The contents"),
      (item) => {
        expect(item).toMatchObject({ name: "hello.txt", file: expect.anything() });
        expect(item.folder ?? null).toBeNull();
      },
    ),
  );
  await step(
    "its bytes come back",
    async () => ({ text: await me.read(`/me/drive/items/${file}/content`) }),
    ({ text }) => expect(text).toBe("The contents"),
  );
  await step(
    "it is got by its path",
    () => me.get("/me/drive/root:/FolderA/hello.txt"),
    (item) => expect(idOf(item)).toBe(file),
  );
  await step(
    "it is in its folder",
    () => me.get("/me/drive/root:/FolderA:/children"),
    (list) => expect(idsOf(list)).toEqual([file]),
  );
  const folder = idOf(
    await step(
      "a folder is made",
      () => me.post("/me/drive/root/children", { name: "New Folder", folder: {} }),
      (item) => {
        expect(item).toMatchObject({ name: "New Folder", folder: expect.anything() });
        expect(item.file ?? null).toBeNull();
      },
    ),
  );
  await step(
    "the folder is in the root",
    () => me.get("/me/drive/root/children"),
    (list) => expect(idsOf(list)).toContain(folder),
  );
  await step(
    "the folder is got by its id",
    () => me.get(`/me/drive/items/${folder}`),
    (item) => expect(item).toMatchObject({ name: "New Folder" }),
  );
  await step(
    "the folder gets another name",
    () => me.patch(`/me/drive/items/${folder}`, { name: "Renamed" }),
    (item) => expect(item).toMatchObject({ name: "Renamed" }),
  );
  await step(
    "JSON is stored as a file",
    () => me.write(`/me/drive/items/${folder}:/a.json:/content`, '{"a":1}'),
    (item) => expect(item).toMatchObject({ name: "a.json" }),
  );
  await step(
    "JSON comes back as it was",
    async () => ({ text: await me.read("/me/drive/root:/Renamed/a.json:/content") }),
    ({ text }) => expect(text).toBe('{"a":1}'),
  );
  await step(
    "a large file is stored in pieces",
    () => me.upload("/me/drive/root:/big.bin:/createUploadSession", "big.bin", 700_000),
    (item) => expect(item).toMatchObject({ name: "big.bin", size: 700_000 }),
  );
  await step(
    "a file is copied",
    async () => ({ ...(await me.begin(`/me/drive/items/${file}/copy`, { name: "copy.txt" })) }),
    (begun) => expect(begun).toMatchObject({ status: 202, location: expect.stringContaining("://") }),
  );
  await step(
    "a link is made",
    () => me.post(`/me/drive/items/${file}/createLink`, { type: "view", scope: "anonymous" }),
    (made) => expect(made).toHaveProperty("link"),
  );
  await step("the file is deleted", () => me.delete(`/me/drive/items/${file}`));
  await refused("the file is gone", 404, () => me.get("/me/drive/root:/FolderA/hello.txt"));
}
