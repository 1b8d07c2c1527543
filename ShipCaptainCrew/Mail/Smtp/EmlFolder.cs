using System.Globalization;
using MimeKit;
using ShipCaptainCrew.Mail.Outbox;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Mail.Smtp;

/// <summary>
/// Writes each email to an <c>.eml</c> file when no mail server is set. The emails contain valid links, so the files
/// are readable only by the app's user and are deleted after 24 hours.
/// </summary>
public sealed class EmlFolder(StoragePaths storage, TimeProvider clock) : IMailTransport
{
    private const string TimestampFormat = "yyyyMMdd'T'HHmmss'Z'";
    private static readonly TimeSpan RetentionPeriod = TimeSpan.FromHours(24);

    private string PathOf(string name) => Path.Combine(storage.Mail, name);

    /// <summary>The file names, newest first.</summary>
    public IReadOnlyList<string> Names => Directory.Exists(storage.Mail)
        ? [.. Directory.EnumerateFiles(storage.Mail, "*.eml")
            .Select(path => Path.GetFileName(path))
            .OrderDescending(StringComparer.Ordinal)]
        : [];

    public Task<DeliveryResult> Send(MimeMessage message)
    {
        PrivateFiles.Folder(storage.Mail);
        var name = $"{Timestamp(clock.GetUtcNow())}-{message.MessageId!.Split('@')[0]}.eml";
        PrivateFiles.Write(PathOf(name), file => message.WriteTo(file));
        return Task.FromResult<DeliveryResult>(new(DeliveryOutcome.Delivered, name));
    }

    /// <summary>The email in the file of that name; null if there is none.</summary>
    public async Task<MimeMessage?> Read(string name, CancellationToken cancel) =>
        Names.Contains(name) ? await MimeMessage.LoadAsync(PathOf(name), cancel) : null;

    public void Purge()
    {
        var oldest = Timestamp(clock.GetUtcNow() - RetentionPeriod);
        foreach (var name in Names.Where(name => string.CompareOrdinal(name, oldest) < 0)) File.Delete(PathOf(name));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static string Timestamp(DateTimeOffset at) =>
        at.UtcDateTime.ToString(TimestampFormat, CultureInfo.InvariantCulture);
}
