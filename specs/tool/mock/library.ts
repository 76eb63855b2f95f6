import { apiPage, resourcePage } from "../../support/page-text.ts";

/** The keys that the examples of the library show. */
export const shelfKey = "8f3a1c52-0d6b-4e0f-9d7b-1f2a3b4c5d6e";
export const otherShelfKey = "27d1e0b4-5a6c-4b7d-8e9f-0a1b2c3d4e5f";
export const bookKey = "c0ffee00-1111-4222-8333-444455556666";
export const otherBookKey = "decade00-7777-4888-9999-aaaabbbbcccc";

const shelves = "/library/shelves";
const json = "Content-Type: application/json";

/**
 * The pages of a library, by file: shelves with their books, books that other shelves refer to, one of everything
 * that the service treats apart.
 */
export const library: Readonly<Record<string, string>> = {
  "resources/shelf.md": resourcePage("shelf", {
    properties: [
      "|id|String|The key. Read-only. Not nullable.|",
      "|displayName|String|What the label says.|",
      "|capacity|Int32|How many books it holds. Supports `$filter` (`eq`, `gt`) and `$orderby`.|",
      "|builtDateTime|DateTimeOffset|When it was built.|",
      "|tags|String collection|What it is about.|",
      "|keeper|[keeper](keeper.md)|Who looks after it.|",
      "|kind|shelfKind|What it is for. The possible values are: `wall`, `corner`, `unknownFutureValue`, `hidden`. Use the `Prefer: include-unknown-enum-members` request header to get the following values from this evolvable enum: `hidden`.|",
    ],
    relationships: [
      "|books|[book](book.md) collection|The books on it.|",
      "|favourites|[book](book.md) collection|Books of any shelf that it recommends.|",
      "|cover|[book](book.md)|The book in front.|",
    ],
    json: {
      id: "String",
      displayName: "String",
      capacity: 20,
      builtDateTime: "String (timestamp)",
      tags: ["String"],
      keeper: { "@odata.type": "microsoft.graph.keeper" },
      kind: "String",
    },
  }),
  "resources/book.md": resourcePage("book", {
    properties: [
      "|id|String|The key. Read-only. Not nullable.|",
      "|title|String|What the spine says.|",
      "|pages|Int32|How many leaves, twice.|",
    ],
    relationships: ["|authors|[author](author.md) collection|Who wrote it.|"],
    json: { id: "String", title: "String", pages: 1 },
  }),
  "resources/author.md": resourcePage("author", {
    properties: ["|id|String|The key. Read-only. Not nullable.|", "|name|String|The name.|"],
    json: { id: "String", name: "String" },
  }),
  "resources/keeper.md": resourcePage("keeper", {
    properties: ["|name|String|The name.|", "|room|Int32|Where to find them.|"],
    json: { name: "String", room: 1 },
  }),
  "resources/tally.md": resourcePage("tally", {
    properties: ["|read|Int32|How many were read.|", "|lost|Int32|How many were lost.|"],
    json: { read: 1, lost: 1 },
  }),
  "api/shelf-list.md": apiPage("List shelves", `GET ${shelves}`, {
    response: "`200 OK` response code and a collection of [shelf](../resources/shelf.md) objects",
    examples: [
      [`GET https://graph.microsoft.com/v1.0${shelves}`, ok({ value: [shelfInList(), otherShelf()] })],
    ],
  }),
  "api/shelf-get.md": apiPage("Get shelf", `GET ${shelves}/{shelfId}`, {
    response: "`200 OK` response code and a [shelf](../resources/shelf.md) object",
    examples: [[`GET https://graph.microsoft.com/v1.0${shelves}/${shelfKey}`, ok(shelfAlone())]],
  }),
  "api/shelf-post.md": apiPage("Create shelf", `POST ${shelves}`, {
    body: "In the request body, supply a JSON representation of the [shelf](../resources/shelf.md) object.",
    response: "`201 Created` response code and a [shelf](../resources/shelf.md) object",
  }),
  "api/shelf-update.md": apiPage("Update shelf", `PATCH ${shelves}/{shelfId}`, {
    body: "In the request body, supply a JSON representation of the [shelf](../resources/shelf.md) object.",
    response: "`200 OK` response code and an updated [shelf](../resources/shelf.md) object",
  }),
  "api/shelf-delete.md": apiPage("Delete shelf", `DELETE ${shelves}/{shelfId}`, {
    response: "`204 No Content` response code",
  }),
  "api/shelf-list-deleted.md": apiPage("List deleted shelves", "GET /library/deletedItems/shelves", {
    response: "`200 OK` response code and a collection of [shelf](../resources/shelf.md) objects",
  }),
  "api/shelf-delete-forever.md": apiPage(
    "Delete shelf for ever",
    "DELETE /library/deletedItems/shelves/{shelfId}",
    {
      response: "`204 No Content` response code",
    },
  ),
  "api/shelf-delta.md": apiPage("shelf: delta", `GET ${shelves}/delta`, {
    response: "`200 OK` response code and a collection of [shelf](../resources/shelf.md) objects",
  }),
  "api/shelf-tally.md": apiPage(
    "shelf: tally",
    `GET ${shelves}/{shelfId}/tally(from={timestamp},to={timestamp})`,
    {
      response: "`200 OK` response code and a [tally](../resources/tally.md) object",
      examples: [
        [
          `GET https://graph.microsoft.com/v1.0${shelves}/${shelfKey}/tally(from=2026-01-01T00:00:00Z,to=2026-02-01T00:00:00Z)`,
          ok({ read: 12, lost: 1 }),
        ],
      ],
    },
  ),
  "api/shelf-dust.md": apiPage("shelf: dust", `POST ${shelves}/{shelfId}/dust`, {
    parameters: [
      "|rooms|Int32 collection|Which rooms.|",
      "|thorough|Boolean|Whether to move the books.|",
      "|notes|String collection|What to watch.|",
    ],
    response: "`204 No Content` response code",
    examples: [
      [
        `POST https://graph.microsoft.com/v1.0${shelves}/${otherShelfKey}/dust\n${json}\n\n{"rooms": [13]}`,
        `HTTP/1.1 406 Not Acceptable\n${json}\n\n{"error": {"code": "noSuchRoom", "message": "There is no room 13."}}`,
      ],
    ],
  }),
  "api/book-list.md": apiPage("List books", `GET ${shelves}/{shelfId}/books`, {
    response: "`200 OK` response code and a collection of [book](../resources/book.md) objects",
    examples: [
      [
        `GET https://graph.microsoft.com/v1.0${shelves}/${shelfKey}/books`,
        ok({ value: [{ id: bookKey, title: "Snow", pages: 320 }] }),
      ],
    ],
  }),
  "api/book-get.md": apiPage("Get book", `GET ${shelves}/{shelfId}/books/{bookId}`, {
    response: "`200 OK` response code and a [book](../resources/book.md) object",
  }),
  "api/book-post.md": apiPage("Add book", `POST ${shelves}/{shelfId}/books`, {
    body: "In the request body, supply a JSON representation of the [book](../resources/book.md) object.",
    response: "`201 Created` response code and a [book](../resources/book.md) object",
  }),
  "api/book-put.md": apiPage("Put book", `PUT ${shelves}/{shelfId}/books/{bookId}`, {
    body: "In the request body, supply a JSON representation of the [book](../resources/book.md) object.",
    response: "`204 No Content` response code",
  }),
  "api/favourite-list.md": apiPage("List favourites", `GET ${shelves}/{shelfId}/favourites`, {
    response: "`200 OK` response code and a collection of [book](../resources/book.md) objects",
    examples: [
      [
        `GET https://graph.microsoft.com/v1.0${shelves}/${shelfKey}/favourites`,
        ok({
          value: [
            { id: bookKey, title: "Snow" },
            { id: otherBookKey, title: "Sand" },
          ],
        }),
      ],
    ],
  }),
  "api/favourite-post.md": apiPage("Add favourite", `POST ${shelves}/{shelfId}/favourites/$ref`, {
    response: "`204 No Content` response code",
  }),
  "api/cover-put.md": apiPage("Set cover", `PUT ${shelves}/{shelfId}/cover/$ref`, {
    response: "`204 No Content` response code",
  }),
  "api/cover-delete.md": apiPage("Remove cover", `DELETE ${shelves}/{shelfId}/cover/$ref`, {
    response: "`204 No Content` response code",
  }),
  "api/favourite-delete.md": apiPage(
    "Remove favourite",
    `DELETE ${shelves}/{shelfId}/favourites/{bookId}/$ref`,
    {
      response: "`204 No Content` response code",
    },
  ),
};

/** As the list shows the shelf: without its keeper, and with a defect. */
function shelfInList() {
  return {
    id: shelfKey,
    displayName: "Winter",
    capacity: "forty",
    kind: "hidden",
    tags: ["snow", "ice"],
    colour: "white",
  };
}

/** As its own page shows the shelf: with its keeper, and a placeholder. */
function shelfAlone() {
  return {
    id: shelfKey,
    keeper: { name: "Ida", room: 7 },
    builtDateTime: "String (timestamp)",
  };
}

function otherShelf() {
  return { id: otherShelfKey, displayName: "Summer", capacity: 12, kind: "wall" };
}

function ok(body: object): string {
  return `HTTP/1.1 200 OK\n${json}\n\n${JSON.stringify(body, null, 2)}`;
}
