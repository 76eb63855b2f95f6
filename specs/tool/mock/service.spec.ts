import { describe, expect, it } from "vitest";
import { answer } from "../../../src/mock/answer.ts";
import { askedOf, contractOfPages, origin, requestOf } from "../../support/asked.ts";
import { documentation } from "../../support/documentation.ts";
import { apiPage, resourcePage } from "../../support/page-text.ts";
import { library, otherShelfKey, shelfKey } from "./library.ts";

const contract = contractOfPages(library);
const shelves = "/library/shelves";

describe("an answer", () => {
  it("with a resource is Graph's JSON of OData 4.0, with an id and a date", async () => {
    const { ask } = await askedOf([contract]);
    const { status, headers } = await ask(shelves);
    expect(status).toBe(200);
    expect(headers["content-type"]).toBe(
      "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8",
    );
    expect(headers["odata-version"]).toBe("4.0");
    expect(headers["request-id"]).toMatch(/^[\da-f-]{36}$/);
    expect(headers.date).toBe("Wed, 04 Mar 2026 05:06:07 GMT");
  });

  it("without a body has no content type, and an id all the same", async () => {
    const { ask } = await askedOf([contract]);
    const { status, headers, json, text } = await ask(`DELETE ${shelves}/${shelfKey}`);
    expect({ status, json, text }).toEqual({ status: 204, json: undefined, text: undefined });
    expect(headers).not.toHaveProperty("content-type");
    expect(headers["request-id"]).toMatch(/^[\da-f-]{36}$/);
  });

  it("repeats the client's id, and has its own for one that sends none", async () => {
    const { ask } = await askedOf([contract]);
    const own = await ask(shelves, { headers: { "client-request-id": "mine" } });
    expect(own.headers["client-request-id"]).toBe("mine");
    expect(own.headers["request-id"]).not.toBe("mine");
    const none = await ask(shelves);
    expect(none.headers["client-request-id"]).toBe(none.headers["request-id"]);
  });
});

describe("the versions", () => {
  const beta = contractOfPages(
    {
      "resources/lamp.md": resourcePage("lamp", {
        properties: ["|id|String|The key.|", "|watts|Int32|How bright.|"],
        json: { id: "String", watts: 1 },
      }),
      "api/lamp-list.md": apiPage("List lamps", "GET /library/lamps", {
        response: "`200 OK` response code and a collection of [lamp](../resources/lamp.md) objects",
      }),
      "api/lamp-post.md": apiPage("Add lamp", "POST /library/lamps", {
        response: "`201 Created` response code and a [lamp](../resources/lamp.md) object",
      }),
    },
    "beta",
  );

  it("serve each its own paths and nothing of each other's", async () => {
    const { ask } = await askedOf([contract, beta]);
    expect((await ask(shelves)).status).toBe(200);
    expect((await ask("/beta/library/lamps")).status).toBe(200);
    expect((await ask(`/beta${shelves}`)).status).toBe(404);
    expect((await ask("/v1.0/library/lamps")).status).toBe(404);
  });

  it("have each their own data, and name themselves in their contexts", async () => {
    const { ask } = await askedOf([documentation.contract("v1.0"), documentation.contract("beta")]);
    const runs =
      "/identityGovernance/lifecycleWorkflows/deletedItems/workflows/78799042-265a-4e8f-8d61-94a2dcd2d395/executionScope/dad77a47-6eda-4de7-bc37-fe8eb5aaf17d/reprocessedRuns";
    const [run] = (await ask(`/beta${runs}`)).items;
    expect((await ask(`DELETE /beta${runs}/${String(run?.id)}/$ref`)).status).toBe(204);
    const left = await ask(`/beta${runs}`);
    expect(left.items.map(({ id }) => id)).not.toContain(run?.id);
    expect(String(left.body["@odata.context"])).toMatch(`${origin}/beta/$metadata#identityGovernance/`);
    const other = await ask(runs);
    expect(other.items).not.toHaveLength(0);
    expect(String(other.body["@odata.context"])).toMatch(`${origin}/v1.0/$metadata#identityGovernance/`);
  });

  it("are known in any letter case, and no others are", async () => {
    const { ask } = await askedOf([contract]);
    expect((await ask(`/V1.0${shelves}`)).status).toBe(200);
    for (const path of [`/beta${shelves}`, `/v2.0${shelves}`]) {
      const { status, error } = await ask(path);
      expect({ status, code: error.code, message: error.message }).toEqual({
        status: 404,
        code: "ResourceNotFound",
        message: "the service answers below /v1.0",
      });
    }
  });
});

describe("$metadata", () => {
  it("is CSDL written from the contract, for whoever asks", async () => {
    const { service } = await askedOf([contract]);
    const response = await answer(service, requestOf("/$metadata", ""));
    expect(response.status).toBe(200);
    expect(response.headers["content-type"]).toBe("application/xml");
    expect(response.headers["odata-version"]).toBe("4.0");
    expect(response.text).toContain('<EntityType Name="shelf"');
  });

  it("is only read", async () => {
    const { ask } = await askedOf([contract]);
    const { status, headers } = await ask("POST /$metadata", { body: {} });
    expect({ status, allow: headers.allow }).toEqual({ status: 405, allow: "GET" });
  });
});

describe("signing in", () => {
  it("is asked of every other request, with where to do it", async () => {
    const { service } = await askedOf([contract]);
    const requests = [
      shelves,
      `POST ${shelves}`,
      "POST /$batch",
      "/nowhere",
      `DELETE ${shelves}/${shelfKey}`,
    ];
    for (const request of requests) {
      const { status, headers } = await answer(service, requestOf(request, ""));
      expect({ request, status }).toEqual({ request, status: 401 });
      expect(headers["www-authenticate"]).toContain(
        `authorization_uri="${origin}/common/oauth2/v2.0/authorize"`,
      );
    }
  });

  it("keeps what is not signed in from changing anything", async () => {
    const { service, ask } = await askedOf([contract]);
    await answer(service, requestOf(`DELETE ${shelves}/${shelfKey}`, ""));
    expect((await ask(`${shelves}/${shelfKey}`)).status).toBe(200);
  });
});

describe("throttling", () => {
  it("turns every so many requests away with the seconds to wait, and serves the others", async () => {
    const { ask } = await askedOf([contract], { throttle: { every: 3, retryAfter: 7 } });
    const answers = [];
    for (let count = 0; count < 6; count++) answers.push(await ask(shelves));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429, 200, 200, 429]);
    expect(answers[2]?.headers["retry-after"]).toBe("7");
    expect(answers[2]?.error.code).toBe("TooManyRequests");
    expect(answers[1]?.headers).not.toHaveProperty("retry-after");
  });

  it("keeps a write that is turned away from changing anything", async () => {
    const { ask } = await askedOf([contract], { throttle: { every: 2, retryAfter: 1 } });
    await ask(shelves);
    expect((await ask(`DELETE ${shelves}/${otherShelfKey}`)).status).toBe(429);
    expect((await ask(`${shelves}/${otherShelfKey}`)).status).toBe(200);
  });
});
