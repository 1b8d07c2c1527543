using System.Runtime.CompilerServices;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>The source files that the tests were built from.</summary>
internal static class Repository
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    public static IReadOnlyList<string> Lines(string path) => File.ReadAllLines(Path.Combine(Root, path));

    public static Stream Open(string path) => File.OpenRead(Path.Combine(Root, path));

    public static string PathTo(string path) => Path.Combine(Root, path);

    /// <summary>The path below the root, with forward slashes.</summary>
    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    public static void Write(string path, string text) => File.WriteAllText(Path.Combine(Root, path), text);

    public static IEnumerable<string> Sources(string folder, string ending) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), $"*.{ending}", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Contains("obj"));

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
