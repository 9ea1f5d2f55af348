#include "scanner/tls/certificates/handshake.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

#include "scanner/tls/certificates/libssl_pump.h"

namespace veedor::tls {
namespace {

using facts::Outcome;
using facts::Support;
using facts::TlsVersion;

constexpr long kMaxCertificates = 131'072;  // bytes of the server's Certificate message

int number_of(TlsVersion version) {
  return TLS1_VERSION + static_cast<int>(version) - static_cast<int>(TlsVersion::tls1_0);
}

// Sessions of TLS 1.3 come after the handshake, by this call.
int keep_session(SSL* ssl, SSL_SESSION* session) {
  auto* handshake = static_cast<Handshake*>(SSL_get_app_data(ssl));
  handshake->session.reset(session);
  return 1;  // it is ours now
}

SslContextPtr make_context(const HandshakeOptions& options) {
  SslContextPtr context(SSL_CTX_new(TLS_client_method()));
  if (!context) return nullptr;
  // SECLEVEL=0 lets weak keys, SHA-1 and TLS 1.0 through; anonymous suites would show no certificate.
  SSL_CTX_set_security_level(context.get(), 0);
  SSL_CTX_set_min_proto_version(context.get(), number_of(options.lowest));
  SSL_CTX_set_max_proto_version(context.get(), number_of(options.highest));
  SSL_CTX_set_cipher_list(context.get(), "ALL:eNULL:!aNULL:!PSK:!SRP:@SECLEVEL=0");
  SSL_CTX_set_options(context.get(), SSL_OP_LEGACY_SERVER_CONNECT);
  if (!options.tickets) SSL_CTX_set_options(context.get(), SSL_OP_NO_TICKET);
  SSL_CTX_set_verify(context.get(), SSL_VERIFY_NONE, nullptr);
  SSL_CTX_set_max_cert_list(context.get(), kMaxCertificates);
  SSL_CTX_set_session_cache_mode(context.get(), SSL_SESS_CACHE_CLIENT | SSL_SESS_CACHE_NO_INTERNAL);
  SSL_CTX_sess_set_new_cb(context.get(), &keep_session);
  return context;
}

void prepare(SSL* ssl, const HandshakeOptions& options, Handshake& handshake) {
  SSL_set_connect_state(ssl);
  SSL_set_app_data(ssl, &handshake);
  std::string name = options.server_name;  // the macro for this casts constness away
  if (!name.empty()) SSL_ctrl(ssl, SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, name.data());
  SSL_set_tlsext_status_type(ssl, TLSEXT_STATUSTYPE_ocsp);
  static constexpr std::array<unsigned char, 12> kProtocols = {2,   'h', '2', 8,   'h', 't',
                                                               't', 'p', '/', '1', '.', '1'};
  SSL_set_alpn_protos(ssl, kProtocols.data(), kProtocols.size());
  if (options.signatures != nullptr) SSL_set1_sigalgs_list(ssl, options.signatures);
  if (options.resume != nullptr) SSL_set_session(ssl, options.resume);
}

CertificateChain sent_chain(const SSL* ssl) {
  CertificateChain chain;
  STACK_OF(X509)* sent = SSL_get_peer_cert_chain(ssl);
  for (int i = 0; sent != nullptr && i < sk_X509_num(sent); ++i) {
    X509* certificate = sk_X509_value(sent, i);
    X509_up_ref(certificate);
    chain.emplace_back(certificate);
  }
  return chain;
}

TlsVersion version_of(const SSL* ssl) {
  const int step = std::clamp(SSL_version(ssl) - TLS1_VERSION, 0, 3);
  return static_cast<TlsVersion>(static_cast<int>(TlsVersion::tls1_0) + step);
}

void read_state(SSL* ssl, Handshake& handshake) {
  handshake.chain = sent_chain(ssl);
  if (const SSL_CIPHER* cipher = SSL_get_current_cipher(ssl)) {
    const char* standard_name = SSL_CIPHER_standard_name(cipher);
    handshake.cipher = standard_name == nullptr ? "" : standard_name;
  }
  handshake.version = version_of(ssl);
  handshake.resumed = SSL_session_reused(ssl) == 1;
  const unsigned char* staple = nullptr;
  const long size = SSL_get_tlsext_status_ocsp_resp(ssl, &staple);
  if (staple != nullptr && size > 0) handshake.staple.assign(staple, staple + size);
  const unsigned char* protocol = nullptr;
  unsigned int length = 0;
  SSL_get0_alpn_selected(ssl, &protocol, &length);
  if (length > 0) handshake.alpn.assign(reinterpret_cast<const char*>(protocol), length);
}

void read_session(Handshake& handshake) {
  const SSL_SESSION* session = handshake.session.get();
  if (session == nullptr) return;
  const unsigned char* ticket = nullptr;
  std::size_t size = 0;
  SSL_SESSION_get0_ticket(session, &ticket, &size);
  if (ticket != nullptr) handshake.ticket.assign(ticket, ticket + size);
  handshake.ticket_lifetime = static_cast<std::uint32_t>(SSL_SESSION_get_ticket_lifetime_hint(session));
  handshake.early_data = SSL_SESSION_get_max_early_data(session);
}

// A server that does not want it says so by an alert, or ends the connection.
Support renegotiation_of(const LibsslPump& pump, Outcome outcome, const SSL* ssl) {
  if (outcome == Outcome::read && SSL_is_init_finished(ssl) == 1 &&
      SSL_num_renegotiations(const_cast<SSL*>(ssl)) > 0)
    return Support::offered;
  if (pump.refused_renegotiation() || outcome == Outcome::connection_lost || outcome == Outcome::tls_failed)
    return Support::refused;
  return Support::inconclusive;
}

// A ticket follows the handshake at once: what a handshake took is time enough for it.
std::chrono::milliseconds ticket_time(Deadline start) {
  using std::chrono::milliseconds;
  const auto took = std::chrono::duration_cast<milliseconds>(Clock::now() - start);
  return std::clamp(took, milliseconds(150), milliseconds(1000));
}

}  // namespace

Handshake shake_hands(Loop& loop, const Address& address, std::chrono::milliseconds timeout,
                      HandshakeOptions options) {
  Handshake handshake;
  const SslContextPtr context = make_context(options);
  const SslPtr ssl(context ? SSL_new(context.get()) : nullptr);
  Line line(loop, address, timeout);
  LibsslPump pump(line, ssl.get());
  if (!ssl || !pump.ready()) {
    handshake.outcome = Outcome::internal_error;
    handshake.detail = take_openssl_error();
    return handshake;
  }
  prepare(ssl.get(), options, handshake);
  const Deadline start = Clock::now();
  const Ending opened = line.open();
  if (opened == Ending::not_asked) {
    handshake.outcome = Outcome::interrupted;
    return handshake;
  }
  if (opened != Ending::answered) {
    // facts/outcome.h counts an attempt to connect that timed out as unreachable.
    handshake.outcome = line.error() == ECONNREFUSED ? Outcome::refused : Outcome::unreachable;
    handshake.detail = std::generic_category().message(line.error() == 0 ? ETIMEDOUT : line.error());
    return handshake;
  }
  handshake.connected = true;
  handshake.outcome = pump.shake_hands(handshake.detail);
  handshake.completed = handshake.outcome == Outcome::read;
  read_state(ssl.get(), handshake);
  if (handshake.completed && options.renegotiate && handshake.version < TlsVersion::tls1_3) {
    SSL_renegotiate(ssl.get());
    std::string detail;
    const Outcome outcome = pump.shake_hands(detail);
    handshake.renegotiated = renegotiation_of(pump, outcome, ssl.get());
  } else if (handshake.completed) {
    if (handshake.version == TlsVersion::tls1_3 && options.tickets)
      pump.wait_for_ticket(handshake.session, ticket_time(start));
    SSL_shutdown(ssl.get());
    pump.flush();
  } else if (!handshake.chain.empty()) {
    handshake.outcome =
        Outcome::read;  // such as a server that insists on a client certificate: it has shown its own
  }
  SSL_set_app_data(ssl.get(), nullptr);
  read_session(handshake);
  ERR_clear_error();
  return handshake;
}

}  // namespace veedor::tls
