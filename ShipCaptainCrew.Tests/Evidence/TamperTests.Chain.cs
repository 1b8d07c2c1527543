using System.Security.Cryptography;
using System.Text;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Tests.Evidence;

public sealed partial class TamperTests
{
    /// <summary>
    /// The shorter chain verifies by itself, but the newest backup's manifest has its former last record.
    /// </summary>
    [Fact]
    public void Records_cut_off_the_end_are_detected_by_the_newest_backups_manifest()
    {
        using var file = SqliteFile.Open(waivers.Copy());
        file.Execute($"{WaiverRecordsFixture.DropTriggers} DELETE FROM waivers WHERE NOT ({waivers.OfQueen})");

        Assert.Null(waivers.Findings(file).First);
        Assert.Equal($"Waivers of operator {waivers.Other}: record 1 is missing; there were 2.",
            waivers.Manifest.FirstMissing(file));
    }

    /// <summary>All hashes can be recomputed without the key; the seals cannot.</summary>
    [Fact]
    public void A_chain_recomputed_without_the_key_does_not_verify()
    {
        using var file = SqliteFile.Open(waivers.Copy());
        file.Execute($"""
            {WaiverRecordsFixture.DropTriggers}
            UPDATE waivers SET Body = CAST(replace(CAST(Body AS TEXT), 'Cleo', 'Chloe') AS BLOB)
            WHERE {waivers.OfQueen} AND Seq = 3
            """);
        Recompute(file, from: 3);

        Assert.Equal(
            $"Waivers of operator {waivers.Queen}: record 3 is not what was signed.", waivers.Findings(file).Fault);
    }

    /// <summary>
    /// The attacker seals the chain with another key: the hashes match, but its public key is missing.
    /// </summary>
    [Fact]
    public void A_chain_sealed_with_another_key_is_reported_with_the_missing_key()
    {
        using var otherKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var file = SqliteFile.Open(waivers.Copy());
        file.Execute($"""
            {WaiverRecordsFixture.DropTriggers}
            UPDATE waivers SET KeyId = 'feedfacefeedface' WHERE {waivers.OfQueen} AND Seq >= 3
            """);
        Recompute(file, from: 3, otherKey);

        var findings = waivers.Findings(file);

        Assert.Null(findings.Fault);
        Assert.Contains(
            "record 3 was sealed with key feedfacefeedface, and seal-feedfacefeedface.pub.pem is not in the key folder",
            findings.Unverified, StringComparison.Ordinal);
        Assert.Contains("record 5 was replaced", waivers.Manifest.FirstMissing(file), StringComparison.Ordinal);
    }

    /// <summary>Recomputes the hashes from a record on and, with a key, the seals.</summary>
    private void Recompute(SqliteFile file, long from, ECDsa? key = null)
    {
        for (var seq = from; seq <= 5; seq++)
        {
            var where = $"WHERE {waivers.OfQueen} AND Seq = {seq}";
            var row = file
                .Query($"SELECT Id, Kind, CharterId, GuestId, Erases, At, KeyId, Body, BodyHash FROM waivers {where}",
                    row => Enumerable.Range(0, 9).Select(i => row.IsDBNull(i) ? null : row[i]).ToArray())
                .First();
            var bodyHash = row[7] is byte[] body ? SHA256.HashData(body) : (byte[])row[8]!;
            var previous = seq == 1
                ? new byte[32]
                : file.Scalar<byte[]>($"SELECT Hash FROM waivers WHERE {waivers.OfQueen} AND Seq = {seq - 1}");
            var header = string.Join('\n',
                waivers.Queen, seq, Guid.Parse((string)row[0]!), row[1], Guid.Parse((string)row[2]!),
                row[3] is string guest ? Guid.Parse(guest) : null, row[4], row[5], row[6]);
            var hash = SHA256.HashData([.. previous, .. SHA256.HashData(Encoding.UTF8.GetBytes(header)), .. bodyHash]);
            file.Execute($"""
                UPDATE waivers SET BodyHash = {Blob(bodyHash)}, PreviousHash = {Blob(previous)}, Hash = {Blob(hash)}
                {where}
                """);
            if (key is not null)
            {
                var seal = key.SignData(hash, HashAlgorithmName.SHA256);
                file.Execute($"UPDATE waivers SET SealBytes = {Blob(seal)} {where}");
            }
        }
    }

    private static string Blob(byte[] bytes) => $"x'{Convert.ToHexString(bytes)}'";
}
