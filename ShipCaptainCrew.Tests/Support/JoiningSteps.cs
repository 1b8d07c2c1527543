using AngleSharp.Dom;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>Steps of somebody who joins a charter by a party's link or the code at the dock.</summary>
public static class JoiningSteps
{
    public static readonly (string Name, string Value)[] Mother = [("guardian_relationship", "mother")];

    /// <summary>The path of a new link of the charter, as the captain makes it.</summary>
    /// <param name="kind">Either <c>party</c> or <c>dock</c>.</param>
    public static async Task<string> JoinLink(this CharterFixture day, string kind)
    {
        var page = await (await day.Cast.Kim.Browser.PostForm($"{day.Charter}/qr", ("kind", kind))).Html();
        return new Uri(page.GetElementById("link")!.GetAttribute("value")!).AbsolutePath;
    }

    /// <summary>Joins by a link.</summary>
    /// <returns>The path of the waiver page that it leads to.</returns>
    public static async Task<string> Join(
        this HttpClient phone, string link, string name, params (string Name, string Value)[] more)
    {
        var added = await phone.Send(link, [("name", name), .. more]);
        Assert.Equal(303, (int)added.StatusCode);
        return added.Headers.Location!.OriginalString.Split('?')[0];
    }

    /// <summary>The fields of a child that somebody signs for.</summary>
    public static (string Name, string Value)[] Child(string name, int number = 0) =>
        [($"children[{number}].name", name), ($"children[{number}].birth_date", "2017-05-01")];

    /// <summary>The guests as the API lists them.</summary>
    public static async Task<IReadOnlyList<(Guid Id, string Name, bool IsPlaced, string Waiver)>> Guests(
        this CharterFixture day) =>
        [.. (await day.Cast.Dana.Api.Get($"{day.Api}/guests").Json())["guests"]!.AsArray().Select(guest => (
            guest!.Id(), (string)guest!["name"]!, (bool)guest["placed"]!, (string)guest["waiver"]!["status"]!))];

    /// <summary>The guests who wait to be placed.</summary>
    public static async Task<IReadOnlyList<(Guid Id, string Name)>> Waiting(this CharterFixture day) =>
        [.. (await day.Guests()).Where(guest => !guest.IsPlaced).Select(guest => (guest.Id, guest.Name))];

    public static string Text(this IDocument page) => page.Body!.TextContent;
}
