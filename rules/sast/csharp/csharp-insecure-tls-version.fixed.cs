using System.Net;
using System.Security.Authentication;

public class Clients
{
    public void Bad(SocketsHttpHandler handler)
    {
        // ruleid: csharp-insecure-tls-version
        ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12;
        // ruleid: csharp-insecure-tls-version
        ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12 | SecurityProtocolType.Tls12;
        // ruleid: csharp-insecure-tls-version
        handler.SslOptions.EnabledSslProtocols = SslProtocols.Tls12;
        // ruleid: csharp-insecure-tls-version
        stream.AuthenticateAsClient(host, null, SslProtocols.Tls12, false);
    }

    public void Good(SocketsHttpHandler handler)
    {
        // ok: csharp-insecure-tls-version
        ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12;
        // ok: csharp-insecure-tls-version
        handler.SslOptions.EnabledSslProtocols = SslProtocols.None;
        // ok: csharp-insecure-tls-version
        handler.SslOptions.EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
        // ok: csharp-insecure-tls-version
        if (stream.SslProtocol == SslProtocols.Tls) throw new AuthenticationException();
    }
}
