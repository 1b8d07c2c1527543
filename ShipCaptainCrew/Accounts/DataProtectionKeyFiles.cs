using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Accounts;

/// <summary>
/// Keeps the keys of cookies and form tokens beside the data, so that a backup holds them. The framework's own keeper
/// does the same but leaves a new key to the disk's leisure: cut the power then, and nobody could sign in.
/// </summary>
internal sealed class DataProtectionKeyFiles(StoragePaths storage) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() =>
        Directory.Exists(storage.Keys)
            ? [.. Directory.EnumerateFiles(storage.Keys, "*.xml").Select(path => XElement.Load(path))] : [];

    public void StoreElement(XElement element, string friendlyName)
    {
        PrivateFiles.Folder(storage.Keys);
        PrivateFiles.Write(Path.Combine(storage.Keys, $"{friendlyName}.xml"), file => element.Save(file));
    }
}
