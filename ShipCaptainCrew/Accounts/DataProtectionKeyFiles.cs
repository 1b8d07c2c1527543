using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Accounts;

/// <summary>
/// Stores the data protection keys (cookies, form tokens) in the data folder, so that backups contain them. Unlike the
/// framework's FileSystemXmlRepository, it flushes each new key to disk: a key lost in a power failure would sign
/// everybody out.
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
