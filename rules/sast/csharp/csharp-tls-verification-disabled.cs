using System.Net;
using System.Net.Http;

public class Clients
{
    public HttpClient Bad()
    {
        // ruleid: csharp-tls-verification-disabled
        ServicePointManager.ServerCertificateValidationCallback += (sender, certificate, chain, errors) => true;
        var handler = new HttpClientHandler();
        // ruleid: csharp-tls-verification-disabled
        handler.ServerCertificateCustomValidationCallback = (message, certificate, chain, errors) => true;
        // ruleid: csharp-tls-verification-disabled
        handler.ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator;
        // ruleid: csharp-tls-verification-disabled
        ServicePointManager.ServerCertificateValidationCallback = delegate { return true; };
        // ruleid: csharp-tls-verification-disabled
        ServicePointManager.ServerCertificateValidationCallback += delegate (object s, X509Certificate c, X509Chain h, SslPolicyErrors e) { return true; };
        // ruleid: csharp-tls-verification-disabled
        ServicePointManager.ServerCertificateValidationCallback = new RemoteCertificateValidationCallback((s, c, h, e) => true);
        // ruleid: csharp-tls-verification-disabled
        var other = new HttpClientHandler { ServerCertificateCustomValidationCallback = (m, c, ch, e) => true };
        return new HttpClient(handler);
    }

    public HttpClient Good()
    {
        var handler = new HttpClientHandler();
        // ok: csharp-tls-verification-disabled
        handler.ServerCertificateCustomValidationCallback = (message, certificate, chain, errors) => certificate.Thumbprint == Known;
        // ok: csharp-tls-verification-disabled
        ServicePointManager.ServerCertificateValidationCallback = null;
        // ok: csharp-tls-verification-disabled
        handler.CheckCertificateRevocationList = true;
        // ok: csharp-tls-verification-disabled
        return new HttpClient(new HttpClientHandler { AllowAutoRedirect = true });
    }
}
