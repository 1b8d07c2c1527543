using System.Xml.Linq;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts;

/// <summary>Tests the keys that protect cookies and form tokens.</summary>
public sealed class DataProtectionKeyFilesTests
{
    [Fact]
    public async Task A_new_key_is_for_AES_256_GCM()
    {
        await using var app = new AppFixture();
        using var client = app.CreateClient();

        (await client.GetAsync("/sign-in", TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();

        var key = Assert.Single(Directory.GetFiles(Path.Combine(app.Folder, "keys"), "key-*.xml"));
        var encryption = XElement.Load(key).Descendants("encryption").Single();
        Assert.Equal("AES_256_GCM", (string?)encryption.Attribute("algorithm"));
    }
}
