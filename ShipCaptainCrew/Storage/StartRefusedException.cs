namespace ShipCaptainCrew.Storage;

/// <summary>The program cannot start until a person fixes something. The message says what, on one line.</summary>
public sealed class StartRefusedException(string message, int exitCode = StartRefusedException.General)
    : Exception(message)
{
    /// <summary>Exit code of any refused start but <see cref="Locked"/>.</summary>
    public const int General = 1;

    /// <summary>Exit code if another process has the data folder's lock.</summary>
    public const int Locked = 4;

    public int ExitCode { get; } = exitCode;

    /// <summary>Wraps another failure at the data folder.</summary>
    public static StartRefusedException At(string path, Exception failure) =>
        new($"{path}: {failure.Message.ReplaceLineEndings(" ")}");

    public static bool IsStorage(Exception failure) =>
        failure is IOException or UnauthorizedAccessException || StorageFailure.Of(failure) is not null;
}
