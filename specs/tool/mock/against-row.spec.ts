import { describe, expect, it } from "vitest";
import { askedOf, contractOfPages } from "../../support/asked.ts";
import { apiPage, resourcePage } from "../../support/page-text.ts";

const pass = "[pass](../resources/pass.md)";
const contract = contractOfPages({
  "resources/pass.md": resourcePage("pass", {
    properties: [
      "|id|String|The key. Read-only.|",
      "|displayName|String|What it is called.|",
      "|isOpen|Boolean|Whether it opens.|",
    ],
    json: { id: "String", displayName: "String", isOpen: true },
  }),
  "api/pass-post.md": apiPage("Create pass", "POST /passes", {
    body: `In the request body, supply a JSON representation of the ${pass} object.`,
    parameters: ["|displayName|String|What it is called.|", "|isOpen|string|Whether it opens.|"],
    response: `\`201 Created\` response code and a ${pass} object`,
  }),
  "api/pass-add.md": apiPage("berth: addPass", "POST /berths/{id}/addPass", {
    parameters: [`|pass|${pass}|What is made.|`],
    response: `\`200 OK\` response code and a ${pass} object`,
  }),
  "api/berth-get.md": apiPage("Get berth", "GET /berths/{id}", {
    response: "`200 OK` response code and a [berth](../resources/berth.md) object",
  }),
  "resources/berth.md": resourcePage("berth", {
    properties: ["|id|String|The key. Read-only.|"],
    json: { id: "String" },
  }),
});

describe("what is sent", () => {
  it("is right by the page of the resource, whatever the page of the request calls it", async () => {
    const { ask } = await askedOf([contract]);
    const made = await ask("POST /passes", { body: { displayName: "A", isOpen: true } });
    expect([made.status, made.body.isOpen]).toEqual([201, true]);
  });

  it("is refused where it is right by neither", async () => {
    const { ask } = await askedOf([contract]);
    expect((await ask("POST /passes", { body: { displayName: "A", isOpen: 5 } })).status).toBe(400);
    expect((await ask("POST /passes", { body: { displayName: 5, isOpen: true } })).status).toBe(400);
  });

  it("comes back from an action that takes it under the name of what it returns", async () => {
    const { ask } = await askedOf([contract]);
    const one = await ask("POST /berths/1/addPass", { body: { pass: { displayName: "<A>" } } });
    const other = await ask("POST /berths/1/addPass", { body: {} });
    expect([one.status, one.body.displayName]).toEqual([200, "<A>"]);
    expect(other.body.displayName).not.toBe("<A>");
  });
});
