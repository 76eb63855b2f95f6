using System.Text;
using Microsoft.Graph;
using Microsoft.Graph.Drives.Item.Items.Item.Copy;
using Microsoft.Graph.Drives.Item.Items.Item.CreateLink;
using Microsoft.Graph.Drives.Item.Items.Item.CreateUploadSession;
using Microsoft.Graph.Models;

namespace Stories;

/// <summary>A signed-in user stores files, by path and by id, whole and in pieces. The SDK asks every drive by its id.</summary>
public static class Files
{
    public static async Task Tell(Teller teller, GraphServiceClient client)
    {
        var id = (await teller.Step("the drive of the user is read", () => client.Me.Drive.GetAsync(), read => read.Id is not null))?.Id;
        var drive = client.Drives[id];
        var file = (await teller.Step("a file is stored by its path",
            () => drive.Root.ItemWithPath("FolderA/hello.txt").Content.PutAsync(Bytes("The contents")),
            item => item is { Name: "hello.txt", File: not null, Folder: null }))?.Id;
        await teller.Step("its bytes come back", async () => await TextOf(drive.Items[file].Content.GetAsync()), text => text == "The contents");
        await teller.Step("it is got by its path", () => drive.Root.ItemWithPath("FolderA/hello.txt").GetAsync(), item => item.Id == file);
        await teller.Step("it is in its folder", () => drive.Root.ItemWithPath("FolderA").Children.GetAsync(), list => list.Value is [{ } only] && only.Id == file);
        var folder = (await teller.Step("a folder is made",
            () => drive.Items["root"].Children.PostAsync(new DriveItem { Name = "New Folder", Folder = new Folder() }),
            item => item is { Name: "New Folder", Folder: not null, File: null }))?.Id;
        await teller.Step("the folder is in the root", () => drive.Items["root"].Children.GetAsync(), list => list.Value!.Any(item => item.Id == folder));
        await teller.Step("the folder is got by its id", () => drive.Items[folder].GetAsync(), item => item.Name == "New Folder");
        await teller.Step("the folder gets another name", () => drive.Items[folder].PatchAsync(new DriveItem { Name = "Renamed" }), item => item.Name == "Renamed");
        await teller.Step("JSON is stored as a file", () => drive.Items[folder].ItemWithPath("a.json").Content.PutAsync(Bytes("{\"a\":1}")), item => item.Name == "a.json");
        await teller.Step("JSON comes back as it was", async () => await TextOf(drive.Root.ItemWithPath("Renamed/a.json").Content.GetAsync()), text => text == "{\"a\":1}");
        await teller.Step("a large file is stored in pieces", async () =>
        {
            var session = await drive.Root.ItemWithPath("big.bin").CreateUploadSession.PostAsync(new CreateUploadSessionPostRequestBody());
            using var content = new MemoryStream(new byte[700_000]);
            var upload = new LargeFileUploadTask<DriveItem>(session, content, 320 * 1024, client.RequestAdapter);
            return (await upload.UploadAsync()).ItemResponse;
        }, item => item is { Name: "big.bin", Size: 700_000 });
        await teller.Step("a file is copied", () => drive.Items[file].Copy.PostAsync(new CopyPostRequestBody { Name = "copy.txt" }));
        await teller.Step("a link is made",
            () => drive.Items[file].CreateLink.PostAsync(new CreateLinkPostRequestBody { Type = "view", Scope = "anonymous" }),
            made => made.Link is not null);
        await teller.Step("the file is deleted", () => drive.Items[file].DeleteAsync());
        await teller.Refused("the file is gone", 404, () => drive.Root.ItemWithPath("FolderA/hello.txt").GetAsync());
    }

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    private static async Task<string?> TextOf(Task<Stream?> content)
    {
        await using var stream = await content;
        return stream is null ? null : await new StreamReader(stream).ReadToEndAsync();
    }
}
