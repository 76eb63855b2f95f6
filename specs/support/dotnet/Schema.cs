using System.Xml;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.Edm.Validation;

namespace Stories;

/// <summary>The mock's $metadata and the metadata.xml of derive, as Microsoft's own reader takes them.</summary>
public static class Schema
{
    public static async Task Read(Teller teller, string origin)
    {
        var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator };
        using var http = new HttpClient(handler);
        await teller.Story("$metadata", async () =>
        {
            await teller.Step("the mock's $metadata is read without an error", async () => Problems(await http.GetStringAsync($"{origin}/v1.0/$metadata")), None);
            if (Environment.GetEnvironmentVariable("GRAPH_METADATA") is { } file)
                await teller.Step("metadata.xml is read without an error", async () => Problems(await File.ReadAllTextAsync(file)), None);
        });
    }

    // Graph's own metadata has a member that is called like its type: `list` of `list`.
    private static readonly ValidationRuleSet Rules = new(
        ValidationRuleSet
            .GetEdmModelRuleSet(new Version(4, 0))
            .Where(rule => rule != ValidationRules.StructuredTypeInvalidMemberNameMatchesTypeName)
    );

    private static bool None(List<string> problems)
    {
        foreach (var problem in problems.Take(20)) Console.WriteLine($"    {problem}");
        return problems.Count == 0;
    }

    private static List<string> Problems(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text));
        if (!CsdlReader.TryParse(reader, out var model, out var unread)) return [.. unread.Select(error => error.ToString())];
        model.Validate(Rules, out var broken);
        var types = model.SchemaElements.OfType<IEdmEntityType>().Count();
        Console.WriteLine($"$metadata: {types} entity types, {model.EntityContainer?.EntitySets().Count()} entity sets");
        return [.. broken.Select(error => error.ToString()!)];
    }
}
