import { describe, expect, it } from "vitest";
import type { Contract } from "../../../src/contract/contract.ts";
import { csdl } from "../../../src/contract/csdl/csdl.ts";
import { mergeMetadata } from "../../../src/contract/derive/merge-metadata.ts";
import { readMetadata } from "../../../src/metadata/read-metadata.ts";
import { type Asked, askedOf, contractOfPages } from "../../support/asked.ts";
import { metadataOf } from "../../support/metadata-of.ts";
import { apiPage, resourcePage } from "../../support/page-text.ts";
import { crew, directory, ida } from "./directory.ts";

const row = (name: string) => `|${name}|String|A text.|`;
const one = (type: string) => ({
  response: `\`200 OK\` response code and a [${type}](../resources/${type}.md) object`,
});
const many = (type: string) => ({
  response: `\`200 OK\` response code and a collection of [${type}](../resources/${type}.md) objects`,
});
const done = { response: "`204 No Content` response code" };

/** A school of which no page says that the members of a course are pupils, nor adds one. */
const pages = {
  "resources/pupil.md": resourcePage("pupil", {
    properties: [row("id"), row("name")],
    relationships: ["|courses|[course](course.md) collection|What the pupil takes.|"],
    json: { id: "String", name: "String" },
  }),
  "resources/course.md": resourcePage("course", {
    properties: [row("id"), row("name")],
    relationships: [
      "|members|[pupil](pupil.md) collection|Who takes it.|",
      "|guests|[pupil](pupil.md) collection|Who visits it.|",
    ],
    json: { id: "String", name: "String" },
  }),
  "api/pupils.md": apiPage("List pupils", "GET /school/pupils", many("pupil")),
  "api/pupil.md": apiPage("Get pupil", "GET /school/pupils/{id}", one("pupil")),
  "api/pupil-update.md": apiPage("Update pupil", "PATCH /school/pupils/{id}", done),
  "api/courses.md": apiPage("List courses", "GET /school/courses", many("course")),
  "api/members.md": apiPage("List members", "GET /school/courses/{id}/members", many("pupil")),
  "api/guests.md": apiPage("List guests", "GET /school/courses/{id}/guests", many("pupil")),
};
const types = `
<EntityType Name="pupil"><Key><PropertyRef Name="id" /></Key><Property Name="id" Type="Edm.String" Nullable="false" />
<Property Name="name" Type="Edm.String" /><NavigationProperty Name="courses" Type="Collection(graph.course)" /></EntityType>
<EntityType Name="course"><Key><PropertyRef Name="id" /></Key><Property Name="id" Type="Edm.String" Nullable="false" />
<Property Name="name" Type="Edm.String" /><NavigationProperty Name="members" Type="Collection(graph.pupil)" />
<NavigationProperty Name="guests" Type="Collection(graph.pupil)" /></EntityType>
<EntityType Name="school">
<NavigationProperty Name="pupils" Type="Collection(graph.pupil)" ContainsTarget="true" />
<NavigationProperty Name="courses" Type="Collection(graph.course)" ContainsTarget="true" /></EntityType>`;
const school = (bindings: string): Contract =>
  mergeMetadata(
    contractOfPages(pages),
    metadataOf(
      `${types}<EntityContainer Name="S"><Singleton Name="school" Type="graph.school">${bindings}</Singleton></EntityContainer>`,
    ),
  );
const bound = (path: string, target: string) =>
  `<NavigationPropertyBinding Path="${path}" Target="${target}" />`;

const ids = async ({ ask }: Asked, path: string) => (await ask(path)).items.map(({ id }) => String(id));
const courseOf = async (asked: Asked) => `/school/courses/${(await ids(asked, "/school/courses"))[0]}`;

describe("what a navigation property binding of the metadata leads to", () => {
  it.each([
    ["as the path says", bound("courses/members", "school/pupils")],
    [
      "with casts and the name of the container",
      bound("courses/graph.course/members", "microsoft.graph.S/school/pupils"),
    ],
  ])("lives in the set that it names, %s: a change there is seen here", async (_how, bindings) => {
    const asked = await askedOf([school(bindings)], { items: 3 });
    const course = await courseOf(asked);
    const [member = ""] = await ids(asked, `${course}/members`);
    expect(await ids(asked, "/school/pupils")).toContain(member);
    await asked.ask(`PATCH /school/pupils/${member}`, { body: { name: "Ada" } });
    expect((await asked.ask(`${course}/members/${member}`)).body.name).toBe("Ada");
    expect((await asked.ask(`${course}?$expand=members`)).body.members).toContainEqual(
      expect.objectContaining({ id: member, name: "Ada" }),
    );
  });

  it.each([
    ["where no binding speaks of it", bound("courses/members", "school/pupils"), "guests"],
    [
      "where several say different sets",
      bound("courses/members", "school/pupils") + bound("courses/graph.course/members", "school/courses"),
      "members",
    ],
    [
      "where the set is bound to another itself",
      bound("courses/members", "school/pupils") + bound("pupils", "school/courses"),
      "members",
    ],
    ["where no page reads the set", bound("courses/members", "school/alumni"), "members"],
  ])("lives where it is read %s", async (_when, bindings, name) => {
    const asked = await askedOf([school(bindings)], { items: 3 });
    const pupils = await ids(asked, "/school/pupils");
    const found = await ids(asked, `${await courseOf(asked)}/${name}`);
    expect(found).not.toEqual([]);
    expect(found.filter((id) => pupils.includes(id))).toEqual([]);
  });

  it("is found through the bindings that derive itself writes, of a set that holds a base type", async () => {
    const contract = contractOfPages(directory);
    const merged = mergeMetadata(contract, readMetadata(csdl(contract), "metadata.xml"));
    const { bindings } = merged.metadata?.roots.users ?? {};
    expect(bindings).toContainEqual({ path: "manager", target: "directoryObjects" });
    const { ask } = await askedOf([merged]);
    await ask(`PATCH /users/${ida}`, { body: { displayName: "Ida B." } });
    expect((await ask(`/groups/${crew}/members/${ida}`)).body.displayName).toBe("Ida B.");
  });
});
