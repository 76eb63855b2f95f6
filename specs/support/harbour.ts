import type { Contract } from "../../src/contract/contract.ts";
import { contractOfMetadata } from "../../src/contract/derive/merge-metadata.ts";
import { readMetadata } from "../../src/metadata/read-metadata.ts";
import { csdlOf } from "./metadata-of.ts";

/** The metadata of the pages of the marina, as far as it can tell what they say. */
export const harbour = `
<EnumType Name="boatKind"><Member Name="ferry" Value="0"/><Member Name="yacht" Value="1"/><Member Name="unknownFutureValue" Value="2"/><Member Name="barge" Value="3"/></EnumType>
<EntityType Name="vessel" Abstract="true"><Property Name="length" Type="Edm.Int32"/></EntityType>
<EntityType Name="boat" BaseType="graph.vessel">
  <Key><PropertyRef Name="id"/></Key>
  <Property Name="id" Type="Edm.String" Nullable="false"/>
  <Property Name="berth" Type="Edm.String"/>
  <Property Name="colour" Type="graph.paint"/>
  <Property Name="draught" Type="Edm.Int32"/>
  <Property Name="kind" Type="graph.boatKind"/>
  <Property Name="launched" Type="Edm.DateTimeOffset"/>
  <Property Name="notes" Type="Edm.String"/>
  <Property Name="plate" Type="graph.plate"/>
  <Property Name="rank" Type="Edm.Int32"/>
  <Property Name="tags" Type="Collection(Edm.String)"/>
  <Property Name="tonnage" Type="Edm.Int32" Nullable="false"/>
  <NavigationProperty Name="crew" Type="Collection(graph.sailor)" ContainsTarget="true"/>
</EntityType>
<EnumType Name="paint"><Member Name="red" Value="0"/></EnumType>
<ComplexType Name="plate"><Property Name="text" Type="Edm.String"/></ComplexType>
<EntityType Name="sailor"/>
<ComplexType Name="lighthouse"/>
<Action Name="refit" IsBound="true"><Parameter Name="boat" Type="graph.boat"/><Parameter Name="comment" Type="Edm.String"/><Parameter Name="yard" Type="Edm.String" Nullable="false"/></Action>
<EntityContainer Name="GraphService"><EntitySet Name="boats" EntityType="graph.boat"/></EntityContainer>`;

export type Replacement = readonly [find: string, replace: string];

/** The contract of it, each text replaced that stands once in it. */
export function declaredAfter(...edits: readonly Replacement[]): Contract {
  let text = harbour;
  for (const [find, replace] of edits) {
    if (text.split(find).length !== 2) throw new Error(`"${find}" is not once in the metadata`);
    text = text.replace(find, () => replace);
  }
  return contractOfMetadata(readMetadata(csdlOf(text), "harbour.csdl"), "v1.0");
}
