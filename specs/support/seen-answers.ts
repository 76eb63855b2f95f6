import type { Contract } from "../../src/contract/contract.ts";
import { trafficOf } from "../../src/exchange/recorded/judge-traffic.ts";
import { readHar } from "../../src/exchange/recorded/read-har.ts";
import { compareProfiles } from "../../src/profile/compare-profiles.ts";
import { recordShapes } from "../../src/profile/record-shapes.ts";
import type { ShapeChange } from "../../src/profile/shape-change.ts";
import type { ShapeProfile } from "../../src/profile/shape-profile.ts";
import { contractOf } from "./contract-of.ts";

const at = { file: "api/boats.md", line: 1, column: 1 };
const boat = (collection: boolean) => [
  { status: 200, body: { kind: "type", name: "microsoft.graph.boat", collection } as const, location: at },
];

/** Boats in a harbour: a property of each kind that a profile tells apart. */
export const harbour: Contract = contractOf({
  types: {
    boat: {
      keyProperty: "id",
      properties: {
        id: { type: "Edm.String", row: "id|String" },
        name: { type: "Edm.String", row: "name|String" },
        kind: { type: "kind", row: "kind|kind" },
        flag: {
          type: "Edm.String",
          row: "flag|String",
          values: { members: ["red", "blue"], onRequest: [], multiValued: false },
        },
        builtAt: { type: "Edm.DateTimeOffset", nullable: false, row: "builtAt|DateTimeOffset" },
        log: { type: "Edm.String", onlyOnSelect: true, row: "log|String" },
        berths: { type: "Collection(berth)", row: "berths|berth collection" },
        owner: { type: "person", navigation: true },
      },
    },
    sailboat: { base: "boat", properties: { masts: { type: "Edm.Int32", row: "masts|Int32" } } },
    berth: { properties: { number: { type: "Edm.Int32", row: "number|Int32" } } },
    person: {
      keyProperty: "id",
      open: true,
      properties: {
        id: { type: "Edm.String", row: "id|String" },
        name: { type: "Edm.String", row: "name|String" },
        phone: { type: "Edm.String", row: "phone|String" },
        notes: { type: "notes", row: "notes|notes" },
      },
    },
    notes: { open: true, properties: {} },
  },
  enums: { kind: { members: ["sail", "motor", "unknownFutureValue"] } },
  operations: [
    { method: "GET", path: "/boats", responses: boat(true) },
    { method: "GET", path: "/boats/{id}", responses: boat(false) },
  ],
});

/** A request, by its path below the version, and what came back: a body, or a status with it. */
export type Answer = readonly [path: string, body: unknown, status?: number];

/** The profile of some answers. */
export function profileOf(answers: readonly Answer[], contract: Contract = harbour): ShapeProfile {
  const entries = answers.map(([path, body, status = 200]) => ({
    request: { method: "GET", url: `https://graph.microsoft.com/v1.0${path}`, headers: [] },
    response: {
      status,
      headers: [{ name: "Content-Type", value: "application/json" }],
      content: { text: JSON.stringify(body), mimeType: "application/json" },
    },
  }));
  const places = entries.map((_, index) => ({ file: "a.har", line: index + 1, column: 1 }));
  const { exchanges } = trafficOf([{ file: "a.har", entries: readHar(entries, places) }]);
  const shapes = recordShapes();
  for (const exchange of exchanges) shapes.see(exchange, contract);
  return shapes.profile();
}

/** A list of boats, each made of what is given for all, with a key of its own. */
export function boats(number: number, facts: (index: number) => object): Answer {
  const items = Array.from({ length: number }, (_, index) => ({
    id: `boat-${index}`,
    name: "Jolie Brise",
    builtAt: "1913-12-11T00:00:00Z",
    kind: "sail",
    ...facts(index),
  }));
  return ["/boats", { value: items }];
}

/** What changed from some answers to others, each in few words, `?` behind what is not sure. */
export function changed(before: readonly Answer[], after: readonly Answer[]): string[] {
  return compareProfiles(profileOf(before), profileOf(after)).changes.map(shown);
}

/** `stopped boat.name 6/6 0/6`. */
export function shown(change: ShapeChange): string {
  const { kind, subject, property, what, asked, unsure, places } = change;
  const [first] = places;
  const name = subject.kind === "operation" ? subject.id : subject.id.replace("microsoft.graph.", "");
  const counts = first && [first.before, first.after].map(({ seen, of }) => `${seen}/${of}`).join(" ");
  const words = [kind, property ? `${name}.${property}` : name, what, asked && "asked", counts];
  return `${words.filter((word) => word !== undefined && word !== "").join(" ")}${unsure ? " ?" : ""}`;
}
