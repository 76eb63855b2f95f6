import { describe, expect, it } from "vitest";
import { metadataAllows, metadataCapability } from "../../../src/contract/capability/metadata-capability.ts";
import { deriveContract } from "../../../src/contract/derive/derive-contract.ts";
import { metadataPath } from "../../../src/contract/path/metadata-path.ts";
import { folderOf } from "../../../src/docs/folder.ts";
import { exchangeContext } from "../../../src/rules/exchange-context.ts";
import { capability } from "../../../src/rules/query/capability.ts";
import { metadataOf } from "../../support/metadata-of.ts";
import { inShort } from "../../support/pages-of.ts";
import { serviceAnswer } from "./service-answer.ts";

const term = "Org.OData.Capabilities.V1";
const no = (name: string, property: string) =>
  `<Annotation Term="${term}.${name}"><Record><PropertyValue Property="${property}" Bool="false" /></Record></Annotation>`;
const metadata = metadataOf(`
<EntityType Name="run"><Key><PropertyRef Name="id" /></Key><Property Name="id" Type="Edm.String" /></EntityType>
<EntityType Name="team"><Key><PropertyRef Name="id" /></Key>
<NavigationProperty Name="runs" Type="Collection(graph.run)" ContainsTarget="true">${no("CountRestrictions", "Countable")}
</NavigationProperty></EntityType>
<EntityContainer Name="Service"><EntitySet Name="teams" EntityType="graph.team">
<Annotation Term="${term}.TopSupported" Bool="true" /></EntitySet></EntityContainer>
<Annotations Target="graph.team/runs"><Annotation Term="${term}.SkipSupported" Bool="false" /></Annotations>
<Annotations Target="graph.Service/teams">${no("SearchRestrictions", "Searchable")}</Annotations>`);
const contract = deriveContract(folderOf([]), "v1.0", metadata);

describe("what the metadata says of a query option", () => {
  it("is said of a root or of a property, inside of it or by Target", () => {
    expect(metadataCapability(contract, "/teams", "$top")).toBe(true);
    expect(metadataCapability(contract, "/teams", "$search")).toBe(false);
    expect(metadataCapability(contract, "/teams/{id}/runs", "$count")).toBe(false);
    expect(metadataCapability(contract, "/teams/{team-id}/runs/{run-id}", "$skip")).toBe(false);
  });

  it("is nothing where it is silent, where no path leads, and without it", () => {
    expect(metadataCapability(contract, "/teams", "$skip")).toBeUndefined();
    expect(metadataCapability(contract, "/teams/{id}/runs", "$top")).toBeUndefined();
    expect(metadataCapability(contract, "/team", "$top")).toBeUndefined();
    expect(metadataCapability(contract, "/teams", "$format")).toBeUndefined();
    const { metadata: _, ...alone } = contract;
    expect(metadataCapability(alone, "/teams", "$top")).toBeUndefined();
  });

  it("is said of methods, too: of what is created in a list, and of what is changed there", () => {
    const calls = (lines: string) => {
      const read = metadataOf(lines);
      return ["GET", "POST", "PATCH", "DELETE"].filter((method) => {
        const found = metadataPath(read, method === "PATCH" ? "/teams/{id}" : "/teams");
        return found?.exists && metadataAllows(read, method, found) === false;
      });
    };
    const teams = (inner: string) => `<EntityType Name="team" /><EntityContainer Name="Service">
      <EntitySet Name="teams" EntityType="graph.team">${inner}</EntitySet></EntityContainer>`;
    expect(calls(teams(""))).toEqual([]);
    expect(calls(teams(no("InsertRestrictions", "Insertable")))).toEqual(["POST"]);
    expect(calls(teams(no("UpdateRestrictions", "Updatable")))).toEqual(["PATCH"]);
    expect(calls(teams(no("DeleteRestrictions", "Deletable")))).toEqual(["DELETE"]);
  });

  it("takes the blame from a service that refuses what only the page promises", () => {
    const error = { error: { code: "BadRequest", message: "not taken" } };
    const verdict = (query: string) => {
      const context = serviceAnswer(query, error, { status: 400 });
      const witnessed = { ...context, contract: { ...context.contract, metadata } };
      return capability.judge(exchangeContext(witnessed, context.response));
    };
    expect(inShort(verdict("?$skip=2"))).toEqual([
      "fail 1:1 /query/$skip $skip is refused with 400; the pages document it, the metadata says that $skip cannot be used there",
    ]);
    expect(verdict("?$skip=2")).toMatchObject([{ weighs: { mock: "error", tenant: "warning" } }]);
    expect(verdict("?$top=2")).toMatchObject([{ weighs: { mock: "error", tenant: "error" } }]);
  });
});
