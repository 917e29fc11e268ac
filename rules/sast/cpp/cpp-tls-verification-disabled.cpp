#include <boost/asio/ssl.hpp>
#include <httplib.h>
#include <QSslSocket>

void bad(QSslSocket *socket, httplib::SSLClient &client) {
    boost::asio::ssl::context ctx(boost::asio::ssl::context::tls_client);
    // ruleid: cpp-tls-verification-disabled
    ctx.set_verify_mode(boost::asio::ssl::verify_none);
    // ruleid: cpp-tls-verification-disabled
    socket->setPeerVerifyMode(QSslSocket::VerifyNone);
    // ruleid: cpp-tls-verification-disabled
    client.enable_server_certificate_verification(false);
    // ruleid: cpp-tls-verification-disabled
    socket->ignoreSslErrors();
}

void fine(QSslSocket *socket, httplib::SSLClient &client, bool verify) {
    boost::asio::ssl::context ctx(boost::asio::ssl::context::tls_client);
    // ok: cpp-tls-verification-disabled
    ctx.set_verify_mode(boost::asio::ssl::verify_peer);
    // ok: cpp-tls-verification-disabled
    socket->setPeerVerifyMode(QSslSocket::VerifyPeer);
    // ok: cpp-tls-verification-disabled
    client.enable_server_certificate_verification(true);
    // ok: cpp-tls-verification-disabled
    client.enable_server_certificate_verification(verify);
    // ok: cpp-tls-verification-disabled
    socket->ignoreSslErrors(expected);
}
