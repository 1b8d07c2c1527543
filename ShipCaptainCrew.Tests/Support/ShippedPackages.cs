using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>The NuGet packages that the published app depends on, as the last restore resolved them.</summary>
internal static class ShippedPackages
{
    /// <summary>Each package with the license that it states, sorted by name.</summary>
    public static IEnumerable<(string Package, string License)> WithLicenses()
    {
        using var file = Repository.Open("ShipCaptainCrew/obj/project.assets.json");
        var assets = JsonNode.Parse(file)!.AsObject();
        var folder = assets["packageFolders"]!.AsObject().First().Key;
        var resolved = assets["targets"]!["net10.0"]!.AsObject()
            .ToDictionary(package => package.Key.Split('/')[0], package => package, StringComparer.OrdinalIgnoreCase);
        var found = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in Referenced(assets)) Add(name);
        return found.Select(package => (package.Key, package.Value));

        void Add(string name)
        {
            var (key, package) = resolved[name];
            if (!found.TryAdd(key.Split('/')[0], License(Path.Combine(folder, key.ToLowerInvariant())))) return;
            foreach (var (dependency, _) in package!["dependencies"]?.AsObject() ?? []) Add(dependency);
        }
    }

    /// <summary>The packages that the project references, without those that only build it.</summary>
    private static IEnumerable<string> Referenced(JsonObject assets) =>
        from dependency in assets["project"]!["frameworks"]!["net10.0"]!["dependencies"]!.AsObject()
        where (string?)dependency.Value!["suppressParent"] != "All"
        select dependency.Key;

    private static string License(string folder)
    {
        var specification = XElement.Load(Directory.GetFiles(folder, "*.nuspec").Single());
        var license = specification.Descendants().Single(element => element.Name.LocalName == "license");
        if ((string?)license.Attribute("type") == "expression") return license.Value;
        var text = File.ReadAllText(Path.Combine(folder, license.Value));
        return text.Contains("Public Domain", StringComparison.Ordinal) ? "Public domain" : text;
    }
}
