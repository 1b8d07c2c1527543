using System.Globalization;
using MimeKit;
using ShipCaptainCrew.Mail.Outbox;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Mail.Smtp;

/// <summary>
/// Where letters go when no mail server is set: one <c>.eml</c> file each, for its owner's eyes only and for a day,
/// since there are live links in them.
/// </summary>
public sealed class EmlFolder(StoragePaths storage, TimeProvider clock) : IMailTransport
{
    private const string Stamp = "yyyyMMdd'T'HHmmss'Z'";
    private static readonly TimeSpan RetentionPeriod = TimeSpan.FromHours(24);

    private string At(string name) => Path.Combine(storage.Mail, name);

    /// <summary>Names of files, newest first.</summary>
    public IReadOnlyList<string> Names => Directory.Exists(storage.Mail)
        ? [
            .. Directory.EnumerateFiles(storage.Mail, "*.eml").Select(path => Path.GetFileName(path))
                .OrderDescending(StringComparer.Ordinal)]
        : [];

    public async Task<DeliveryResult> Send(MimeMessage message)
    {
        Make();
        var name = $"{Stamped(clock.GetUtcNow())}-{message.MessageId!.Split('@')[0]}.eml";
        await message.WriteToAsync(At($"{name}.part"));
        File.Move(At($"{name}.part"), At(name), overwrite: true);
        return new(DeliveryOutcome.Delivered, name);
    }

    /// <summary>The letter in a file of that name, if there is one.</summary>
    public async Task<MimeMessage?> Read(string name, CancellationToken cancel) =>
        Names.Contains(name) ? await MimeMessage.LoadAsync(At(name), cancel) : null;

    public void Purge()
    {
        var oldest = Stamped(clock.GetUtcNow() - RetentionPeriod);
        foreach (var name in Names.Where(name => string.CompareOrdinal(name, oldest) < 0)) File.Delete(At(name));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Make()
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(storage.Mail);
        else
            Directory.CreateDirectory(
                storage.Mail, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static string Stamped(DateTimeOffset at) => at.UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture);
}
