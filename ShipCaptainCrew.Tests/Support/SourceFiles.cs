namespace ShipCaptainCrew.Tests.Support;

/// <param name="Path">Below the repository's root, with forward slashes.</param>
internal sealed record SourceFile(string Path, string Text);

/// <summary>The repository's handwritten source files: nothing generated, restored or built.</summary>
internal static class SourceFiles
{
    private static readonly string[] Folders =
        ["ShipCaptainCrew", "ShipCaptainCrew.Tests", "ShipCaptainCrew.E2E", "bench", "wwwroot"];

    private static readonly HashSet<string> Skipped =
        ["bin", "obj", "lib", "node_modules", "Migrations", "TestResults"];

    public static IEnumerable<SourceFile> WrittenByHand(params string[] endings) =>
        from folder in Folders
        from file in Below(new DirectoryInfo(Repository.PathTo(folder)))
        where endings.Contains(file.Extension.TrimStart('.'))
        select new SourceFile(Repository.Relative(file.FullName), File.ReadAllText(file.FullName));

    private static IEnumerable<FileInfo> Below(DirectoryInfo folder) => folder.LinkTarget is not null ? [] :
    [
        .. folder.EnumerateFiles(),
        .. folder.EnumerateDirectories().Where(child => !Skipped.Contains(child.Name)).SelectMany(Below),
    ];
}
