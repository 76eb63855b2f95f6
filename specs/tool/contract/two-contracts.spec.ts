import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { spanAt } from "../../../src/base/span.ts";
import type { Contract } from "../../../src/contract/contract.ts";
import { bodyViolations } from "../../../src/contract/validation/body-violations.ts";
import { readJson } from "../../../src/http/read-json.ts";
import { requestContext } from "../../../src/rules/exchange-context.ts";
import { body } from "../../../src/rules/request/body.ts";
import type { RequestContext } from "../../../src/rules/rule.ts";
import { askedOf, contractOfPages } from "../../support/asked.ts";
import { typeRefOf } from "../../support/contract-of.ts";
import { apiPage, resourcePage } from "../../support/page-text.ts";
import { inShort } from "../../support/pages-of.ts";

/** The second of two contracts, with the objects of the first wherever the two say the same. */
function sharing(first: Contract, second: Contract): Contract {
  const shared = <Value>(value: Value, others: readonly Value[]): Value =>
    others.find((other) => isDeepStrictEqual(other, value)) ?? value;
  const entries = <Value>(mine: Readonly<Record<string, Value>>, others: Readonly<Record<string, Value>>) =>
    Object.fromEntries(
      Object.entries(mine).map(([name, value]) => [name, shared(value, Object.values(others))]),
    );
  return {
    version: second.version,
    types: entries(second.types, first.types),
    enums: entries(second.enums, first.enums),
    operations: second.operations.map((operation) => shared(operation, first.operations)),
    examples: second.examples.map((example) => shared(example, first.examples)),
  };
}

/** How two documentations of one clinic differ. */
interface Clinic {
  readonly total?: string;
  /** The rows of the ward's properties. */
  readonly ward?: readonly string[];
  /** The body of an example that creates a visit. */
  readonly shown?: string;
  /** The members of what a visit says of how it came about. */
  readonly origins?: string;
}

function clinic({ total = "Int32", ward = [], shown = "{}", origins = "`planned`" }: Clinic): Contract {
  const visit = "[visit](../resources/visit.md) object";
  return contractOfPages({
    "resources/visit.md": resourcePage("visit", {
      properties: [
        "|id|String|Key.|",
        `|total|${total}|A number.|`,
        "|origin|visitOrigin|How it came about.|",
        "|reason|[reason](reason.md)|Why.|",
      ],
      json: { id: "String" },
    }),
    "resources/visitorigin.md": `# visitOrigin enum type\n\nNamespace: microsoft.graph\n\n## Members\n\n|Member|Value|Description|\n|:---|:---|:---|\n${origins
      .split(",")
      .map((member, index) => `|${member.replaceAll("`", "")}|${index}|A way.|`)
      .join("\n")}\n`,
    "resources/reason.md": resourcePage("reason", { properties: ["|text|String|Why.|"], json: {} }),
    "resources/patient.md": resourcePage("patient", {
      properties: ["|id|String|Key.|", "|ward|[ward](ward.md)|Where.|"],
      relationships: ["|visits|[visit](visit.md) collection|Visits.|"],
      json: { id: "String" },
    }),
    "resources/ward.md": resourcePage("ward", { properties: ward, json: {} }),
    "api/patient-get.md": apiPage("Get patient", "GET /patients/{id}", {
      response: "`200 OK` response code and a [patient](../resources/patient.md) object",
    }),
    "api/patient-visits.md": apiPage("List visits", "GET /patients/{id}/visits", {
      response: `\`200 OK\` response code and a collection of ${visit}s`,
    }),
    "api/visit-post.md": apiPage("Create visit", "POST /visits", {
      body: `In the request body, supply a JSON representation of the ${visit}.`,
      response: `\`201 Created\` response code and a ${visit}`,
      examples: [
        [
          `POST https://graph.microsoft.com/v1.0/visits\nContent-Type: application/json\n\n${shown}`,
          "HTTP/1.1 201 Created",
        ],
      ],
    }),
    "api/visit-list.md": apiPage("List visits", "GET /visits", {
      response: `\`200 OK\` response code and a collection of ${visit}s`,
    }),
    "api/patient-call.md": apiPage("patient: call", "POST /patients/{id}/call", {
      parameters: ["|reason|[reason](../resources/reason.md)|Why.|"],
      response: "`204 No Content` response code. It does not return anything",
    }),
  });
}

