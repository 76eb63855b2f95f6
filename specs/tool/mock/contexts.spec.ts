import { describe, expect, it } from "vitest";
import { type Asked, askedByUser, contractOfPages } from "../../support/asked.ts";
import { apiPage } from "../../support/page-text.ts";
import { crew, directory, ida, otto } from "./directory.ts";

const root = "https://localhost:8443/v1.0";
const shown = (body: object) => `HTTP/1.1 200 OK\nContent-Type: application/json\n\n${JSON.stringify(body)}`;

const contract = contractOfPages({
  ...directory,
  "api/me-get.md": apiPage("Get me", "GET /me", {
    response: "`200 OK` response code and a [user](../resources/user.md) object",
    examples: [["GET https://graph.microsoft.com/v1.0/me", shown({ id: ida, displayName: "Ida" })]],
  }),
});

async function contextOf({ ask }: Asked, path: string): Promise<string> {
  const { body } = await ask(path);
  return String(body["@odata.context"]).replace(`${root}/$metadata#`, "");
}

describe("a context", () => {
  it.each([
    ["/me", "users/$entity"],
    ["/me?$select=id,displayName", "users(id,displayName)/$entity"],
    ["/me/displayName", `users('${ida}')/displayName`],
    [`/users/${otto}`, "users/$entity"],
    [`/users/${otto}/displayName`, `users('${otto}')/displayName`],
    ["/users?$select=id", "users(id)"],
    ["/users?$expand=manager", "users(manager())"],
    [`/groups/${crew}/members`, "directoryObjects"],
    [`/groups/${crew}/members?$select=id`, "directoryObjects(id)"],
    [`/groups/${crew}/members/microsoft.graph.user`, "users"],
    [`/groups/${crew}/members/$ref`, "Collection($ref)"],
  ])("of %s is %s", async (path, context) => {
    expect(await contextOf(await askedByUser([contract]), path)).toBe(context);
  });

  it("of one that is referred to is that of its set, and a reference is its address there", async () => {
    const asked = await askedByUser([contract]);
    await asked.ask("PUT /me/manager/$ref", { body: { "@odata.id": `${root}/users/${otto}` } });
    expect(await contextOf(asked, "/me/manager")).toBe("directoryObjects/$entity");
    expect((await asked.ask("/me/manager/$ref")).body).toEqual({
      "@odata.context": `${root}/$metadata#$ref`,
      "@odata.id": `${root}/directoryObjects/${otto}`,
    });
    const [{ "@odata.id": id } = {}] = (await asked.ask(`/groups/${crew}/members/$ref`)).items;
    expect(id).toBe(`${root}/directoryObjects/${ida}`);
    expect((await asked.ask(String(id).replace(root, ""))).body.id).toBe(ida);
  });

  it("keeps to `me` where the contract has no users with keys", async () => {
    const {
      "api/user-get.md": _get,
      "api/user-update.md": _patch,
      "api/user-delete.md": _delete,
      ...rest
    } = directory;
    const pages = Object.entries(rest).filter(([, text]) => !text.includes("/users"));
    const alone = contractOfPages({
      ...Object.fromEntries(pages),
      "api/me-get.md": apiPage("Get me", "GET /me", {
        response: "`200 OK` response code and a [user](../resources/user.md) object",
        examples: [["GET https://graph.microsoft.com/v1.0/me", shown({ id: ida, displayName: "Ida" })]],
      }),
    });
    expect(await contextOf(await askedByUser([alone]), "/me")).toBe("me");
  });
});
