import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Fault } from "../../../src/mock/faults/fault.ts";
import { type Asked, askedOf, contractOfPages, type Sent } from "../../support/asked.ts";
import { bookKey, library, otherBookKey, otherShelfKey, shelfKey } from "./library.ts";

const contract = contractOfPages(library);
const shelves = "/library/shelves";
const deleted = "/library/deletedItems/shelves";

interface Step extends Sent {
  readonly request: string;
}

const shelf = fc.constantFrom(shelfKey, otherShelfKey, "new").map((key) => `${shelves}/${key}`);
const book = fc.constantFrom(bookKey, otherBookKey, "fresh");
const place = fc.oneof(
  fc.constantFrom(shelves, deleted, `${shelves}/delta`, `${deleted}/${shelfKey}`),
  shelf,
  shelf.map((path) => `${path}/books`),
  shelf.map((path) => `${path}/favourites`),
  shelf.map((path) => `${path}/keeper`),
  shelf.map((path) => `${path}/tally(from=2026-01-01T00:00:00Z,to=2026-02-01T00:00:00Z)`),
  fc.tuple(shelf, book).map(([path, key]) => `${path}/books/${key}`),
  fc.tuple(shelf, book).map(([path, key]) => `${path}/favourites/${key}`),
);
const options = fc.constantFrom(
  "",
  "?$select=id,displayName",
  "?$select=title",
  "?$expand=books",
  "?$expand=favourites($select=id)",
  "?$expand=authors",
  "?$count=true&$top=1",
  "?$filter=displayName eq 'Spring'",
  "/$count",
);
const preferences = fc.constantFrom({}, { prefer: "odata.maxpagesize=1" }, { prefer: "odata.maxpagesize=2" });
const text = fc.constantFrom("Spring", "Winter");

const read = fc
  .tuple(place, options, preferences)
  .map(([path, query, headers]): Step => ({ request: `GET ${path}${query}`, headers }));
const write = fc.oneof(
  fc
    .tuple(shelf, text)
    .map(([path, displayName]): Step => ({ request: `PATCH ${path}`, body: { displayName } })),
  fc
    .tuple(shelf, book, text, fc.constantFrom("PATCH", "PUT"))
    .map(
      ([path, key, title, method]): Step => ({ request: `${method} ${path}/books/${key}`, body: { title } }),
    ),
  text.map((displayName): Step => ({ request: `POST ${shelves}`, body: { id: "new", displayName } })),
  fc
    .tuple(shelf, text)
    .map(([path, title]): Step => ({ request: `POST ${path}/books`, body: { id: "fresh", title } })),
  fc.tuple(shelf, book).map(([path, key]): Step => {
    const id = `https://localhost:8443/v1.0${shelves}/${shelfKey}/books/${key}`;
    return { request: `POST ${path}/favourites/$ref`, body: { "@odata.id": id } };
  }),
  fc.tuple(shelf, book).map(([path, key]): Step => ({ request: `DELETE ${path}/favourites/${key}/$ref` })),
  fc.tuple(shelf, book).map(([path, key]): Step => ({ request: `DELETE ${path}/books/${key}` })),
  shelf.map((path): Step => ({ request: `DELETE ${path}` })),
  fc.constant<Step>({ request: `DELETE ${deleted}/${shelfKey}` }),
  fc
    .tuple(shelf, fc.constantFrom(13, "x"))
    .map(([path, room]): Step => ({ request: `POST ${path}/dust`, body: { rooms: [room] } })),
);

/** Breaks nothing; but a service with a fault works every answer out anew. */
const nothing: Fault = { name: "nothing", breaks: "nothing", expect: { reason: "no-data" } };

async function answersOf({ ask }: Asked, steps: readonly Step[]): Promise<unknown[]> {
  const answers = [];
  for (const { request, ...sent } of steps) {
    const { status, headers, json, text: plain } = await ask(request, sent);
    answers.push({ request, sent, status, headers, json, text: plain });
  }
  return answers;
}

describe("a service that keeps what it answered", () => {
  it("answers as one that works every answer out anew, whatever is read and written in whatever order", async () => {
    const newId = () => "an id";
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(read, write), { minLength: 5, maxLength: 60 }), async (steps) => {
        // What is asked a second time is kept, and found the third time.
        const thrice = steps.flatMap((step) => [step, step, step]);
        const keeping = await answersOf(await askedOf([contract], { newId }), thrice);
        const anew = await answersOf(await askedOf([contract], { newId, fault: nothing }), thrice);
        expect(keeping).toEqual(anew);
      }),
      { numRuns: 100, seed: 2026 },
    );
  });
});
