namespace ShipCaptainCrew.Tests.Support;

internal static class Folders
{
    /// <summary>Deletes a data folder, with retries, since the app may still be closing its database.</summary>
    public static async Task DeleteWhenClosed(this DirectoryInfo folder)
    {
        for (var tries = 0; folder.Exists; tries++, folder.Refresh())
        {
            try
            {
                folder.Delete(recursive: true);
            }
            catch (IOException) when (tries < 20)
            {
                await Task.Delay(50);
            }
        }
    }
}
