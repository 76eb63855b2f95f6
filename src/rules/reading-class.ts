import type { LeftClass, PagePart } from "../docs/reading/page-reading.ts";

/** What is counted: files, parts of pages, and what the pages together say of them. */
export type ReadPart = "file" | PagePart | "body" | "type" | "include";

/** Why something is not read, or not known: what the reader of a report is told. */
export type ReadingClass =
  | "file-unreadable"
  | LeftClass
  | "body-undeclared"
  | "body-unsaid"
  | "body-undocumented"
  | "type-open"
  | "include-missing";

export interface ReadingReason {
  readonly part: ReadPart;
  /** True where it declares nothing that could have been read: it is counted, and set aside. */
  readonly aside: boolean;
  /** What it is, in a few words. */
  readonly what: string;
  /** Why nothing was read of it, in a sentence. */
  readonly why: string;
  /** What would change it. */
  readonly change: string;
}

/** Every class, in the order in which a report tells them. */
export const readingReasons: Readonly<Record<ReadingClass, ReadingReason>> = {
  "file-unreadable": {
    part: "file",
    aside: false,
    what: "files that cannot be read",
    why: "They do not open, or are no text; what they say is not known.",
    change: "Mend what page/unreadable says of each.",
  },
  "request-apart": {
    part: "fence",
    aside: false,
    what: "requests outside of the examples",
    why: "A request is read below a heading that names an example or a request, or with an annotation.",
    change: 'Annotate it with "blockType": "request", or with "ignored" where it only illustrates.',
  },
  "response-apart": {
    part: "fence",
    aside: false,
    what: "responses that follow no request",
    why: "A response is read behind the request that it answers, and begins with a status line such as HTTP/1.1 200 OK.",
    change: 'Begin it with a status line, and annotate request and response, or say "ignored".',
  },
  "json-apart": {
    part: "fence",
    aside: false,
    what: "JSON that belongs to nothing",
    why: "It is no body of an example, and no JSON representation of a type.",
    change: 'Show it as the body of a request or a response, or annotate it with "ignored".',
  },
  "fence-flawed": {
    part: "fence",
    aside: false,
    what: "fences that are broken",
    why: "A finding of another rule says what is wrong.",
    change: "Mend what that finding says.",
  },
  "row-cells": {
    part: "row",
    aside: false,
    what: "rows that name nothing",
    why: "The table is one of declarations, and in this row no name can be read.",
    change: "Write the name alone into its cell, and keep the row on one line.",
  },
  "row-columns": {
    part: "row",
    aside: false,
    what: "rows of tables that lack a column",
    why: "A declaration has a column of names (Property, Parameter, Name, Method) and one of types (Type, Return type).",
    change: "Name the columns so, or move the table below a heading of its own.",
  },
  "row-members": {
    part: "row",
    aside: false,
    what: "values in tables that belong to no property",
    why: "A table of values is read below a heading such as status values, which names the property or the enum.",
    change:
      'Put a heading such as "status values" above it, with the name of the property or of the enumeration.',
  },
  "row-apart": {
    part: "row",
    aside: false,
    what: "declarations on a page of another kind",
    why: "Properties are read on resource pages, parameters and headers on API pages.",
    change: "Move the table to the page that documents the type or the operation.",
  },
  "row-broken": {
    part: "row",
    aside: false,
    what: "lines with bars that are no table",
    why: "The line of hyphens below the header is missing or broken.",
    change: "Add it: |:---|:---|",
  },
  "row-include": {
    part: "row",
    aside: false,
    what: "rows that an include brings",
    why: "What an include declares is not read into the table around it; the type counts as known in part.",
    change: "Write the rows into the table.",
  },
  "row-flawed": {
    part: "row",
    aside: false,
    what: "rows that are broken",
    why: "A finding of another rule says what is wrong.",
    change: "Mend what that finding says.",
  },
  "list-unread": {
    part: "list",
    aside: false,
    what: "lists of members that cannot be read",
    why: "The description announces values, and gives ranges, patterns or sentences where their names are expected.",
    change: "List the names in back-ticks, separated by commas: The possible values are: `a`, `b`.",
  },
  "name-unread": {
    part: "name",
    aside: false,
    what: "names in annotations that are not read",
    why: "No rule uses what they say.",
    change: "Delete them, or spell them as the dialect does.",
  },
  "body-undeclared": {
    part: "body",
    aside: false,
    what: "bodies of a type that no page declares",
    why: "The type is named, and its page is not among those read.",
    change: "Judge with the folder that has the page, or with --metadata.",
  },
  "body-unsaid": {
    part: "body",
    aside: false,
    what: "bodies of which no page says the type",
    why: "Neither annotation, prose, Methods table nor path names one.",
    change: 'Name it: "@odata.type" in the annotation, or a link in the Response section.',
  },
  "body-undocumented": {
    part: "body",
    aside: false,
    what: "bodies of requests that no page documents",
    why: "No parameter and no property is documented for what is sent.",
    change: "Document the request: its line in the HTTP request section, its parameters in a table.",
  },
  "type-open": {
    part: "type",
    aside: false,
    what: "types that are open by inheritance",
    why: "A base type is open, so an undeclared name in their bodies is not verified.",
    change:
      "Judge with --metadata, which knows more names; a near miss of a declared name is found all the same.",
  },
  "include-missing": {
    part: "include",
    aside: false,
    what: "includes that were not found",
    why: "The file is not among those read, and what it says is not known.",
    change: "Judge with the folder that has it, or mend the path.",
  },
  "fence-snippet": {
    part: "fence",
    aside: true,
    what: "snippets whose call cannot be read",
    why: "The code calls no request that can be told from it; snippet/request-differs is not verified there.",
    change: "Nothing: no message is lost.",
  },
  "fence-ignored": {
    part: "fence",
    aside: true,
    what: "fences that their annotation calls ignored",
    why: "They stand outside of the examples, and the page itself takes them out.",
    change: 'Annotate them with "blockType": "request" or "response", to have them judged.',
  },
  "fence-annotated": {
    part: "fence",
    aside: true,
    what: "JSON that is said to be neither request nor response",
    why: "Its annotation calls it an example or the like: a notification that a service sends, a value for itself.",
    change: 'Annotate it with "blockType": "response", where it answers a request.',
  },
  "fence-overview": {
    part: "fence",
    aside: true,
    what: "messages on pages that document no operation and no type",
    why: "An overview promises nothing that they could be held to.",
    change: "Show them as examples, below such a heading or with an annotation.",
  },
  "fence-other": {
    part: "fence",
    aside: true,
    what: "fences that show neither a message nor JSON",
    why: "Commands, single URLs, markup, headers alone.",
    change: "Nothing.",
  },
  "row-heading": {
    part: "row",
    aside: true,
    what: "sub-headings inside of tables",
    why: "One bold cell, or none, in a row of empty ones.",
    change: "Nothing.",
  },
  "row-overview": {
    part: "row",
    aside: true,
    what: "rows on pages that document no operation and no type",
    why: "An overview lists what other pages declare.",
    change: "Nothing.",
  },
  "row-other": {
    part: "row",
    aside: true,
    what: "rows of tables that declare nothing",
    why: "Their columns are none of declarations: operators of $filter, limits, colours, prose.",
    change: "Nothing.",
  },
};
