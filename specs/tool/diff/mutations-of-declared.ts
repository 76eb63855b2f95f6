import { readMetadata } from "../../../src/metadata/read-metadata.ts";
import { csdlOf } from "../../support/metadata-of.ts";
import { ofContract } from "./mutation.ts";

const boat = '<EntityType Name="boat"/>';
const reads = (lines: string) => ({
  toldBy: "metadata" as const,
  metadata: readMetadata(csdlOf(`${boat}${lines}`), "orchard.csdl"),
});
const bound = '<Parameter Name="bound" Type="graph.boat"/>';
const returning = (type: string) => `<ReturnType Type="${type}"/>`;
const call = (kind: "Action" | "Function", inside: string, name = "graft") =>
  `<${kind} Name="${name}" IsBound="true">${bound}${inside}</${kind}>`;
const roots = (inside: string) => `<EntityContainer Name="Orchard">${inside}</EntityContainer>`;
const when = '<Parameter Name="when" Type="Edm.Date"/>';
const graft = "microsoft.graph.graft of microsoft.graph.boat";

/** What changes in what only metadata declares: actions, functions, and where paths begin. */
export const mutationsOfDeclared = [
  ofContract("action/added", "action/removed", graft, reads(""), reads(call("Action", ""))),
  ofContract(
    "action/respelt",
    "action/respelt",
    graft,
    reads(call("Action", "", "Graft")),
    reads(call("Action", "")),
  ),
  ofContract("function/added", "function/removed", graft, reads(""), reads(call("Function", ""))),
  ofContract(
    "function/respelt",
    "function/respelt",
    graft,
    reads(call("Function", "", "Graft")),
    reads(call("Function", "")),
  ),
  ofContract(
    "overload/added",
    "overload/removed",
    graft,
    reads(call("Function", "")),
    reads(call("Function", "") + call("Function", when)),
  ),
  ofContract(
    "returns/added",
    "returns/removed",
    graft,
    reads(call("Action", "")),
    reads(call("Action", returning("Edm.Int32"))),
  ),
  ofContract(
    "returns/type-widened",
    "returns/type-narrowed",
    graft,
    reads(call("Function", returning("Edm.Int32"))),
    reads(call("Function", returning("Edm.Int64"))),
  ),
  ofContract(
    "returns/type-changed",
    "returns/type-changed",
    graft,
    reads(call("Action", returning("Edm.Int32"))),
    reads(call("Action", returning("Edm.Boolean"))),
  ),
  ofContract(
    "returns/collection",
    "returns/single",
    graft,
    reads(call("Action", returning("graph.boat"))),
    reads(call("Action", returning("Collection(graph.boat)"))),
  ),
  ofContract(
    "root/added",
    "root/removed",
    "/boats",
    reads(roots("")),
    reads(roots('<EntitySet Name="boats" EntityType="graph.boat"/>')),
  ),
  ofContract(
    "root/respelt",
    "root/respelt",
    "/boats",
    reads(roots('<EntitySet Name="Boats" EntityType="graph.boat"/>')),
    reads(roots('<EntitySet Name="boats" EntityType="graph.boat"/>')),
  ),
  ofContract(
    "root/changed",
    "root/changed",
    "/boats",
    reads(roots('<Singleton Name="boats" Type="graph.boat"/>')),
    reads(roots('<EntitySet Name="boats" EntityType="graph.boat"/>')),
  ),
];
