using System.Text.Json;
using ShipCaptainCrew.Data.Entities;

namespace ShipCaptainCrew.Mail.Messages;

/// <summary>What an email about a failed backup says.</summary>
/// <param name="Since">The first night without a backup (UTC).</param>
/// <param name="Newest">When the newest backup was made (UTC); null if there is none.</param>
/// <param name="Reason">The error. Only whoever runs the server sees it, because it may name folders.</param>
public sealed record BackupFailure(DateTimeOffset Since, DateTimeOffset? Newest, string Reason)
{
    public static BackupFailure Of(OutboxEmail email) => JsonSerializer.Deserialize<BackupFailure>(email.Facts)!;

    public string ToJson() => JsonSerializer.Serialize(this);
}
