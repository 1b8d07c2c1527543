using ShipCaptainCrew.Data;

namespace ShipCaptainCrew.Mail;

/// <summary>Writes one kind of letter when its turn has come, from what is true then. The kind is its key as a service.</summary>
public interface IWriter
{
    /// <returns>Null where there is nothing to say any more.</returns>
    Task<Sheet?> Write(Letter letter, CancellationToken cancel);
}
