using System.Net;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Delta;

namespace Stories;

/// <summary>Several requests that go as one, and what has changed since.</summary>
public static class Together
{
    public static async Task TellOfBatches(Teller teller, GraphServiceClient app)
    {
        var kim = (await teller.Step("a user is created", () => app.Users.PostAsync(Users.New("kim"))))?.Id;
        await teller.Step("each request of a batch is answered as it would be alone", async () =>
        {
            var batch = new BatchRequestContentCollection(app);
            var read = await batch.AddBatchRequestStepAsync(app.Users[kim].ToGetRequestInformation());
            var changed = await batch.AddBatchRequestStepAsync(app.Users[kim].ToPatchRequestInformation(new User { City = "Oslo" }));
            var nobody = await batch.AddBatchRequestStepAsync(app.Users["nobody@contoso.com"].ToGetRequestInformation());
            var answers = await app.Batch.PostAsync(batch);
            var statuses = await answers.GetResponsesStatusCodesAsync();
            var user = await answers.GetResponseByIdAsync<User>(read);
            return $"{(int)statuses[read]} {(int)statuses[changed]} {(int)statuses[nobody]} {user.DisplayName}";
        }, said => said == "200 204 404 kim");
        await teller.Step("what a batch wrote is read alone", () => app.Users[kim].GetAsync(asked => asked.QueryParameters.Select = ["city"]), user => user.City == "Oslo");
    }

    public static async Task TellOfDelta(Teller teller, GraphServiceClient app)
    {
        var hal = (await teller.Step("a user is created", () => app.Users.PostAsync(Users.New("hal"))))?.Id;
        var ivy = (await teller.Step("another user is created", () => app.Users.PostAsync(Users.New("ivy"))))?.Id;
        var first = await teller.Step("all users come, and a link for later", () => Walk(app, null), delta => delta.Ids.Contains(hal) && delta.Ids.Contains(ivy));
        await teller.Step("nothing has changed", () => Walk(app, first?.Later), delta => delta.Ids.Count == 0);
        await teller.Step("a user is changed", () => app.Users[hal].PatchAsync(new User { JobTitle = "Pilot", City = "Oslo" }));
        var second = await teller.Step("only the changed one comes, with what was selected", () => Walk(app, first?.Later),
            delta => delta.Users is [{ JobTitle: "Pilot", City: null }] && delta.Ids.Contains(hal));
        await teller.Step("a user is deleted", () => app.Users[ivy].DeleteAsync());
        await teller.Step("the deleted one comes as removed", () => Walk(app, second?.Later),
            delta => delta.Users is [{ } only] && only.Id == ivy && only.AdditionalData.ContainsKey("@removed"));
    }

    private sealed record Delta(List<User> Users, string? Later)
    {
        public List<string?> Ids => [.. Users.Select(user => user.Id)];
    }

    private static async Task<Delta?> Walk(GraphServiceClient app, string? link)
    {
        var users = new List<User>();
        var page = link is null
            ? await app.Users.Delta.GetAsDeltaGetResponseAsync(asked => asked.QueryParameters.Select = ["displayName", "jobTitle"])
            : await Ask(app, link);
        for (var pages = 0; page is not null && pages < 100; pages++)
        {
            users.AddRange(page.Value ?? []);
            if (page.OdataNextLink is null) return new Delta(users, page.OdataDeltaLink ?? throw new InvalidOperationException("there is no link for later"));
            page = await Ask(app, page.OdataNextLink);
        }
        throw new InvalidOperationException("the pages have no end");
    }

    private static Task<DeltaGetResponse?> Ask(GraphServiceClient app, string link) => app.Users.Delta.WithUrl(link).GetAsDeltaGetResponseAsync();
}
