import { shortName } from "../../contract/names/short-name.ts";
import type { ChangedShapes, ShapeChange, Sighting } from "../../profile/shape-change.ts";
import { otherName } from "../../profile/told-name.ts";
import { counted, grouped } from "../phrases.ts";

/** What changed, and how often it was seen before and now: `user.mailState is null, 0 of 120 before, 4 of 98 now`. */
export function changeSentence(change: ShapeChange): string {
  const { kind, places, subject, property, what = "", instead = [], asked } = change;
  const name = property === undefined ? subject.id : `${shortName(subject.id)}.${property}`;
  const counts = countsPhrase(places[0]);
  switch (kind) {
    case "property":
      return property === otherName
        ? `a property of ${shortName(subject.id)} is new, whose name may be data and is not told, ${counts}`
        : `${name} is a new property, ${counts}`;
    case "stopped":
      return `${name} comes no more${asked ? ", though it is asked for" : ""}, ${counts}`;
    case "member":
      return what === ""
        ? `${name} has a new value, which may be data and is not told, ${counts}`
        : `${name} has the new member "${what}", ${counts}`;
    case "form":
      return `${name} is ${what} where it was ${instead.join(" or ")}, ${counts}`;
    case "format":
      return `${name} looks like ${what} where it always looked like ${instead.join(" or ")}, ${counts}`;
    case "null":
      return `${name} is null where it never was, ${counts}`;
    case "type":
      return `${shortName(subject.id)} comes where it never did, ${counts}`;
    case "status":
      return `${subject.id} answers ${what}, which it never did, ${counts}`;
  }
}

function countsPhrase(place: ChangedShapes | undefined): string {
  if (!place) return "";
  return `${sightingPhrase(place.before)} before, ${sightingPhrase(place.after)} now`;
}

function sightingPhrase({ seen, of }: Sighting): string {
  return `${grouped(seen)} of ${grouped(of)}`;
}

/** Where it was seen: `GET /users/{} in manager, and 2 more places`; nothing for a status, which says so itself. */
export function placesPhrase({ kind, places, version }: ShapeChange): string {
  const [first] = places;
  const inBeta = version === "beta" ? "beta " : "";
  if (!first || kind === "status") return inBeta.trim();
  const operation = first.operation.includes(" ")
    ? first.operation
    : `${first.operation} requests that no page documents`;
  const more = places.length - 1;
  const others = more === 0 ? "" : `, and ${counted(more, "more place")}`;
  return `${inBeta}${operation}${first.place === "" ? "" : ` in ${first.place}`}${others}`;
}
