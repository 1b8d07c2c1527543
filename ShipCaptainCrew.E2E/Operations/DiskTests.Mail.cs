using System.Net.Http.Json;
using ShipCaptainCrew.E2E.Support;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.E2E.Operations;

/// <summary>Emails while the disk fills.</summary>
public sealed partial class DiskTests
{
    private const string Kim = "kim@queen.example", Sam = "sam@queen.example";

    [Fact]
    public async Task An_email_taken_by_the_mail_server_while_the_disk_filled_is_sent_once_and_the_next_waits()
    {
        await MountDisk();
        await app.InitializeAsync();
        using var olive = await OwnersProgram.SignIn(app);
        var filler = Path.Combine(disk, "filler");
        using var isFilling = new SemaphoreSlim(0);
        var isForKim = false;
        app.Mail.Mood = line =>
        {
            if (line.StartsWith("RCPT", StringComparison.Ordinal))
                isForKim = line.Contains(Kim, StringComparison.Ordinal);
            if (line != "." || !isForKim || File.Exists(filler)) return null;
            isFilling.Wait(stop);
            Fill(filler, leave: 200 << 10);
            return null;
        };
        Assert.Equal(201, await Status(Invite(olive, Kim)));
        Assert.Equal(201, await Status(Invite(olive, Sam)));
        isFilling.Release();

        await Waiting.Until(() => TriesToSave() >= 3 || Deliveries(Kim) > 1);
        Assert.Equal((1, 0), (Deliveries(Kim), Deliveries(Sam)));
        File.Delete(filler);

        await Waiting.Until(() => Deliveries(Sam) > 0);
        Assert.Equal(0, await app.Stop());
        Assert.Equal((1, 1), (Deliveries(Kim), Deliveries(Sam)));
        Assert.DoesNotContain("   at ShipCaptainCrew.", app.Log, StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> Invite(OwnersProgram owner, string email) =>
        owner.Client.PostAsJsonAsync("/api/members", new { name = email, email, role = "crew" }, stop);

    private int Deliveries(string to) => app.Mail.Deliveries.Count(delivery => delivery.To.Contains(to));

    /// <summary>How many lines of the log say so; each stands for one attempt or more.</summary>
    private int TriesToSave() => app.Log.Split("The result of an email could not be saved yet").Length - 1;
}
