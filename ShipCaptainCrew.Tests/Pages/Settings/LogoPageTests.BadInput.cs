using System.Text;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Settings;

/// <summary>A file that is not a logo is refused beside its field.</summary>
public sealed partial class LogoPageTests
{
    public static TheoryData<byte[], string> BadFiles => new()
    {
        { Encoding.UTF8.GetBytes(TestLogos.Svg), "Choose a PNG, JPEG or WebP picture." },
        { TestLogos.Png[..^40], "This picture is damaged or cut off. Choose another one." },
        { TestLogos.Bomb(50_000), "This picture has more than 4096 pixels on a side. Choose a smaller one." },
        { new byte[6 << 20], "This file is larger than one megabyte. Choose a smaller picture." },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task A_bad_file_is_refused_beside_its_field_and_changes_nothing(byte[] file, string error)
    {
        var address = await queen.Logo();

        var refused = await queen.Olive.Browser.Upload(Page, file);

        Assert.Equal(422, (int)refused.StatusCode);
        var page = await refused.Html();
        Assert.Equal(error, page.GetElementById("logo-e")!.TextContent);
        Assert.Equal(address, page.QuerySelector("img.mark")!.GetAttribute("src"));
    }

    [Fact]
    public async Task Without_a_file_or_a_token_or_the_right_nothing_is_changed()
    {
        Assert.Equal(422, (int)(await queen.Olive.Browser.PostForm(Page)).StatusCode);
        using var noToken =
            new MultipartFormDataContent { { new ByteArrayContent(TestLogos.Png), "logo", "logo.png" } };
        Assert.Equal(400, (int)(await queen.Olive.Browser.PostAsync(
            Page, noToken, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(403, (int)(await queen.Dana.Browser.Get(Page)).StatusCode);
        using var large = new MultipartFormDataContent { { new ByteArrayContent(new byte[6 << 20]), "logo", "a.png" } };
        Assert.Equal(403, (int)(await queen.Dana.Browser.PostAsync(
            Page, large, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Null((string?)(await queen.Olive.Api.Get("/api/operator").Json())["logo_url"]);
    }
}
