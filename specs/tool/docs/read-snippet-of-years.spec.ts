import { describe, expect, it } from "vitest";
import { readSnippet } from "../../../src/docs/snippets/read-snippet.ts";

/** What libraries of 2022 to 2026 had in other forms than those before and after them. */
function callOf(language: string, code: string) {
  const reading = readSnippet(language, code)?.reading;
  return reading && "call" in reading ? reading.call : reading;
}

const lampById = [{ text: "lamps" }, { text: "l-1", key: true }, { text: "parts" }];

describe("snippets of the first libraries of today", () => {
  it("takes lampsById for a name with its key, and a function of the name getById for itself", () => {
    const go = 'result, err := graphClient.LampsById("l-1").Parts().Get()';
    expect(callOf("go", go)).toMatchObject({
      method: "GET",
      path: { steps: [{ text: "Lamps" }, { text: "l-1", key: true }, { text: "Parts" }] },
    });
    expect(callOf("php", "$graphServiceClient->lampsById('l-1')->parts()->get()->wait();")).toMatchObject({
      path: { steps: lampById },
    });
    expect(callOf("python", "result = await client.lamps_by_id('l-1').parts.get()")).toMatchObject({
      path: { steps: lampById },
    });
    expect(callOf("go", 'graphClient.Lamps().GetById("l-1").Get()')).toMatchObject({
      path: { steps: [{ text: "Lamps" }, { text: "GetById" }] },
    });
  });

  it("reads headers that stand in a map", () => {
    const go =
      'headers := map[string]string{\n\t"ConsistencyLevel": "eventual"\n}\nresult, err := graphClient.Lamps().GetWithRequestConfigurationAndResponseHandler(options, nil)';
    expect(callOf("go", go)).toMatchObject({ method: "GET", headers: { consistencylevel: "eventual" } });
    const python =
      "request_configuration = X(\nheaders = {\n\t'ConsistencyLevel' : \"eventual\",\n}\n)\nresult = await client.lamps.get(request_configuration = request_configuration)";
    expect(callOf("python", python)).toMatchObject({ headers: { consistencylevel: "eventual" } });
    expect(callOf("python", "result = await http_client.lamps.get()")).toEqual({
      unread: "it calls no path",
    });
  });

  it("reads a body that stands among the options, alone, or is filled line by line", () => {
    const go = (sent: string, more = "") =>
      `requestBody := msgraphsdk.NewLamp()\nrequestBody.SetColor(&color)\n${more}graphClient.LampsById(&id).Patch(${sent})`;
    const options = "options := &msgraphsdk.LampRequestBuilderPatchOptions{\n\tBody: requestBody,\n}\n";
    for (const code of [go("options", options), go("requestBody"), go("context.Background(), requestBody")]) {
      expect(callOf("go", code)).toMatchObject({ body: ["Color"] });
    }
    expect(callOf("go", go("other"))).not.toHaveProperty("body");
    const python =
      "request_body = Lamp()\nrequest_body.is_lit = True\n\nrequest_body.Tags(['a', ])\n\nresult = await client.lamps.by_lamp_id('l').patch(request_body = request_body)";
    expect(callOf("python", python)).toMatchObject({ body: ["is_lit", "Tags"] });
  });

  it("reads the names of what the library does not know, of the object that is sent", () => {
    const go = (value: string) =>
      `requestBody := graphmodels.NewLamp()\nadditionalData := map[string]interface{}{\n\t"shade@odata.bind" : ${value}, \n}\nrequestBody.SetAdditionalData(additionalData)\ngraphClient.Lamps().Post(context.Background(), requestBody, nil)`;
    expect(callOf("go", go('"https://x/1"'))).toMatchObject({ body: ["shade@odata.bind"] });
    expect(callOf("go", go('[]string {\n\t\t"https://x/{id}",\n\t}'))).toMatchObject({
      body: ["shade@odata.bind"],
    });
    expect(callOf("go", go("graphmodels.NewShade()"))).not.toHaveProperty("body");
    const python =
      'request_body = Lamp(\n\tcolor = "red",\n\tadditional_data = {\n\t\t\t"shade@odata_bind" : "https://x/1",\n\t}\n)\nresult = await graph_client.lamps.post(request_body)';
    expect(callOf("python", python)).toMatchObject({ body: ["color", "shade@odata_bind"] });
    const php =
      "$requestBody = new Lamp();\n$additionalData = [\n\t'inner' => 1,\n];\n$part->setAdditionalData($additionalData);\n$additionalData = [\n\t'outer' => 1,\n];\n$requestBody->setAdditionalData($additionalData);\n$graphServiceClient->lamps()->post($requestBody);";
    expect(callOf("php", php)).toMatchObject({ body: ["outer"] });
  });

  it("reads the command line in a shell's block, over lines, and no other command", () => {
    const line =
      '// PREVIEW\nmgc lamps parts create --lamp-id {id} --body \'{\\\n  "color": "red"\\\n}\\\n\'';
    for (const language of ["bash", "sh", "shell", "cli"]) {
      expect(callOf(language, line)).toMatchObject({ method: "POST", body: ["color"] });
    }
    expect(callOf("bash", 'mgc lamps list --search ""color:red"" --top "1"')).toMatchObject({
      options: { $search: "color:red", $top: "1" },
    });
    expect(readSnippet("bash", "npm install mgc")).toBeUndefined();
    expect(readSnippet("bash", "curl https://graph.microsoft.com/v1.0/me")).toBeUndefined();
  });

  it("takes a PowerShell command with a body for no GET, and an empty pair of parentheses for nothing", () => {
    const command = "Get-MgUserDefaultCalendarSchedule -UserId $userId";
    expect(callOf("powershell", `${command} -BodyParameter $params`)).toMatchObject({ method: "" });
    expect(callOf("powershell", command)).toMatchObject({ method: "GET" });
    expect(callOf("powershell", "Get-MgUser `\n  -Top 5")).toMatchObject({ options: { $top: "5" } });
    const go = "graphClient.Lamps().FilterBy(on='{on}')().Get(context.Background(), nil)";
    expect(callOf("go", go)).toMatchObject({ path: { steps: [{ text: "Lamps" }, { text: "FilterBy" }] } });
  });
});
