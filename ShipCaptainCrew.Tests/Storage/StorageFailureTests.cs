using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Tests.Storage;

public sealed class StorageFailureTests
{
    public static TheoryData<Exception, bool?> Failures => new()
    {
        { new DiskFullException(), true },
        { new SqliteException("full", 13), true },
        { new IOException("No space left on device", 28), true },
        { new IOException("There is not enough space on the disk", unchecked((int)0x80070070)), true },
        { new InvalidOperationException("outer", new IOException("No space left on device", 28)), true },
        { new SqliteException("disk I/O error", 10), false },
        { new TooBusyException(), false },
        { new IOException("Input/output error", 5), false },
        { new IOException("Read-only file system", 30), false },
        { new IOException("Too many open files", 24), false },
        { new UnauthorizedAccessException("denied"), false },
        { new SqliteException("constraint", 19), null },
        { new IOException("The connection was reset", new SocketException()), null },
        { new InvalidDataException("a defect"), null },
    };

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public void Failures_of_the_disk_are_told_from_defects_and_from_failures_of_the_network(
        Exception failure, bool? isFull) => Assert.Equal(isFull, StorageFailure.Of(failure)?.IsFull);

    [Fact]
    public void A_file_that_cannot_be_written_because_the_disk_is_full_is_recognized()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "This system has no /dev/full.");
        using var file = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, 0);

        var failure = Assert.ThrowsAny<Exception>(() => file.WriteByte(1));

        Assert.True(StorageFailure.Of(failure)?.IsFull);
    }
}
