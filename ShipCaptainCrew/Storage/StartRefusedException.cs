namespace ShipCaptainCrew.Storage;

/// <summary>
/// Something must be put right by a person before this program may run. The message is one line that says what.
/// </summary>
public sealed class StartRefusedException(string message, int exitCode = StartRefusedException.Unsound)
    : Exception(message)
{
    public const int Unsound = 1;
    public const int Locked = 4;

    public int ExitCode { get; } = exitCode;

    /// <summary>The same for whatever else went wrong with the data folder.</summary>
    public static StartRefusedException At(string path, Exception failure) =>
        new($"{path}: {failure.Message.ReplaceLineEndings(" ")}");

    public static bool IsStorage(Exception failure) =>
        failure is IOException or UnauthorizedAccessException || StorageFailure.Of(failure) is not null;
}
