using System.IO;
using System.Security.AccessControl;
using System.Security.Principal;

class Rights
{
    void Open(DirectoryInfo folder, string path)
    {
        var rules = folder.GetAccessControl();
        // ruleid: csharp-world-writable-permissions
        rules.AddAccessRule(new FileSystemAccessRule("Everyone", FileSystemRights.FullControl, AccessControlType.Allow));
        // ruleid: csharp-world-writable-permissions
        var rule = new FileSystemAccessRule("everyone", FileSystemRights.Modify, InheritanceFlags.None, PropagationFlags.None, AccessControlType.Allow);
        // ruleid: csharp-world-writable-permissions
        rules.AddAccessRule(new FileSystemAccessRule(new SecurityIdentifier(WellKnownSidType.WorldSid, null), FileSystemRights.Write, AccessControlType.Allow));
        // ruleid: csharp-world-writable-permissions
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.OtherWrite);
        // ruleid: csharp-world-writable-permissions
        var pipe = new PipeAccessRule("Everyone", PipeAccessRights.FullControl, AccessControlType.Allow);
    }

    void Closed(DirectoryInfo folder, string path)
    {
        var rules = folder.GetAccessControl();
        // ok: csharp-world-writable-permissions
        rules.AddAccessRule(new FileSystemAccessRule("Everyone", FileSystemRights.Read, AccessControlType.Allow));
        // ok: csharp-world-writable-permissions
        rules.AddAccessRule(new FileSystemAccessRule("Everyone", FileSystemRights.FullControl, AccessControlType.Deny));
        // ok: csharp-world-writable-permissions
        rules.AddAccessRule(new FileSystemAccessRule("svc-app", FileSystemRights.FullControl, AccessControlType.Allow));
        // ok: csharp-world-writable-permissions
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
