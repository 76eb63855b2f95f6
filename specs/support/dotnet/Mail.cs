using Microsoft.Graph;
using Microsoft.Graph.Me.Messages.Item.CreateReply;
using Microsoft.Graph.Me.Messages.Item.Forward;
using Microsoft.Graph.Me.Messages.Item.Move;
using Microsoft.Graph.Me.Messages.Item.Reply;
using Microsoft.Graph.Me.SendMail;
using Microsoft.Graph.Models;

namespace Stories;

/// <summary>A signed-in user writes, sends, moves and answers mail.</summary>
public static class Mail
{
    public static async Task Tell(Teller teller, GraphServiceClient client)
    {
        var me = client.Me;
        var adele = new Recipient { EmailAddress = new EmailAddress { Address = "adele@contoso.com", Name = "Adele" } };
        var draft = (await teller.Step("a draft is written", () => me.Messages.PostAsync(new Message
        {
            Subject = "Re: {ticket} 42",
            Importance = Importance.Low,
            Body = new ItemBody { ContentType = BodyType.Html, Content = "They were <b>awesome</b>!" },
            ToRecipients = [adele],
        }), made => made is { Subject: "Re: {ticket} 42", Importance: Importance.Low, IsDraft: true } && made.Body!.Content!.Contains("<b>awesome</b>")))?.Id;
        await teller.Step("the draft is read", () => me.Messages[draft].GetAsync(),
            read => read.Subject == "Re: {ticket} 42" && read.ToRecipients is [{ EmailAddress.Address: "adele@contoso.com" }]);
        await teller.Step("the draft is among the drafts", () => me.MailFolders["drafts"].Messages.GetAsync(),
            list => list.Value!.Any(read => read.Id == draft));
        await teller.Step("the draft is changed", () => me.Messages[draft].PatchAsync(new Message { Subject = "Changed" }), read => read.Subject == "Changed");
        await teller.Step("a file is attached",
            () => me.Messages[draft].Attachments.PostAsync(new FileAttachment { Name = "smile", ContentBytes = [1, 2, 3] }),
            made => made is FileAttachment { Name: "smile" });
        await teller.Step("the draft has that file", () => me.Messages[draft].Attachments.GetAsync(),
            list => list.Value is [FileAttachment { ContentBytes: [1, 2, 3] }]);
        await teller.Step("the draft is sent", () => me.Messages[draft].Send.PostAsync());
        await teller.Step("a message is sent at once", () => me.SendMail.PostAsync(new SendMailPostRequestBody
        {
            Message = new Message
            {
                Subject = "Meet for lunch?",
                Body = new ItemBody { ContentType = BodyType.Text, Content = "The new cafeteria is open." },
                ToRecipients = [adele],
            },
            SaveToSentItems = false,
        }));
        var folder = (await teller.Step("a folder is made", () => me.MailFolders.PostAsync(new MailFolder { DisplayName = "Clutter" }),
            made => made.DisplayName == "Clutter"))?.Id;
        var inbox = (await teller.Step("the inbox is read by its name", () => me.MailFolders["inbox"].GetAsync()))?.Id;
        var message = (await teller.Step("a message is written into the inbox",
            () => me.MailFolders["inbox"].Messages.PostAsync(new Message { Subject = "In the inbox" }), made => made.Subject == "In the inbox"))?.Id;
        await teller.Step("it is among all messages", () => me.Messages[message].GetAsync(), read => read.Subject == "In the inbox");
        await teller.Step("it is in the inbox by its id", () => me.MailFolders[inbox].Messages.GetAsync(), list => list.Value!.Any(read => read.Id == message));
        var moved = (await teller.Step("it is moved", () => me.Messages[message].Move.PostAsync(new MovePostRequestBody { DestinationId = folder }),
            read => read.Subject == "In the inbox"))?.Id;
        await teller.Step("it is in the other folder", () => me.MailFolders[folder].Messages.GetAsync(), list => list.Value is [{ } only] && only.Id == moved);
        await teller.Step("it is no more in the inbox", () => me.MailFolders["inbox"].Messages.GetAsync(), list => list.Value!.All(read => read.Id != moved));
        var reply = (await teller.Step("an answer is begun", () => me.Messages[moved].CreateReply.PostAsync(new CreateReplyPostRequestBody())))?.Id;
        await teller.Step("the answer is a message", () => me.Messages[reply].GetAsync(), read => read.Id == reply);
        await teller.Step("the answer is sent", () => me.Messages[reply].Send.PostAsync());
        await teller.Step("the message is answered at once", () => me.Messages[moved].Reply.PostAsync(new ReplyPostRequestBody { Comment = "Thanks" }));
        await teller.Step("the message is forwarded",
            () => me.Messages[moved].Forward.PostAsync(new ForwardPostRequestBody { Comment = "FYI", ToRecipients = [adele] }));
        await teller.Step("the message is deleted", () => me.Messages[moved].DeleteAsync());
        await teller.Refused("the message is gone", 404, () => me.Messages[moved].GetAsync());
        await teller.Step("a rule of the inbox is made", () => me.MailFolders["inbox"].MessageRules.PostAsync(new MessageRule
        {
            DisplayName = "From partner",
            Sequence = 2,
            IsEnabled = true,
            Conditions = new MessageRulePredicates { SenderContains = ["adele"] },
            Actions = new MessageRuleActions { ForwardTo = [adele], StopProcessingRules = true },
        }), rule => rule.DisplayName == "From partner");
        await teller.Step("the settings of the mailbox are read", () => me.MailboxSettings.GetAsync(), read => read.TimeZone is not null);
    }
}