/** What each of two contracts that share all they can answers, when it is asked first and when it is asked second. */
async function answers<Answer>(
  clinics: readonly [Clinic, Clinic],
  ask: (contract: Contract) => Answer | Promise<Answer>,
): Promise<{ readonly one: readonly Answer[]; readonly other: readonly Answer[] }> {
  const pair = (): readonly [Contract, Contract] => {
    const one = clinic(clinics[0]);
    return [one, sharing(one, clinic(clinics[1]))];
  };
  const [one, other] = pair();
  const forwards = [await ask(one), await ask(other)] as const;
  const [second, first] = pair();
  const backwards = [await ask(first), await ask(second)] as const;
  return { one: [forwards[0], backwards[1]], other: [forwards[1], backwards[0]] };
}

const place = { file: "request", line: 1, column: 1 };

function createVisit(contract: Contract): RequestContext {
  const text = '{"total": "x1"}';
  const request = {
    method: "POST",
    url: "https://graph.microsoft.com/v1.0/visits",
    target: spanAt(place),
    headers: [],
    body: { text, location: place, json: readJson(text, place) },
    location: place,
  };
  const about = { title: "Create", name: "create", file: "v1.0/api/visit-post.md", location: place };
  return requestContext({ ...about, source: "mock", version: "v1.0", request }, contract);
}

describe("two contracts that share what they have in common", () => {
  it("share an operation whose body's type they describe in two ways", () => {
    const one = clinic({});
    const other = sharing(one, clinic({ total: "String" }));
    expect(other.operations.every((operation) => one.operations.includes(operation))).toBe(true);
    expect(other.types["microsoft.graph.patient"]).toBe(one.types["microsoft.graph.patient"]);
    expect(other.types["microsoft.graph.visit"]).not.toEqual(one.types["microsoft.graph.visit"]);
  });

  it("judge a request's body each by its own types", async () => {
    const judged = (contract: Contract) => inShort(body.judge(createVisit(contract)));
    const wrong = ['fail 1:11 /total "total" is the string "x1"; the page says Int32 (visit.md:13)'];
    expect(await answers([{}, { total: "String" }], judged)).toEqual({
      one: [wrong, wrong],
      other: [[], []],
    });
  });

  it("judge an answer's body each by its own types", async () => {
    const judged = (contract: Contract) =>
      bodyViolations(
        contract,
        typeRefOf(contract, "patient"),
        { ward: "west" },
        { memberPreference: true },
      ).map(({ keyword, pointer }) => `${keyword} ${pointer}`);
    // A page without a property does not say that a ward is an object.
    expect(await answers([{}, { ward: ["|name|String|Name.|"] }], judged)).toEqual({
      one: [[], []],
      other: [["type /ward"], ["type /ward"]],
    });
  });

  it("serve the names each of its own types and examples", async () => {
    const created = async (contract: Contract) => {
      const { ask } = await askedOf([contract]);
      return (await ask("POST /visits", { body: { guest: true } })).status;
    };
    expect(await answers([{}, { shown: '{ "guest": true }' }], created)).toEqual({
      one: [400, 400],
      other: [201, 201],
    });
  });

  it("serve each the effects that its own enumerations give an action", async () => {
    const visits = async (contract: Contract) => {
      const { ask } = await askedOf([contract]);
      const before = (await ask("/patients/7/visits")).items.length;
      const { status } = await ask("POST /patients/7/call", { body: { reason: { text: "Cough" } } });
      return [status, (await ask("/patients/7/visits")).items.length - before];
    };
    const [none, made] = [
      [204, 0],
      [204, 1],
    ];
    expect(await answers([{}, { origins: "`planned`, `called`" }], visits)).toEqual({
      one: [none, none],
      other: [made, made],
    });
  });
});
